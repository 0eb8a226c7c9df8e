package io.sextant.execution.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.time.SeededRandom;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever three venues answer, in whatever order, or do not: a route is never more than was asked for, and counts what it traded. */
class RouteOrderProperties {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int SCALE = 8;
    private static final int STEPS = 200;
    private static final int LONGEST_SECONDS = 400;

    /** A fiftieth of a unit is the coarsest step that lots of 10, 1 and 4 thousandths have in common. */
    private static final long STEP_UNITS = 2_000_000;

    /** Where the venue with the finest lots is lost. */
    private static final long COARSER_LOT_UNITS = 400_000;

    @Property(tries = 150)
    void neverTradesNorCouldTradeMoreThanTheParent(@ForAll long seed) {
        RandomGenerator random = new SeededRandom(seed);
        AlgoTerms terms = terms(random, MINUTE_NANOS * 10);
        long units = terms.quantity().unitsAt(SCALE);
        RouteVenues venues = new RouteVenues(random);
        RouteOrder route = new RouteOrder(1, RouteVenues.places(), terms);
        venues.follow(route);
        route.begin(venues);
        for (int step = 0; step < STEPS; step++) {
            venues.answer();
            if (random.nextInt(40) == 0) {
                route.steer(
                        random.nextBoolean() ? Steering.PAUSE : random.nextBoolean() ? Steering.RESUME : Steering.HURRY,
                        venues);
            }
            if (random.nextInt(200) == 0) {
                route.cancel("asked for", venues);
            }
            if (random.nextInt(50) == 0) {
                route = reloaded(route, terms);
                venues.follow(route);
            }
            look(route, venues);
            assertThat(venues.filledUnits() + venues.couldFillUnits()).isLessThanOrEqualTo(units);
            ParentOrder told = route.toOrder();
            assertThat(told.filled()).isEqualTo(Quantity.of(venues.filledUnits(), SCALE));
            if (venues.filledUnits() > 0) {
                double average = venues.filledValue().doubleValue() / venues.filledUnits();
                assertThat(Objects.requireNonNull(told.average()).toDouble())
                        .as("to the last digit that is told, half of a ten thousandth")
                        .isCloseTo(average, within(6e-5));
            }
        }
        assertThat(venues.sentAtLost()).isZero();
        assertThat(venues.sent()).isLessThanOrEqualTo(RouteOrder.MOST_ROUNDS * RouteVenues.CATALOG.size());
    }

    /** What nobody ended is filled in the end, but for less than the smallest lot. */
    @Property(tries = 80)
    void goesOnUntilItIsFilled(@ForAll long seed) {
        RandomGenerator random = new SeededRandom(seed);
        AlgoTerms terms = terms(random, AlgoPlan.LONGEST_NANOS);
        RouteVenues venues = new RouteVenues(random);
        RouteOrder route = new RouteOrder(1, RouteVenues.places(), terms);
        venues.follow(route);
        route.begin(venues);
        for (int step = random.nextInt(30); step > 0; step--) {
            venues.answer();
            look(route, venues);
        }
        venues.becomeKind();
        for (int second = 0; second < LONGEST_SECONDS && !route.stage().isTerminal(); second++) {
            route.steer(Steering.RESUME, venues);
            venues.tradeAndEnd();
            look(route, venues);
        }
        if (route.stage() == ParentStage.FAILED) {
            assertThat(venues.sent()).isGreaterThanOrEqualTo(RouteOrder.MOST_ROUNDS);
        } else {
            assertThat(route.stage()).as(route.toOrder().reason()).isEqualTo(ParentStage.DONE);
            assertThat(venues.filledUnits()).isEqualTo(terms.quantity().unitsAt(SCALE));
        }
    }

    /** One venue falls silent with its part in its hands: that part is not sent again, and the others trade theirs. */
    @Property(tries = 50)
    void leavesWhatIsUnknownToBeTold(@ForAll long seed) {
        RandomGenerator random = new SeededRandom(seed);
        AlgoTerms terms = terms(random, AlgoPlan.LONGEST_NANOS);
        long units = terms.quantity().unitsAt(SCALE);
        RouteVenues venues = new RouteVenues(random);
        venues.becomeKind();
        RouteOrder route = new RouteOrder(1, RouteVenues.places(), terms);
        venues.follow(route);
        route.begin(venues);
        look(route, venues);
        venues.loseSilently(random.nextInt(3));
        for (int second = 0; second < 100; second++) {
            venues.tradeAndEnd();
            look(route, venues);
        }
        long open = venues.couldFillUnits();
        assertThat(open == 0 || !route.stage().isTerminal()).isTrue();
        assertThat(units - venues.filledUnits() - open)
                .as("the rest was filled elsewhere, but for less than the lots there")
                .isBetween(0L, COARSER_LOT_UNITS - 1);
    }

    @Example
    void beatsTheBestVenueAloneAndSaysByHowMuch() {
        RandomGenerator random = new SeededRandom(1);
        RouteVenues venues = new RouteVenues(random);
        venues.becomeKind();
        AlgoTerms terms = new AlgoTerms(
                RouteVenues.CATALOG.get(0).id(),
                Side.BUY,
                Quantity.parse("0.02"),
                null,
                false,
                plan(MINUTE_NANOS),
                OrderOrigin.TICKET,
                "");
        RouteOrder route = new RouteOrder(1, RouteVenues.places(), terms);
        venues.follow(route);
        route.begin(venues);
        look(route, venues);
        assertThat(route.toOrder().benchmark()).isNotNull();
        assertThat(route.toOrder().arrival()).isEqualTo(Price.of(1_000_000, 4));
        assertThat(route.concerns(2)).isTrue();
        assertThat(route.concerns(3)).isFalse();
    }

    /** Lots of ten and four thousandths are too coarse for the last three, and where they are fine enough the money is gone. */
    @Property(tries = 20)
    void isDoneWhenOnlyDustIsLeftForTheVenuesThatCanBePaid(@ForAll long seed) {
        RouteVenues venues = new RouteVenues(new SeededRandom(seed));
        venues.becomeKind();
        venues.spendAllAt(1);
        AlgoTerms terms = new AlgoTerms(
                RouteVenues.CATALOG.get(0).id(),
                Side.BUY,
                Quantity.parse("0.203"),
                null,
                false,
                plan(AlgoPlan.LONGEST_NANOS),
                OrderOrigin.TICKET,
                "");
        RouteOrder route = new RouteOrder(1, RouteVenues.places(), terms);
        venues.follow(route);
        route.begin(venues);
        for (int second = 0; second < LONGEST_SECONDS && !route.stage().isTerminal(); second++) {
            look(route, venues);
            venues.tradeAndEnd();
        }
        assertThat(route.stage()).as(route.toOrder().reason()).isEqualTo(ParentStage.DONE);
        assertThat(venues.filledUnits())
                .isBetween(
                        terms.quantity().unitsAt(SCALE) - COARSER_LOT_UNITS + 1,
                        terms.quantity().unitsAt(SCALE) - 1);
    }

    private static void look(RouteOrder route, RouteVenues venues) {
        if (route.wakeNanos() <= venues.nowNanos()) {
            route.wake(venues.nowNanos());
        }
        if (route.needsLook()) {
            route.looked();
            route.look(venues);
        }
    }

    private static AlgoTerms terms(RandomGenerator random, long durationNanos) {
        return new AlgoTerms(
                RouteVenues.CATALOG.get(0).id(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                Quantity.of((1 + random.nextLong(60)) * STEP_UNITS, SCALE),
                null,
                false,
                plan(durationNanos),
                OrderOrigin.TICKET,
                "");
    }

    private static AlgoPlan plan(long durationNanos) {
        List<InstrumentId> others = List.of(
                RouteVenues.CATALOG.get(1).id(), RouteVenues.CATALOG.get(2).id());
        return new AlgoPlan.Route(others, durationNanos);
    }

    private static RouteOrder reloaded(RouteOrder route, AlgoTerms terms) {
        StateBytes bytes = new StateBytes();
        route.save(bytes);
        RouteOrder again = new RouteOrder(1, RouteVenues.places(), terms);
        again.load(StateBytes.reader(bytes.toByteArray()));
        StateBytes same = new StateBytes();
        again.save(same);
        assertThat(same.toByteArray()).isEqualTo(bytes.toByteArray());
        return again;
    }
}
