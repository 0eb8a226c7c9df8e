package io.sextant.strategy.bar;

import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.Wishes;

/** Against a move that went too far, until it is back: what counts as far is a score around 0 that each kind makes in its own way. */
abstract class ReversionRun extends BarRun {

    private final double enter;
    private final double leave;
    private final double shareAbove;
    private final String figure;

    /**
     * @param enter how far from 0 the score must be
     * @param leave how near to 0 it must have come again
     * @param figure what the score is called among the evidence
     */
    ReversionRun(int warmUpBars, double enter, double leave, boolean longOnly, String figure) {
        super(warmUpBars);
        this.enter = enter;
        this.leave = leave;
        shareAbove = longOnly ? 0 : -1;
        this.figure = figure;
    }

    /** Above 0 where the price is dear; NaN where there is nothing to come back to. */
    abstract double score(Scene scene);

    @Override
    final void decide(Scene scene, Wishes wishes) {
        double score = score(scene);
        if (Double.isNaN(score)) {
            if (wished() != 0) {
                hold(wishes, 0, "no-reversion");
            }
        } else if (score < -enter) {
            turn(wishes, 1, "too-low", score, scene);
        } else if (score > enter) {
            turn(wishes, shareAbove, "too-high", score, scene);
        } else if ((wished() > 0 && score >= -leave) || (wished() < 0 && score <= leave)) {
            turn(wishes, 0, "came-home", score, scene);
        }
    }

    private void turn(Wishes wishes, double share, String code, double score, Scene scene) {
        if (share != wished()) {
            hold(wishes, share, code, new Figure(figure, score), new Figure("close", scene.close(0)));
        }
    }
}
