package io.sextant.exchange.trade;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.vault.Secret;
import io.sextant.exchange.bybit.BybitTrading;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.account.AccountTruth;
import io.sextant.exchange.standin.account.BybitAccountDesk;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.VirtualTime;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random histories of orders at Bybit on bad days, with crashes. */
class BybitLiveHistoriesTest {

    private static final int SHARE = 25;

    @Test
    @Tag("scaled")
    void noOrderIsLostNoneIsDoubledAndPositionsAreTheVenues() {
        LiveHistories.run(BybitLiveHistoriesTest::make, SHARE);
    }

    private static LiveHistory.Venue make(VirtualTime time, FaultPlan plan, long seed) {
        return make(time, plan, seed, desk -> {});
    }

    /** {@code seen} is handed the account's side of the stand-in. */
    static LiveHistory.Venue make(VirtualTime time, FaultPlan plan, long seed, Consumer<BybitAccountDesk> seen) {
        StandInExchange exchange =
                new StandInExchange(new BinanceShape(), List.of(ListedPair.BTC_USDT), seed, time, time, plan);
        AccountTruth account = new AccountTruth(
                Map.of("USDT", new BigDecimal("100000"), "BTC", BigDecimal.TWO), false, seed, exchange::venueNanos);
        BybitAccountDesk desk = new BybitAccountDesk(exchange, account, "key", "secret");
        exchange.serve(desk);
        seen.accept(desk);
        time.every(1_000_000_000L, desk::lapse);
        ListedPair pair = ListedPair.BTC_USDT;
        return new LiveHistory.Venue(
                exchange,
                account,
                desk::cutAll,
                LiveHistories.listing("BTCUSDT", pair, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING),
                new BybitTrading(
                        new StandInWire(exchange, time, "/v5/private"), Secret.of("key"), Secret.of("secret"), time));
    }
}
