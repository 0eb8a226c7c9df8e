package io.sextant.execution.algo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.parent.ImpactTerms;
import io.sextant.domain.time.SeededRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The schedule against the cost that it is said to minimise, computed from nothing but its definition. */
class AlmgrenChrissTest {

    private static final int SLICES = 12;

    @Test
    void isTheSolutionOfTheFirstOrderConditions() {
        for (int seed = 0; seed < 200; seed++) {
            RandomGenerator random = new SeededRandom(seed);
            double tau = 1 + 60 * random.nextDouble();
            ImpactTerms terms = terms(random, tau);
            double[] solved = solve(terms, tau);
            double kappa = AlmgrenChriss.kappa(terms, tau);
            for (int j = 0; j <= SLICES; j++) {
                assertThat(1 - AlmgrenChriss.tradedBy(j, SLICES, kappa, tau)).isCloseTo(solved[j], within(1e-9));
            }
        }
    }

    @Test
    void costsLessThanAnyOtherWay() {
        RandomGenerator random = new SeededRandom(3);
        double tau = 30;
        ImpactTerms terms = terms(random, tau);
        double kappa = AlmgrenChriss.kappa(terms, tau);
        double[] left = new double[SLICES + 1];
        for (int j = 0; j <= SLICES; j++) {
            left[j] = 1 - AlmgrenChriss.tradedBy(j, SLICES, kappa, tau);
        }
        double least = cost(left, terms, tau);
        for (int i = 0; i < 1_000; i++) {
            double[] other = left.clone();
            for (int j = 1; j < SLICES; j++) {
                other[j] += 0.02 * random.nextGaussian();
            }
            assertThat(cost(other, terms, tau)).isGreaterThanOrEqualTo(least - 1e-15);
        }
    }

    @Test
    void isAStraightLineWithoutAversion() {
        double kappa = AlmgrenChriss.kappa(new ImpactTerms(0, 0.5, 0, 1e-3), 10);
        assertThat(AlmgrenChriss.tradedBy(3, SLICES, kappa, 10)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void tradesAtOnceWithEndlessAversion() {
        double kappa = AlmgrenChriss.kappa(new ImpactTerms(1e30, 0.5, 0, 1e-3), 10);
        assertThat(AlmgrenChriss.tradedBy(1, 1_440, kappa, 10)).isCloseTo(1, within(1e-12));
        assertThat(AlmgrenChriss.tradedBy(1_440, 1_440, kappa, 10)).isCloseTo(1, within(1e-12));
    }

    /** The example of the paper's section 4: a million shares in five days, a half-life of about 1.6 days. */
    @Test
    void agreesWithTheExampleOfThePaper() {
        double kappa = AlmgrenChriss.kappa(new ImpactTerms(1e-6, 0.95, 2.5e-7, 2.5e-6), 1);
        assertThat(kappa).isCloseTo(0.61, within(0.02));
    }

    @Test
    void refusesSlicesSoLongThatOnlyPermanentImpactIsLeft() {
        assertThatIllegalArgumentException().isThrownBy(() -> AlmgrenChriss.kappa(new ImpactTerms(1e-6, 1, 1, 1), 3));
    }

    private static ImpactTerms terms(RandomGenerator random, double tau) {
        double eta = 1e-4 + random.nextDouble();
        return new ImpactTerms(random.nextDouble() * 0.1, random.nextDouble(), eta / tau * random.nextDouble(), eta);
    }

    /** Expected cost and its variance of a unit position, less the part of permanent impact that no way changes. */
    private static double cost(double[] left, ImpactTerms terms, double tau) {
        double eta = terms.temporaryImpact() - terms.permanentImpact() * tau / 2;
        double cost = 0;
        for (int j = 1; j <= SLICES; j++) {
            double traded = left[j - 1] - left[j];
            cost += eta / tau * traded * traded
                    + terms.riskAversion() * terms.volatility() * terms.volatility() * tau * left[j] * left[j];
        }
        return cost;
    }

    /** x(j-1) - (2 + c) x(j) + x(j+1) = 0 between the ends 1 and 0, by elimination (Thomas). */
    private static double[] solve(ImpactTerms terms, double tau) {
        double eta = terms.temporaryImpact() - terms.permanentImpact() * tau / 2;
        double c = terms.riskAversion() * terms.volatility() * terms.volatility() / eta * tau * tau;
        double[] factor = new double[SLICES + 1];
        double[] right = new double[SLICES + 1];
        right[0] = 1;
        for (int j = 1; j < SLICES; j++) {
            double pivot = 2 + c - factor[j - 1];
            factor[j] = 1 / pivot;
            right[j] = right[j - 1] / pivot;
        }
        double[] left = new double[SLICES + 1];
        for (int j = SLICES - 1; j >= 1; j--) {
            left[j] = right[j] + factor[j] * left[j + 1];
        }
        left[0] = 1;
        return left;
    }
}
