package io.sextant.exchange.trade;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.vault.Secret;
import io.sextant.exchange.kraken.KrakenTrading;
import io.sextant.exchange.standin.KrakenShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.account.AccountTruth;
import io.sextant.exchange.standin.account.KrakenAccountDesk;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.VirtualTime;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random histories of orders at Kraken on bad days, with crashes. */
class KrakenLiveHistoriesTest {

    private static final String SECRET = "c2VjcmV0";
    private static final int SHARE = 25;

    @Test
    @Tag("scaled")
    void noOrderIsLostNoneIsDoubledAndPositionsAreTheVenues() {
        LiveHistories.run(KrakenLiveHistoriesTest::make, SHARE);
    }

    private static LiveHistory.Venue make(VirtualTime time, FaultPlan plan, long seed) {
        return make(time, plan, seed, desk -> {});
    }

    /** {@code seen} is handed the account's side of the stand-in. */
    static LiveHistory.Venue make(VirtualTime time, FaultPlan plan, long seed, Consumer<KrakenAccountDesk> seen) {
        StandInExchange exchange =
                new StandInExchange(new KrakenShape(), List.of(ListedPair.BTC_USD), seed, time, time, plan);
        AccountTruth account = new AccountTruth(
                Map.of("USD", new BigDecimal("100000"), "BTC", BigDecimal.TWO), true, seed, exchange::venueNanos);
        KrakenAccountDesk desk = new KrakenAccountDesk(exchange, account, "key", SECRET);
        exchange.serve(desk);
        seen.accept(desk);
        time.every(1_000_000_000L, desk::lapse);
        ListedPair pair = ListedPair.BTC_USD;
        return new LiveHistory.Venue(
                exchange,
                account,
                desk::cutAll,
                LiveHistories.listing("BTC/USD", pair, FeeSchedule.FeeCurrency.QUOTE),
                new KrakenTrading(
                        new StandInWire(exchange, time, "/private"), Secret.of("key"), Secret.of(SECRET), time));
    }
}
