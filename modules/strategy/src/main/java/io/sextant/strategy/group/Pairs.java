package io.sextant.strategy.group;

import io.sextant.analytics.estimation.EngleGranger;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tests all pairs for a long-run relation of their log prices (Engle and Granger 1987), keeps those that stand when it is counted how many were
 * tested, whose half-life is neither noise nor too long and that hedge each other, and trades what is between them back to its mean (Gatev,
 * Goetzmann and Rouwenhorst 2006; Vidyamurthy 2004). It fails when a relation ends, which its stop pays for, and where many pairs were looked
 * at and the best were luck.
 */
public final class Pairs implements StrategyKind {

    private static final int MOST_INSTRUMENTS = 40;
    private static final int LAGS = 1;
    /** What comes back faster than from one bar to the next is a stale price or a spread between bid and ask. */
    private static final double SHORTEST_HALF_LIFE = 1;

    @Override
    public String name() {
        return "pairs";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("window", 40, 2_000, 252),
                Reviews.days(28),
                new Parameter("enter", Parameter.Unit.NUMBER, 0.5, 5, 2, 0.25),
                new Parameter("leave", Parameter.Unit.NUMBER, 0, 2, 0.25, 0.25),
                new Parameter("stop", Parameter.Unit.NUMBER, 1, 20, 5, 0.5),
                new Parameter("alpha", Parameter.Unit.SHARE, 0.001, 0.5, 0.05, 0.01),
                Parameter.yesOrNo("bonferroni", false),
                new Parameter("longest-half-life", Parameter.Unit.BARS, 2, 500, 40, 1),
                new Parameter("most-pairs", Parameter.Unit.COUNT, 1, 50, 5, 1));
    }

    @Override
    public Needs needs(Choice choice) {
        rule(choice);
        int window = choice.whole("window");
        return new Needs(2, MOST_INSTRUMENTS, window, window, List.of(), false, false, false);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Selecting(choice);
    }

    static Spread.Rule rule(Choice choice) {
        return new Spread.Rule(choice.number("enter"), choice.number("leave"), choice.number("stop"));
    }

    private record Tested(int y, int x, EngleGranger result) {

        boolean isTradable(double longestHalfLife) {
            return result.beta()[0] > 0
                    && result.halfLife() >= SHORTEST_HALF_LIFE
                    && result.halfLife() <= longestHalfLife;
        }

        /** The constant of the regression makes the mean of its residuals 0. */
        Spread spread() {
            double squares = Arrays.stream(result.residuals()).map(e -> e * e).sum();
            return new Spread(
                    new int[] {y, x},
                    new double[] {1, -result.beta()[0]},
                    result.alpha(),
                    Math.sqrt(squares / (result.observations() - 2)));
        }
    }

    private static final class Selecting extends SpreadRun {

        private final double alpha;
        private final FalseDiscovery care;
        private final double longestHalfLife;
        private final int mostPairs;

        Selecting(Choice choice) {
            super(choice.whole("window"), rule(choice), choice.number(Reviews.NAME));
            alpha = choice.number("alpha");
            care = choice.yes("bonferroni") ? FalseDiscovery.BONFERRONI : FalseDiscovery.BENJAMINI_HOCHBERG;
            longestHalfLife = choice.whole("longest-half-life");
            mostPairs = choice.whole("most-pairs");
        }

        @Override
        int parts(int instruments) {
            return Math.min(mostPairs, instruments * (instruments - 1) / 2);
        }

        /** Either of a pair may be told by the other; both tests count as made, and the better stands for the pair. */
        @Override
        List<Spread> found(ClosePanel panel, int instruments) {
            double[][] logs = new double[instruments][];
            Arrays.setAll(logs, panel::logs);
            List<Tested> tests = new ArrayList<>();
            for (int y = 0; y < instruments; y++) {
                for (int x = 0; x < instruments; x++) {
                    if (x != y) {
                        test(tests, logs, y, x);
                    }
                }
            }
            double[] pValues =
                    tests.stream().mapToDouble(each -> each.result().pValue()).toArray();
            List<Spread> found = new ArrayList<>();
            boolean[][] taken = new boolean[instruments][instruments];
            for (int place : care.standing(pValues, alpha)) {
                Tested each = tests.get(place);
                if (found.size() < mostPairs && !taken[each.y()][each.x()] && each.isTradable(longestHalfLife)) {
                    found.add(each.spread());
                    taken[each.y()][each.x()] = true;
                    taken[each.x()][each.y()] = true;
                }
            }
            return found;
        }

        private static void test(List<Tested> tests, double[][] logs, int y, int x) {
            try {
                EngleGranger result = EngleGranger.test(logs[y], new double[][] {logs[x]}, LAGS);
                if (!Double.isNaN(result.pValue())) {
                    tests.add(new Tested(y, x, result));
                }
            } catch (IllegalArgumentException restsOrTellsExactly) {
                // A price that rests, or one that is another times a number, has nothing between it to trade.
            }
        }
    }
}
