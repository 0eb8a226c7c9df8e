package io.sextant.strategy.group;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Long those that rose most over the last year but its last month, short those that rose least, in equal parts (Jegadeesh and Titman 1993).
 * It fails when a fallen market turns up at once, and the losers that it is short lead (Daniel and Moskowitz 2016).
 */
public final class CrossSectionalMomentum implements StrategyKind {

    private static final int FEWEST = 3;
    private static final int MOST = 500;

    @Override
    public String name() {
        return "cross-sectional-momentum";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("lookback", 2, 5_000, 252),
                Parameter.bars("skip", 0, 500, 21),
                new Parameter("fraction", Parameter.Unit.SHARE, 0.01, 0.5, 0.3, 0.05),
                Reviews.days(28),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    @Override
    public Needs needs(Choice choice) {
        int lookback = choice.whole("lookback");
        if (choice.whole("skip") >= lookback) {
            throw new IllegalArgumentException(
                    "fewer bars are skipped than looked at, not " + choice.whole("skip") + " of " + lookback);
        }
        return new Needs(FEWEST, MOST, lookback + 1, lookback + 1, List.of(), false, false, false);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        needs(choice);
        return new Ranking(choice);
    }

    private record Ranked(int instrument, double move) {}

    private static final class Ranking implements StrategyRun {

        private final int lookback;
        private final int skip;
        private final double fraction;
        private final boolean longOnly;
        private final Reviews reviews;
        private boolean[] seen = {};
        private double[] shares = {};

        Ranking(Choice choice) {
            lookback = choice.whole("lookback");
            skip = choice.whole("skip");
            fraction = choice.number("fraction");
            longOnly = choice.yes(LONG_ONLY);
            reviews = new Reviews(choice.number(Reviews.NAME));
        }

        @Override
        public void next(Scene scene, Wishes wishes) {
            int count = scene.instruments();
            if (seen.length == 0) {
                seen = new boolean[count];
                shares = new double[count];
            }
            for (int k = 0; k < count; k++) {
                seen[k] |= scene.isNew(k);
            }
            if (reviews.isDue(scene.endNanos())) {
                review(scene, wishes);
                seen = new boolean[count];
            }
        }

        /** Only what traded since the last review takes part: what was delisted is left. */
        private void review(Scene scene, Wishes wishes) {
            List<Ranked> ranked = new ArrayList<>();
            for (int k = 0; k < seen.length; k++) {
                double move = scene.close(k, skip) / scene.close(k, lookback) - 1;
                if (seen[k] && Double.isFinite(move)) {
                    ranked.add(new Ranked(k, move));
                }
            }
            if (ranked.size() < FEWEST) {
                return;
            }
            ranked.sort(Comparator.comparingDouble(Ranked::move).reversed().thenComparingInt(Ranked::instrument));
            int legs = Math.max(1, (int) Math.floor(fraction * ranked.size()));
            double part = (longOnly ? 1.0 : 0.5) / legs;
            double[] before = shares;
            shares = new double[seen.length];
            double[] moves = new double[seen.length];
            for (int i = 0; i < ranked.size(); i++) {
                int k = ranked.get(i).instrument();
                moves[k] = ranked.get(i).move();
                shares[k] = i < legs ? part : i >= ranked.size() - legs && !longOnly ? -part : 0;
            }
            for (int k = 0; k < shares.length; k++) {
                if (shares[k] != 0 || before[k] != 0) {
                    String code = shares[k] > 0 ? "among-first" : shares[k] < 0 ? "among-last" : "in-the-middle";
                    wishes.hold(Target.strong(k, shares[k], Reason.of(code, new Figure("return", moves[k]))));
                }
            }
        }
    }
}
