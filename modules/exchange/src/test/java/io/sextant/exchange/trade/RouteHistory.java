package io.sextant.exchange.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.SteerParent;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.ParentChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.standin.account.TruthOrder;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.RequestFault;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.testing.VirtualTime;
import io.sextant.execution.outside.JoinedVenues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * One desk over two venues that routes orders on a bad day: answers are lost, late and doubled at each venue by itself, one of them is
 * not to be reached for a while, and the desk dies and comes back from its journal. Then the day turns good, and every position, every
 * balance and every route has to be as the two venues have them.
 */
final class RouteHistory {

    static final long START_NANOS = 1_780_000_000_000_000_000L;

    private static final long MILLI_NANOS = 1_000_000L;
    private static final long TURN_NANOS = 50 * MILLI_NANOS;
    private static final long SECOND_NANOS = 1_000 * MILLI_NANOS;
    private static final int BAD_TURNS = 900;
    private static final int CALM_TURNS = 240;
    private static final int MOST_CALM_TURNS = 8_000;
    private static final int AMPLE_WEIGHT = 60_000;
    private static final int TOLD_LEVELS = 8;
    private static final int BASE_SCALE = 8;

    private final SeededRandom random;
    private final VirtualTime time = new VirtualTime(START_NANOS);
    private final List<FaultPlan> plans = new ArrayList<>();
    private final List<LiveHistory.Venue> venues = new ArrayList<>();
    private final List<Listing> listings = new ArrayList<>();
    private final List<Map<Long, Long>> shown = new ArrayList<>();
    private final int[] darkTurns;
    private final SessionTerms terms;
    private final CrashJournal journal = new CrashJournal();
    private final Set<OrderState> diedIn = new HashSet<>();
    private List<LiveTrading> doors = List.of();
    private PushedFeed feed;
    private LiveDesk desk;

    RouteHistory(long seed, List<String> names, List<LiveHistory.Maker> makers) {
        random = SeededRandom.stream(seed, 77);
        for (int i = 0; i < makers.size(); i++) {
            FaultPlan plan = new FaultPlan(seed + 1_000L * i, 0.04, 0.10);
            plan.calmDown();
            venues.add(makers.get(i).make(time, plan, seed + i));
            plans.add(plan);
            shown.add(new TreeMap<>());
        }
        darkTurns = new int[venues.size()];
        Map<String, Integer> widths = new HashMap<>();
        for (LiveHistory.Venue venue : venues) {
            SpotPair pair = (SpotPair) venue.listing().instrument();
            widths.merge("base", pair.base().scale(), Math::max);
            widths.merge("quote", pair.quote().scale(), Math::max);
        }
        for (int i = 0; i < venues.size(); i++) {
            Listing one = venues.get(i).listing();
            SpotPair pair = (SpotPair) one.instrument();
            Currency base = new Currency(pair.base().code(), widths.get("base"));
            Currency quote = new Currency(pair.quote().code(), widths.get("quote"));
            listings.add(new Listing(
                    new SpotPair(pair.id().at(names.get(i)), pair.name(), base, quote, pair.rules(), pair.fees()),
                    one.symbol()));
        }
        List<Instrument> instruments =
                listings.stream().map(Listing::instrument).toList();
        Currency quote = instruments.getFirst().quote();
        terms = new SessionTerms(
                TradingMode.LIVE,
                0,
                START_NANOS,
                String.join(DeskVenues.BETWEEN, names),
                quote,
                List.of(),
                List.of(Money.parse("200000", quote)),
                CostBasis.AVERAGE,
                new InstrumentCatalog(instruments));
        time.every(TURN_NANOS, this::moveMarkets);
        live();
    }

    private void moveMarkets() {
        for (LiveHistory.Venue venue : venues) {
            venue.exchange().move(0);
        }
    }

    private void live() {
        feed = new PushedFeed(terms.instruments());
        List<LiveTrading> opened = new ArrayList<>();
        for (int i = 0; i < venues.size(); i++) {
            opened.add(new LiveTrading(
                    venues.get(i).connector(),
                    new WeightLimiter(AMPLE_WEIGHT),
                    List.of(listings.get(i)),
                    i,
                    START_NANOS,
                    TradingSettings.USUAL,
                    time,
                    time,
                    task -> time.after(MILLI_NANOS * (1 + random.nextInt(30)), task),
                    SeededRandom.stream(random.nextLong(), 3)));
            shown.get(i).clear();
        }
        doors = opened;
        desk = new LiveDesk(terms, feed, new JoinedVenues(DeskVenues.of(terms), opened), journal);
        for (int i = 0; i < venues.size(); i++) {
            feed.status(i, time.nanos(), FeedStatus.DISCONNECTED);
            feed.status(i, time.nanos(), FeedStatus.CONNECTED);
        }
    }

    private void die() {
        desk.state().workingOrders().forEach(order -> diedIn.add(order.state()));
        doors.forEach(LiveTrading::close);
        journal.crash();
        live();
    }

    /** What orders were when the desk died. */
    Set<OrderState> diedIn() {
        return diedIn;
    }

    void run() {
        plans.forEach(FaultPlan::beginAgain);
        for (int turn = 0; turn < BAD_TURNS; turn++) {
            turn();
            if (random.nextInt(60) == 0) {
                desk.apply(route());
            }
            if (random.nextInt(200) == 0) {
                steer();
            }
            if (random.nextInt(300) == 0) {
                darkTurns[random.nextInt(venues.size())] = 100;
            }
            if (random.nextInt(220) == 0) {
                die();
            }
        }
        plans.forEach(FaultPlan::calmDown);
        Arrays.fill(darkTurns, 0);
        settle();
        compare();
    }

    /** Lets good days pass until nothing moves any more. */
    void settle() {
        int turns = 0;
        while ((turns < CALM_TURNS || !isSettled()) && turns++ < MOST_CALM_TURNS) {
            turn();
            desk.flush();
            desk.state().parents().stream()
                    .filter(one -> !one.stage().isTerminal())
                    .forEach(one -> desk.apply(new SteerParent(one.id(), Steering.RESUME)));
        }
        assertThat(isSettled())
                .as("%s %s", desk.core().reconciliation().reason(), desk.state().workingOrders())
                .isTrue();
    }

    private boolean isSettled() {
        return desk.state().workingOrders().isEmpty()
                && desk.state().parents().stream().allMatch(one -> one.stage().isTerminal())
                && desk.core().reconciliation().trust() == VenueTrust.AGREED;
    }

    private void steer() {
        desk.state().parents().stream()
                .filter(one -> !one.stage().isTerminal())
                .findFirst()
                .ifPresent(one ->
                        desk.apply(new SteerParent(one.id(), random.nextBoolean() ? Steering.PAUSE : Steering.HURRY)));
    }

    private void turn() {
        time.runUntil(time.nanos() + TURN_NANOS);
        for (int i = 0; i < venues.size(); i++) {
            tell(i);
            if (darkTurns[i] > 0 && darkTurns[i]-- % 10 == 0) {
                for (int j = 0; j < 20; j++) {
                    plans.get(i).order(RequestFault.HANG_UP);
                }
            }
        }
        desk.turn(time.nanos());
        if (random.nextInt(3) > 0) {
            desk.flush();
        }
        if (random.nextInt(200) == 0) {
            desk.takeSnapshot();
        }
    }

    /** The nearest prices of both sides, as far as they are not known yet. */
    private void tell(int at) {
        MarketTruth market = venues.get(at).exchange().all().getFirst();
        Map<Long, Long> now = new TreeMap<>();
        take(market.book().bids(), now, 1);
        take(market.book().asks(), now, -1);
        Map<Long, Long> before = shown.get(at);
        before.keySet().stream().filter(key -> !now.containsKey(key)).forEach(key -> level(at, key, 0));
        now.forEach((key, lots) -> {
            if (!lots.equals(before.get(key))) {
                level(at, key, lots);
            }
        });
        shown.set(at, now);
        feed.best(at, time.nanos(), market.bestBid().ticks(), market.bestAsk().ticks());
    }

    private void level(int at, long key, long lots) {
        feed.level(at, time.nanos(), key > 0 ? Side.BUY : Side.SELL, Math.abs(key), lots);
    }

    private static void take(NavigableMap<Long, Long> side, Map<Long, Long> into, int sign) {
        side.entrySet().stream().limit(TOLD_LEVELS).forEach(one -> into.put(sign * one.getKey(), one.getValue()));
    }

    Command route() {
        return route(
                random.nextInt(5) < 3 ? Side.BUY : Side.SELL,
                Quantity.of(1_000L * (1 + random.nextInt(50_000)), BASE_SCALE));
    }

    Command route(Side side, Quantity quantity) {
        List<InstrumentId> all =
                terms.instruments().all().stream().map(Instrument::id).toList();
        MarketTruth first = venues.getFirst().exchange().all().getFirst();
        Price near = listings.getFirst()
                .instrument()
                .priceOf(first.bestBid().ticks() + side.sign() * (long) random.nextInt(4_000));
        return new PlaceAlgo(new AlgoTerms(
                all.getFirst(),
                side,
                quantity,
                random.nextBoolean() ? null : near,
                false,
                new AlgoPlan.Route(all.subList(1, all.size()), (5 + random.nextInt(60)) * SECOND_NANOS),
                OrderOrigin.TICKET,
                ""));
    }

    LiveDesk desk() {
        return desk;
    }

    List<LiveHistory.Venue> venues() {
        return venues;
    }

    /** From now on no request reaches this venue and its stream is cut. */
    void goDark(int venue) {
        darkTurns[venue] = Integer.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            plans.get(venue).order(RequestFault.HANG_UP);
        }
        venues.get(venue).cutAll().run();
    }

    void comeBack(int venue) {
        darkTurns[venue] = 0;
        plans.get(venue).calmDown();
    }

    void pass(long nanos) {
        long until = time.nanos() + nanos;
        while (time.nanos() < until) {
            turn();
            desk.flush();
        }
    }

    /** Everything against what is true at the two venues. */
    void compare() {
        Map<Long, Long> parentOf = new HashMap<>();
        Map<Long, ParentOrder> routes = new HashMap<>();
        for (Event fact : journaled()) {
            if (fact instanceof OrderChanged changed) {
                parentOf.put(
                        changed.order().id().value(),
                        changed.order().terms().link().parent());
            } else if (fact instanceof ParentChanged changed) {
                routes.put(changed.parent().id().value(), changed.parent());
            }
        }
        desk.state().parents().forEach(one -> routes.put(one.id().value(), one));
        Map<Long, BigDecimal> filled = new HashMap<>();
        ClientIds ids = new ClientIds(START_NANOS);
        for (LiveHistory.Venue venue : venues) {
            Set<String> names = new HashSet<>();
            for (TruthOrder order : venue.account().orders()) {
                assertThat(names.add(order.clientId()))
                        .as("%s was placed once", order.clientId())
                        .isTrue();
                assertThat(order.isOpen()).isFalse();
                long parent =
                        parentOf.get(ids.find(order.clientId()).orElseThrow().orderId());
                filled.merge(parent, quantity(venue, order.filled()), BigDecimal::add);
            }
        }
        routes.forEach((id, route) -> {
            BigDecimal there = filled.getOrDefault(id, BigDecimal.ZERO);
            assertThat(there).as("route %d traded at the venues", id).isEqualByComparingTo(decimal(route.filled()));
            assertThat(there).as("route %d", id).isLessThanOrEqualTo(decimal(route.quantity()));
        });
        compareHoldings(desk.state());
    }

    private static BigDecimal quantity(LiveHistory.Venue venue, long lots) {
        return new BigDecimal(venue.exchange().all().getFirst().pair().quantity(lots));
    }

    private static BigDecimal decimal(Quantity quantity) {
        return BigDecimal.valueOf(quantity.units(), quantity.scale());
    }

    private void compareHoldings(DeskState state) {
        BigDecimal cash = BigDecimal.ZERO;
        for (int i = 0; i < venues.size(); i++) {
            InstrumentId id = listings.get(i).instrument().id();
            BigDecimal held = state.positions().stream()
                    .filter(one -> one.instrument().equals(id))
                    .map(one -> new BigDecimal(one.signedText()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Map<String, BigDecimal> there = venues.get(i).account().balances();
            assertThat(held.add(BigDecimal.TWO)).as("position at %s", id).isEqualByComparingTo(there.get("BTC"));
            cash = cash.add(there.get("USD"));
        }
        Money own = state.account().cash().getFirst();
        assertThat(BigDecimal.valueOf(own.units(), own.currency().scale()))
                .as("cash at both venues")
                .isEqualByComparingTo(cash);
    }

    private List<Event> journaled() {
        desk.flush();
        List<Event> facts = new ArrayList<>();
        journal.read(0, (position, kind, sequence, payload, offset, length) -> {
            if (kind == RecordKind.FACT) {
                facts.add(EventCodec.read(StateBytes.reader(payload, offset, length)));
            }
        });
        return facts;
    }
}
