package io.sextant.exchange.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.engine.core.Outcome;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.RawListing;
import io.sextant.exchange.testing.Listings;
import io.sextant.exchange.testing.VirtualTime;
import java.math.BigDecimal;
import java.util.List;

/** A desk at a {@link ScriptedVenue}. */
final class DeskByHand {

    static final long MILLI_NANOS = 1_000_000L;
    static final long SECOND = 1_000 * MILLI_NANOS;

    private static final long START_NANOS = 1_780_000_000_000_000_000L;
    private static final long BID_TICKS = 5_000_000;

    final VirtualTime time = new VirtualTime(START_NANOS);
    final ScriptedVenue venue = new ScriptedVenue();
    final WeightLimiter limiter = new WeightLimiter(6_000);
    LiveTrading trading;
    LiveDesk desk;

    private final Listing listing;
    private final SessionTerms terms;
    private final CrashJournal journal = new CrashJournal();
    private PushedFeed feed;

    DeskByHand() {
        RawListing raw = new RawListing(
                "BTCUSDT",
                "BTC",
                "USDT",
                new BigDecimal("0.01"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                new FeeSchedule(1_000, 1_000, 0, FeeSchedule.FeeCurrency.QUOTE));
        listing = Listings.of(List.of(raw)).getFirst();
        Currency quote = listing.instrument().quote();
        terms = new SessionTerms(
                TradingMode.LIVE,
                0,
                START_NANOS,
                "by hand",
                quote,
                List.of(),
                List.of(Money.parse("100000", quote)),
                CostBasis.AVERAGE,
                new InstrumentCatalog(List.of(listing.instrument())));
        open();
        pass(SECOND);
        assertThat(trust()).isEqualTo(VenueTrust.AGREED);
    }

    private void open() {
        feed = new PushedFeed(terms.instruments());
        trading = new LiveTrading(
                venue,
                limiter,
                List.of(listing),
                START_NANOS,
                TradingSettings.USUAL,
                time,
                time,
                task -> time.after(MILLI_NANOS, task),
                new SeededRandom(1));
        desk = new LiveDesk(terms, feed, trading, journal);
        feed.connected(time.nanos());
    }

    /** What was not flushed is lost, and another desk comes up on what was. */
    void dieAndComeBack() {
        trading.close();
        journal.crash();
        open();
    }

    VenueTrust trust() {
        return desk.core().reconciliation().trust();
    }

    /** Lets time go on for everybody. */
    void pass(long nanos) {
        long until = time.nanos() + nanos;
        while (time.nanos() < until) {
            time.runUntil(Math.min(until, time.nanos() + 50 * MILLI_NANOS));
            feed.quote(time.nanos(), BID_TICKS, BID_TICKS + 100);
            desk.turn(time.nanos());
            desk.flush();
        }
    }

    /** Lets time go on for the venue and the connection while a request is under way. */
    void meanwhile(long nanos) {
        time.runUntil(time.nanos() + nanos);
    }

    void apply(Command command) {
        assertThat(desk.apply(command)).isNotInstanceOf(Outcome.Refused.class);
    }

    /** Sends an order of so many lots, and what leaves with it. */
    OrderId buy(long lots) {
        apply(new PlaceOrder(new OrderDraft(
                listing.instrument().id(),
                Side.BUY,
                OrderType.limit(price(BID_TICKS)),
                quantity(lots),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderHandling.PLAIN,
                OrderOrigin.TICKET,
                "")));
        desk.flush();
        return desk.facts().stream()
                .filter(OrderChanged.class::isInstance)
                .map(fact -> ((OrderChanged) fact).order().id())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    Quantity quantity(long lots) {
        return listing.instrument().quantityOf(lots);
    }

    Price price(long ticks) {
        return listing.instrument().priceOf(ticks);
    }

    String name(OrderId order, int revision) {
        return new ClientIds(START_NANOS).of(order.value(), revision);
    }

    Order order(OrderId id) {
        return desk.facts().stream()
                .filter(OrderChanged.class::isInstance)
                .map(fact -> ((OrderChanged) fact).order())
                .filter(order -> order.id().equals(id))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    OrderState state(OrderId id) {
        return order(id).state();
    }

    /** Why it stands where it stands. */
    String reason(OrderId id) {
        return desk.facts().stream()
                .filter(fact -> fact instanceof OrderChanged changed
                        && changed.order().id().equals(id))
                .map(fact -> ((OrderChanged) fact).reason())
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
