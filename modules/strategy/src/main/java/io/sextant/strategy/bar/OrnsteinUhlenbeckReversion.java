package io.sextant.strategy.bar;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.util.List;

/**
 * Fits x' = a + b x + e to the last log closes and trades towards the mean a / (1 - b) in units of the deviation s / sqrt(1 - b^2) that
 * such a process has at rest (Uhlenbeck and Ornstein 1930; the score of Avellaneda and Lee 2010). Only while half of a distance closes within
 * {@code longest-half-life} bars. It fails when the mean itself moves, and b is found too small in short windows (Kendall 1954), so that
 * it sees returns where there is a random walk.
 */
public final class OrnsteinUhlenbeckReversion implements StrategyKind {

    @Override
    public String name() {
        return "ou-reversion";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("window", 20, 2_000, 120),
                new Parameter("enter", Parameter.Unit.NUMBER, 0.25, 4, 1.25, 0.25),
                new Parameter("leave", Parameter.Unit.NUMBER, 0, 2, 0.25, 0.25),
                new Parameter("longest-half-life", Parameter.Unit.BARS, 1, 500, 20, 1),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    @Override
    public Needs needs(Choice choice) {
        if (choice.number("leave") >= choice.number("enter")) {
            throw new IllegalArgumentException("it leaves nearer to the mean than it enters, not at "
                    + choice.number("leave") + " and " + choice.number("enter"));
        }
        return Needs.bars(choice.whole("window") + 1);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Returning(needs(choice).warmUpBars(), choice);
    }

    private static final class Returning extends ReversionRun {

        private final Recent logs;
        private final double slowest;

        Returning(int warmUpBars, Choice choice) {
            super(warmUpBars, choice.number("enter"), choice.number("leave"), choice.yes(LONG_ONLY), "score");
            logs = new Recent(choice.whole("window") + 1);
            slowest = Math.exp(-Math.log(2) / choice.whole("longest-half-life"));
        }

        @Override
        void hear(Scene scene) {
            logs.add(Math.log(scene.close(0)));
        }

        @Override
        double score(Scene scene) {
            int pairs = logs.length() - 1;
            double before = 0;
            double after = 0;
            for (int k = pairs; k > 0; k--) {
                before += logs.ago(k);
                after += logs.ago(k - 1);
            }
            before /= pairs;
            after /= pairs;
            double square = 0;
            double product = 0;
            double squareAfter = 0;
            for (int k = pairs; k > 0; k--) {
                double x = logs.ago(k) - before;
                double y = logs.ago(k - 1) - after;
                square += x * x;
                product += x * y;
                squareAfter += y * y;
            }
            double slope = product / square;
            if (!(slope > 0 && slope <= slowest)) {
                return Double.NaN;
            }
            double errorVariance = Math.max(0, squareAfter - slope * product) / (pairs - 2);
            double deviation = Math.sqrt(errorVariance / (1 - slope * slope));
            double mean = (after - slope * before) / (1 - slope);
            return deviation > 0 ? (logs.ago(0) - mean) / deviation : Double.NaN;
        }
    }
}
