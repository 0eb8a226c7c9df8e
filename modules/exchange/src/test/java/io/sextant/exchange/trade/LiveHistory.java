package io.sextant.exchange.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.engine.core.Outcome;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.account.AccountTruth;
import io.sextant.exchange.standin.account.TruthOrder;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.RequestFault;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.testing.VirtualTime;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * A desk that trades at the stand-in on a bad day: answers are lost, late, doubled and broken, streams are cut, and the desk dies and
 * comes back from its journal. Then the day turns good, and everything has to be as the venue has it.
 */
final class LiveHistory {

    private static final long START_NANOS = 1_780_000_000_000_000_000L;
    private static final long MILLI_NANOS = 1_000_000L;
    private static final long TURN_NANOS = 50 * MILLI_NANOS;
    private static final int BAD_TURNS = 900;
    private static final int AMPLE_WEIGHT = 60_000;
    /** Longer than open orders go unread: a fill that the stream lost on the last bad day is found by then. */
    private static final int CALM_TURNS = 240;

    private static final int MOST_CALM_TURNS = 8_000;

    private final SeededRandom random;
    private final VirtualTime time = new VirtualTime(START_NANOS);
    private final FaultPlan plan;
    private final Venue venue;
    private final SessionTerms terms;
    private final Listing listing;
    private final RandomOrders orders;
    private final CrashJournal journal = new CrashJournal();
    private final Map<String, Integer> told = new TreeMap<>();
    private final Map<OrderState, Integer> diedIn = new EnumMap<>(OrderState.class);
    private final int weightAMinute;
    private boolean marketMoves;
    private boolean dark;
    private PushedFeed feed;
    private LiveTrading trading;
    private LiveDesk desk;

    /** A venue's stand-in with one account, and the way to it. */
    record Venue(
            StandInExchange exchange,
            AccountTruth account,
            Runnable cutAll,
            Listing listing,
            TradingConnector connector) {}

    /** Builds a venue in a history's time and plan. */
    interface Maker {

        Venue make(VirtualTime time, FaultPlan plan, long seed);
    }

    LiveHistory(long seed, Maker maker) {
        random = SeededRandom.stream(seed, 31);
        plan = new FaultPlan(seed, 0.04, 0.10);
        plan.calmDown();
        venue = maker.make(time, plan, seed);
        plan.beginAgain();
        listing = venue.listing();
        orders = new RandomOrders(listing.instrument(), venue.exchange().all().getFirst(), random);
        weightAMinute = seed % 5 == 0 ? budgetOf(venue) : AMPLE_WEIGHT;
        if (seed % 3 == 0 && isBinance()) {
            venue.account().deposit("BNB", BigDecimal.TEN);
            venue.account().payFeesWith("BNB", new BigDecimal("600"));
        }
        time.every(TURN_NANOS, this::moveMarket);
        Instrument instrument = listing.instrument();
        Currency quote = instrument.quote();
        terms = new SessionTerms(
                TradingMode.LIVE,
                0,
                START_NANOS,
                "stand-in",
                quote,
                List.of(),
                List.of(Money.parse("100000", quote)),
                CostBasis.AVERAGE,
                new InstrumentCatalog(List.of(instrument)));
        live();
        if (seed % 4 == 2) {
            cancelOnDisconnect(true);
        }
    }

    private boolean isBinance() {
        return venue.connector().traits().name().equals("binance");
    }

    /** What the venue's feed leaves to orders when it asks nothing itself. */
    private static int budgetOf(Venue venue) {
        return switch (venue.connector().traits().name()) {
            case "binance" -> 6_000;
            case "kraken" -> 60;
            default -> 600;
        };
    }

    /** Goes on while a request waits for its answer. */
    private void moveMarket() {
        if (marketMoves) {
            if (random.nextInt(4) == 0) {
                venue.account().step();
            }
            venue.exchange().move(0);
        }
    }

    private void live() {
        feed = new PushedFeed(terms.instruments());
        trading = new LiveTrading(
                venue.connector(),
                new WeightLimiter(weightAMinute),
                List.of(listing),
                START_NANOS,
                TradingSettings.USUAL,
                time,
                time,
                task -> time.after(MILLI_NANOS * (1 + random.nextInt(30)), task),
                SeededRandom.stream(random.nextLong(), 3));
        desk = new LiveDesk(terms, feed, trading, journal);
        feed.connected(time.nanos());
    }

    private void die() {
        desk.state().workingOrders().forEach(order -> diedIn.merge(order.state(), 1, Integer::sum));
        collect();
        trading.close();
        journal.crash();
        live();
    }

    /** How often each state was told in all lives. */
    Map<String, Integer> told() {
        return told;
    }

    Map<OrderState, Integer> diedIn() {
        return diedIn;
    }

    private void collect() {
        desk.facts().forEach(fact -> {
            if (fact instanceof OrderChanged changed) {
                told.merge(changed.order().state().name(), 1, Integer::sum);
            }
        });
    }

    void run() {
        marketMoves = true;
        for (int turn = 0; turn < BAD_TURNS; turn++) {
            calmTurn();
            if (random.nextInt(8) == 0 && desk.core().reconciliation().trust() == VenueTrust.AGREED) {
                desk.apply(orders.next(desk.state().workingOrders()));
            }
            if (random.nextInt(400) == 0) {
                venue.cutAll().run();
            }
            if (random.nextInt(220) == 0) {
                die();
            }
        }
        marketMoves = false;
        plan.calmDown();
        int turns = 0;
        while ((turns < CALM_TURNS || !isSettled()) && turns++ < MOST_CALM_TURNS) {
            calmTurn();
        }
        collect();
        BooksComparison.of(desk, venue, START_NANOS);
    }

    private void calmTurn() {
        time.runUntil(time.nanos() + TURN_NANOS);
        feed.quote(
                time.nanos(),
                venue.exchange().all().getFirst().bestBid().ticks(),
                venue.exchange().all().getFirst().bestAsk().ticks());
        desk.turn(time.nanos());
        if (random.nextInt(3) > 0) {
            desk.flush();
        }
        if (random.nextInt(200) == 0) {
            desk.takeSnapshot();
        }
    }

    private boolean isSettled() {
        boolean moving = desk.state().workingOrders().stream().anyMatch(order -> switch (order.state()) {
            case SUBMITTED, CANCEL_PENDING, AMEND_PENDING, UNKNOWN -> true;
            case WAITING, ACCEPTED, PARTLY_FILLED, FILLED, CANCELLED, REJECTED, EXPIRED -> false;
        });
        return !moving && desk.core().reconciliation().trust() == VenueTrust.AGREED && sameOpen();
    }

    private boolean sameOpen() {
        return desk.state().workingOrders().size() == venue.account().open().size();
    }

    /** Lets good days pass until the venue is trusted so far. */
    void awaitTrust(VenueTrust trust) {
        plan.calmDown();
        int turns = 0;
        while (desk.core().reconciliation().trust() != trust) {
            calmTurn();
            desk.flush();
            if (dark) {
                plan.order(RequestFault.HANG_UP);
            }
            assertThat(turns++).as("turns until %s", trust).isLessThan(MOST_CALM_TURNS);
        }
    }

    /** Lets good days pass until what is asked for is so. */
    void await(BooleanSupplier wanted) {
        plan.calmDown();
        int turns = 0;
        while (!wanted.getAsBoolean()) {
            calmTurn();
            desk.flush();
            assertThat(turns++).as("turns").isLessThan(MOST_CALM_TURNS);
        }
    }

    PlaceOrder restingBuy() {
        return orders.restingBuy();
    }

    long lotsOf(Quantity quantity) {
        return listing.instrument().lotsOf(quantity);
    }

    List<Order> working() {
        return desk.state().workingOrders();
    }

    /** From now on no request gets through. */
    void goDark() {
        dark = true;
        for (int i = 0; i < 100; i++) {
            plan.order(RequestFault.HANG_UP);
        }
    }

    void comeBack() {
        dark = false;
    }

    void flushAndDie() {
        desk.flush();
        die();
    }

    /** Lets good days pass. */
    void pass(long nanos) {
        long until = time.nanos() + nanos;
        await(() -> time.nanos() >= until);
    }

    /** Dies, and comes back only after so long. */
    void dieFor(long nanos) {
        desk.flush();
        collect();
        trading.close();
        journal.crash();
        time.runUntil(time.nanos() + nanos);
        live();
    }

    /** Closes in good order, and does not come back. */
    void closeAndPass(long nanos) {
        desk.flush();
        trading.close();
        time.runUntil(time.nanos() + nanos);
    }

    /** An order of the account that is none of this desk's. */
    void placeByHand() {
        MarketTruth market = venue.exchange().all().getFirst();
        venue.account().place("by hand", market, true, 1_000, market.bestBid().ticks() / 2, TruthOrder.Entry.REST);
    }

    /** Whether orders are to be taken back when nobody watches them. */
    void cancelOnDisconnect(boolean wanted) {
        RiskLimits limits = desk.state().limits();
        AccountLimits of = limits.findAccount().orElseThrow();
        desk.apply(new ChangeRiskLimits(limits.withAccount(new AccountLimits(
                of.maxGrossExposure(),
                of.maxLeverageHundredths(),
                of.orders(),
                of.cancels(),
                of.executions(),
                of.duplicateWindowNanos(),
                of.preventSelfMatch(),
                of.maxPriceAgeNanos(),
                of.maxClockSkewNanos(),
                of.maxDailyLoss(),
                of.maxDrawdown(),
                wanted,
                of.restricted(),
                of.breakers()))));
    }

    AccountTruth account() {
        return venue.account();
    }

    Outcome apply(Command command) {
        return desk.apply(command);
    }

    List<Event> facts() {
        return desk.facts();
    }
}
