package io.sextant.exchange.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.engine.core.Outcome;
import io.sextant.exchange.binance.BinanceTrading;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.account.AccountTruth;
import io.sextant.exchange.standin.account.BinanceAccountDesk;
import io.sextant.exchange.standin.account.TruthOrder;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.VirtualTime;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders that are routed over Binance and Kraken on bad days, with crashes. */
class RouteHistoriesTest {

    private static final int HISTORIES = Math.max(1, Integer.getInteger("sextant.live.histories", 500) / 25);
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final ListedPair AT_BINANCE = new ListedPair("BTC", "USD", 2, 5, 6_500_000);
    private static final int BINANCE = 0;
    private static final int KRAKEN = 1;

    @Test
    @Tag("scaled")
    void noRouteIsMoreThanWasAskedForAndEveryPositionIsTheVenues() {
        Set<OrderState> diedIn = new HashSet<>();
        for (long seed = 1; seed <= HISTORIES; seed++) {
            RouteHistory history = history(seed);
            try {
                history.run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("history " + seed, e);
            }
            diedIn.addAll(history.diedIn());
        }
        assertThat(diedIn).as("states in which the desk died").contains(OrderState.SUBMITTED);
    }

    @Test
    void bothVenuesFillAndTheDeskHasWhatTheyHave() {
        RouteHistory history = history(1);
        history.pass(2 * SECOND_NANOS);
        assertThat(history.desk().core().reconciliation().trust()).isEqualTo(VenueTrust.AGREED);
        assertThat(history.desk().apply(history.route(Side.BUY, Quantity.parse("2"))))
                .isInstanceOf(Outcome.Done.class);
        history.settle();
        history.compare();
        assertThat(history.venues())
                .allSatisfy(venue -> assertThat(venue.account().orders()).isNotEmpty());
    }

    /** What is in the lost venue's hands is not sent anywhere else before the venue has said what became of it. */
    @Test
    void oneVenueIsLostInTheMiddleAndTheOtherGoesOn() {
        RouteHistory history = history(3);
        history.pass(2 * SECOND_NANOS);
        history.desk().apply(history.route(Side.BUY, Quantity.parse("0.5")));
        history.settle();
        history.goDark(KRAKEN);
        int before = orders(history, KRAKEN);
        Outcome placed = history.desk().apply(history.route(Side.BUY, Quantity.parse("0.6")));
        assertThat(placed).isInstanceOf(Outcome.Done.class);
        history.pass(40 * SECOND_NANOS);
        assertThat(history.desk().core().reconciliation().at(KRAKEN).trust()).isNotEqualTo(VenueTrust.AGREED);
        assertThat(history.desk().core().reconciliation().at(BINANCE).trust()).isEqualTo(VenueTrust.AGREED);
        assertThat(orders(history, KRAKEN)).as("nothing reached it").isLessThanOrEqualTo(before + 1);
        assertThat(history.desk().apply(history.route(Side.BUY, Quantity.parse("0.01"))))
                .as("the venue that is there is traded at")
                .isInstanceOf(Outcome.Done.class);
        history.pass(5 * SECOND_NANOS);
        history.comeBack(KRAKEN);
        history.settle();
        history.compare();
        ParentOrder route = history.desk().state().parents().stream()
                .filter(one -> one.quantity().equals(Quantity.parse("0.6")))
                .findFirst()
                .orElseThrow();
        assertThat(route.stage()).as(route.reason()).isIn(ParentStage.DONE, ParentStage.FAILED);
    }

    private static int orders(RouteHistory history, int venue) {
        List<TruthOrder> orders = history.venues().get(venue).account().orders();
        return orders.size();
    }

    private static RouteHistory history(long seed) {
        return new RouteHistory(
                seed, List.of("binance", "kraken"), List.of(RouteHistoriesTest::binance, RouteHistoriesTest::kraken));
    }

    private static LiveHistory.Venue binance(VirtualTime time, FaultPlan plan, long seed) {
        StandInExchange exchange = new StandInExchange(new BinanceShape(), List.of(AT_BINANCE), seed, time, time, plan);
        AccountTruth account = new AccountTruth(
                Map.of("USD", new BigDecimal("100000"), "BTC", BigDecimal.TWO), false, seed, exchange::venueNanos);
        BinanceAccountDesk desk = new BinanceAccountDesk(exchange, account, "key", "secret");
        exchange.serve(desk);
        return new LiveHistory.Venue(
                exchange,
                account,
                desk::cutAll,
                LiveHistories.listing("BTCUSD", AT_BINANCE, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING),
                new BinanceTrading(
                        new StandInWire(exchange, time, "/ws-api/v3"), Secret.of("key"), Secret.of("secret"), time));
    }

    private static LiveHistory.Venue kraken(VirtualTime time, FaultPlan plan, long seed) {
        return KrakenLiveHistoriesTest.make(time, plan, seed, desk -> {});
    }
}
