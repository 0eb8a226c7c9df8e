package io.sextant.exchange.trade;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.vault.Secret;
import io.sextant.exchange.binance.BinanceTrading;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.account.AccountTruth;
import io.sextant.exchange.standin.account.BinanceAccountDesk;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.VirtualTime;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random histories of orders at Binance on bad days, with crashes. */
class BinanceLiveHistoriesTest {

    private static final int SHARE = 1;

    @Test
    @Tag("scaled")
    void noOrderIsLostNoneIsDoubledAndPositionsAreTheVenues() {
        LiveHistories.run(BinanceLiveHistoriesTest::make, SHARE);
    }

    static LiveHistory.Venue make(VirtualTime time, FaultPlan plan, long seed) {
        StandInExchange exchange =
                new StandInExchange(new BinanceShape(), List.of(ListedPair.BTC_USDT), seed, time, time, plan);
        AccountTruth account = new AccountTruth(
                Map.of("USDT", new BigDecimal("100000"), "BTC", BigDecimal.TWO), false, seed, exchange::venueNanos);
        BinanceAccountDesk desk = new BinanceAccountDesk(exchange, account, "key", "secret");
        exchange.serve(desk);
        ListedPair pair = ListedPair.BTC_USDT;
        return new LiveHistory.Venue(
                exchange,
                account,
                desk::cutAll,
                LiveHistories.listing("BTCUSDT", pair, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING),
                new BinanceTrading(
                        new StandInWire(exchange, time, "/ws-api/v3"), Secret.of("key"), Secret.of("secret"), time));
    }
}
