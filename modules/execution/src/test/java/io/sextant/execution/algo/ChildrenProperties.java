package io.sextant.execution.algo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.ImpactTerms;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.time.SeededRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A venue that answers anything in any order, with fills that cross a cancel: children never exceed their parent, and never stop before. */
class ChildrenProperties {

    private static final int STEPS = 300;
    private static final long NANOS = 60_000_000_000L;

    /** Some half a minute, so that there is time left for what was planned. */
    private static final int BAD_STEPS = 60;

    /** All that is planned, the overtime after it, and a paused rest. */
    private static final int LONGEST_SECONDS = 300;

    @Property(tries = 300)
    void neverTradeNorCouldTradeMoreThanTheParent(@ForAll long seed) {
        RandomGenerator random = new SeededRandom(seed);
        long lots = 1 + random.nextLong(50);
        AlgoTerms terms = terms(random, lots);
        AnyAnswers venue = new AnyAnswers(random);
        Algo algo = new Algo(1, 0, AnyAnswers.SHARE, terms, seed);
        venue.follow(algo);
        algo.begin(venue);
        for (int step = 0; step < STEPS; step++) {
            venue.answer();
            if (random.nextInt(40) == 0) {
                algo.steer(
                        random.nextBoolean() ? Steering.PAUSE : random.nextBoolean() ? Steering.RESUME : Steering.HURRY,
                        venue);
            }
            if (random.nextInt(200) == 0) {
                algo.cancel("asked for", venue);
            }
            if (random.nextInt(50) == 0) {
                algo = reloaded(algo, terms, seed);
                venue.follow(algo);
            }
            look(algo, venue);
            assertThat(venue.filledLots()).isLessThanOrEqualTo(lots);
            assertThat(venue.filledLots() + venue.couldFillLots()).isLessThanOrEqualTo(lots);
            assertThat(algo.toOrder().filled()).isEqualTo(AnyAnswers.SHARE.quantityOf(venue.filledLots()));
        }
    }

    /** Whatever happened before, a parent that nobody ended goes on with children until it is filled. */
    @Property(tries = 300)
    void goesOnUntilTheParentIsDone(@ForAll long seed) {
        RandomGenerator random = new SeededRandom(seed);
        long lots = 1 + random.nextLong(50);
        AlgoTerms terms = terms(random, lots);
        AnyAnswers venue = new AnyAnswers(random);
        Algo algo = new Algo(1, 0, AnyAnswers.SHARE, terms, seed);
        venue.follow(algo);
        algo.begin(venue);
        for (int step = random.nextInt(BAD_STEPS); step > 0; step--) {
            venue.answer();
            if (random.nextInt(20) == 0) {
                algo.steer(random.nextBoolean() ? Steering.PAUSE : Steering.RESUME, venue);
            }
            look(algo, venue);
        }
        venue.becomeKind();
        for (int second = 0; second < LONGEST_SECONDS && !algo.stage().isTerminal(); second++) {
            algo.steer(Steering.RESUME, venue);
            if (random.nextInt(20) == 0) {
                algo = reloaded(algo, terms, seed);
                venue.follow(algo);
            }
            venue.tradeEverything();
            look(algo, venue);
        }
        assertThat(algo.stage()).as(algo.toOrder().reason()).isEqualTo(ParentStage.DONE);
        assertThat(venue.filledLots()).isEqualTo(lots);
        assertThat(algo.toOrder().filled()).isEqualTo(AnyAnswers.SHARE.quantityOf(lots));
    }

    /** Only when it asks for it, as the desk does. */
    private static void look(Algo algo, AnyAnswers venue) {
        if (algo.needsLook() || algo.nextLookNanos() <= venue.nowNanos()) {
            algo.looked();
            algo.look(venue);
        }
    }

    private static AlgoTerms terms(RandomGenerator random, long lots) {
        return new AlgoTerms(
                AnyAnswers.SHARE.id(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                AnyAnswers.SHARE.quantityOf(lots),
                AnyAnswers.SHARE.priceOf(1_000),
                false,
                plan(random),
                OrderOrigin.TICKET,
                "");
    }

    private static Algo reloaded(Algo algo, AlgoTerms terms, long seed) {
        StateBytes bytes = new StateBytes();
        algo.save(bytes);
        Algo again = new Algo(1, 0, AnyAnswers.SHARE, terms, seed);
        again.load(StateBytes.reader(bytes.toByteArray()));
        StateBytes same = new StateBytes();
        again.save(same);
        assertThat(same.toByteArray()).isEqualTo(bytes.toByteArray());
        return again;
    }

    private static AlgoPlan plan(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> new AlgoPlan.Twap(NANOS, 10);
            case 1 -> new AlgoPlan.Vwap(NANOS, List.of(5, 0, 3, 1, 7));
            case 2 -> new AlgoPlan.Pov(2_500, NANOS);
            case 3 -> new AlgoPlan.Shortfall(NANOS, 10, new ImpactTerms(1e-2, 1, 1e-4, 1));
            case 4 -> new AlgoPlan.Chaser(NANOS);
            default -> new AlgoPlan.Iceberg(Quantity.parse("4"), 5_000);
        };
    }
}
