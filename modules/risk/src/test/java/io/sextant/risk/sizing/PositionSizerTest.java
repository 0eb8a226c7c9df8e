package io.sextant.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.risk.SizeSuggestion.Nothing.Why;
import io.sextant.domain.risk.SizingRule;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PositionSizerTest {

    private static final double CONFIDENCE = 0.95;
    private static final double EQUITY = 100_000;

    private final PositionSizer sizer = new PositionSizer(CONFIDENCE, 1);

    /** 1 percent of 100,000 is 1,000; two ranges of 25 cost 50 a lot. */
    @Test
    void aMoveOfTheWantedRangesCostsTheWantedShare() {
        assertThat(sizer.size(new SizingRule.VolatilityTarget(1, 2), quiet(100, 25)))
                .isEqualTo(new SizedLots(20, false, Optional.empty()));
    }

    @Test
    void neverBuysMoreThanTheDeskIsWorth() {
        SizedLots sized = sizer.size(new SizingRule.VolatilityTarget(10, 1), quiet(1_000, 1));
        assertThat(sized.lots()).isEqualTo(100);
        assertThat(sized.capped()).isTrue();
    }

    /** p 0.6 at even odds: Kelly stakes 0.2, half of it 0.1: 10,000 at 2 x 25 a lot. */
    @Test
    void halfOfKellyStakesATenthOfAnEvenBetWonSixTimesInTen() {
        assertThat(sizer.size(new SizingRule.Kelly(60, 1, 0.5, 50, 2), quiet(100, 25))
                        .lots())
                .isEqualTo(200);
    }

    @Test
    void kellyIsCapped() {
        assertThat(sizer.size(new SizingRule.Kelly(60, 1, 0.5, 2, 2), quiet(100, 25))
                        .lots())
                .isEqualTo(40);
    }

    @Test
    void kellyStakesNothingOnABetThatLoses() {
        assertThat(sizer.size(new SizingRule.Kelly(40, 1, 0.5, 50, 2), quiet(100, 25))
                        .nothing())
                .contains(Why.NO_EDGE);
        assertThat(sizer.size(new SizingRule.Kelly(50, 1, 0.5, 50, 2), quiet(100, 25))
                        .nothing())
                .contains(Why.NO_EDGE);
    }

    @Test
    void saysSoWhenNotEvenALotFits() {
        assertThat(sizer.size(new SizingRule.VolatilityTarget(1, 2), quiet(100, 600))
                        .nothing())
                .contains(Why.LESS_THAN_A_LOT);
    }

    @Test
    void aBudgetThatThePositionsHaveSpentLeavesNothing() {
        double[] losing = new double[100];
        Arrays.fill(losing, -2_000);
        SizingFacts facts = new SizingFacts(EQUITY, 100, 1, losing, new double[100]);
        assertThat(sizer.size(new SizingRule.TailBudget(1), facts).nothing()).contains(Why.BUDGET_SPENT);
    }

    @Property(tries = 200)
    void theTailBudgetAllowsAsManyLotsAsTryingThemAllOneByOne(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.2, max = 5) double percent) {
        Random random = new Random(seed);
        double[] portfolio = random.doubles(60, -1_500, 1_500).toArray();
        double[] lot = random.doubles(60, -300, 300).toArray();
        SizingFacts facts = new SizingFacts(EQUITY, 500, 1, portfolio, lot);
        double budget = percent / 100 * EQUITY;

        SizedLots sized = sizer.size(new SizingRule.TailBudget(percent), facts);

        if (sizer.shortfall(facts, 0) > budget) {
            assertThat(sized.nothing()).contains(Why.BUDGET_SPENT);
            return;
        }
        long most = 0;
        while (most < 200 && sizer.shortfall(facts, most + 1) <= budget) {
            most++;
        }
        assertThat(sized.lots()).isEqualTo(most);
    }

    private static SizingFacts quiet(double lotValue, double lotRange) {
        return new SizingFacts(EQUITY, lotValue, lotRange, new double[100], new double[100]);
    }
}
