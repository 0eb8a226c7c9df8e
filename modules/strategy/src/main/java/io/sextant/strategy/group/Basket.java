package io.sextant.strategy.group;

import io.sextant.analytics.estimation.EngleGranger;
import io.sextant.analytics.estimation.Johansen;
import io.sextant.analytics.statistics.Deterministic;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The combination of several instruments that comes back most surely, by Johansen's trace test at 5 % (Johansen 1991; Chan, Algorithmic
 * Trading, 2013), traded back to its mean. It fails as pairs do, and with each instrument more the combination fits its window better than
 * what follows.
 */
public final class Basket implements StrategyKind {

    private static final int MOST_INSTRUMENTS = 6;
    private static final int LAGS = 2;
    private static final int FIVE_PERCENT = 1;

    @Override
    public String name() {
        return "basket";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("window", 60, 2_000, 252),
                Reviews.days(28),
                new Parameter("enter", Parameter.Unit.NUMBER, 0.5, 5, 1.5, 0.25),
                new Parameter("leave", Parameter.Unit.NUMBER, 0, 2, 0.25, 0.25),
                new Parameter("stop", Parameter.Unit.NUMBER, 1, 20, 5, 0.5),
                new Parameter("longest-half-life", Parameter.Unit.BARS, 2, 500, 40, 1));
    }

    @Override
    public Needs needs(Choice choice) {
        Pairs.rule(choice);
        int window = choice.whole("window");
        return new Needs(2, MOST_INSTRUMENTS, window, window, List.of(), false, false, false);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Combining(choice);
    }

    private static final class Combining extends SpreadRun {

        private final double longestHalfLife;

        Combining(Choice choice) {
            super(choice.whole("window"), Pairs.rule(choice), choice.number(Reviews.NAME));
            longestHalfLife = choice.whole("longest-half-life");
        }

        @Override
        int parts(int instruments) {
            return 1;
        }

        @Override
        List<Spread> found(ClosePanel panel, int instruments) {
            double[][] logs = new double[instruments][];
            Arrays.setAll(logs, panel::logs);
            Johansen result;
            try {
                result = Johansen.test(logs, LAGS, Deterministic.CONSTANT, 0);
            } catch (IllegalArgumentException restsOrTellsExactly) {
                return List.of();
            }
            double[] vector = Arrays.copyOf(result.vectors()[0], instruments);
            boolean holds = result.trace()[0] > result.criticalTrace()[0][FIVE_PERCENT];
            if (!holds || !Arrays.stream(vector).allMatch(Double::isFinite)) {
                return List.of();
            }
            double[] sums = new double[logs[0].length];
            for (int i = 0; i < sums.length; i++) {
                for (int k = 0; k < instruments; k++) {
                    sums[i] += vector[k] * logs[k][i];
                }
            }
            double mean = Arrays.stream(sums).sum() / sums.length;
            double squares =
                    Arrays.stream(sums).map(s -> (s - mean) * (s - mean)).sum();
            double deviation = Math.sqrt(squares / (sums.length - 1));
            boolean isTradable = deviation > 0 && EngleGranger.halfLife(sums) <= longestHalfLife;
            int[] all = IntStream.range(0, instruments).toArray();
            return isTradable ? List.of(new Spread(all, vector, mean, deviation)) : List.of();
        }
    }
}
