package io.sextant.strategy.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.regime.RegimeName;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Scene.Outlook;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Target.Strength;
import io.sextant.strategy.kind.Wishes;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Wished;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Strategies that act on what models say of the market. */
class TellingStrategiesTest {

    private static final ForecastDriven FORECAST = new ForecastDriven();

    private static double[] resting(int size) {
        double[] closes = new double[size];
        Arrays.fill(closes, 100);
        return closes;
    }

    private static List<Wished> wishesOf(@Nullable Outlook... outlooks) {
        return Market.ofCloses(resting(outlooks.length))
                .withOutlooks(bar -> outlooks[bar])
                .wishesOf(FORECAST, Choice.usual(FORECAST));
    }

    private static Outlook outlook(double expected, Verdict verdict) {
        return new Outlook(expected, expected - 0.01, expected + 0.01, verdict, "m");
    }

    @Test
    void actsOnlyOnForecastsOfMeasuredSkill() {
        assertThat(wishesOf(
                        null,
                        outlook(0.02, Verdict.NO_EVIDENCE),
                        outlook(0.02, Verdict.WORSE_THAN_NAIVE),
                        outlook(-0.02, Verdict.NO_EVIDENCE)))
                .isEmpty();
        assertThat(wishesOf(
                        outlook(0.02, Verdict.SKILL),
                        outlook(0.02, Verdict.NO_EVIDENCE),
                        outlook(-0.02, Verdict.SKILL),
                        null))
                .extracting(Wished::share)
                .containsExactly(1.0, 0.0, -1.0, 0.0);
    }

    @Test
    void isSureWhereTheIntervalLeavesOutNoughtAndDoesNothingForAMoveBelowItsCosts() {
        List<Wished> wishes =
                wishesOf(outlook(0.02, Verdict.SKILL), outlook(-0.005, Verdict.SKILL), outlook(0.0004, Verdict.SKILL));
        assertThat(wishes).extracting(each -> each.target().strength()).startsWith(Strength.STRONG, Strength.WEAK);
        assertThat(wishes).extracting(Wished::share).containsExactly(1.0, -1.0, 0.0);
    }

    @Test
    void aWishLapsesWithTheBarThatItIsForAndIsMadeAgainWhereNobodyFilledIt() {
        Target first = wishesOf(outlook(0.02, Verdict.SKILL)).getFirst().target();
        assertThat(first.untilNanos()).isEqualTo(2 * Market.DAY_NANOS);
        StrategyRun run = FORECAST.begin(Choice.usual(FORECAST));
        List<Target> made = new ArrayList<>();
        Wishes lost = new Wishes() {
            @Override
            public void hold(Target target) {
                made.add(target);
            }

            @Override
            public void order(OrderWish wish) {
                throw new IllegalStateException("no order is wished here");
            }
        };
        // What is wished in the first three bars gets lost, what is wished then is filled.
        StrategyRun heardLate = (scene, wishes) -> run.next(scene, scene.bars(0) <= 3 ? lost : wishes);
        List<Wished> heard = Market.ofCloses(resting(6))
                .withOutlooks(bar -> outlook(0.02, Verdict.SKILL))
                .outcomeOf(heardLate)
                .wishes();
        assertThat(made).hasSize(3);
        assertThat(heard).extracting(Wished::bar).containsExactly(3);
    }

    @Test
    void goesWithTrendsAgainstTheEdgesOfRangesAndOutOfDanger() {
        RegimeSwitch kind = new RegimeSwitch();
        RegimeName[] regimes = {
            RegimeName.TREND_UP,
            RegimeName.TREND_UP,
            RegimeName.TREND_UP,
            RegimeName.TREND_DOWN,
            RegimeName.TURBULENT,
            RegimeName.RANGE,
            RegimeName.RANGE,
            RegimeName.CRASH,
            null
        };
        double[] closes = {10, 10, 10.1, 10, 10, 9, 10, 10, 10};
        List<Wished> wishes = Market.ofCloses(closes)
                .withRegimes(bar -> regimes[bar])
                .wishesOf(kind, Choice.of(kind, Map.of("length", 3.0, "deviations", 1.0)));
        assertThat(wishes.stream()
                        .map(each -> each.bar() + " " + each.share() + " "
                                + each.target().reason().code()))
                .containsExactly(
                        "2 1.0 regime-trend-up",
                        "3 -1.0 regime-trend-down",
                        "4 0.0 regime-danger",
                        "5 1.0 too-low",
                        "6 0.0 came-home");
    }
}
