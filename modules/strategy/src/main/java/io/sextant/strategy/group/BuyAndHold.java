package io.sextant.strategy.group;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.util.List;

/**
 * The same money into each instrument at its first bar, and never anything else: the yardstick (Sharpe, The Arithmetic of Active Management,
 * 1991). It fails where the market does, and falls as deep.
 */
public final class BuyAndHold implements StrategyKind {

    private static final int MOST = 500;

    @Override
    public String name() {
        return "buy-and-hold";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Needs needs(Choice choice) {
        return new Needs(1, MOST, 1, 1, List.of(), false, false, false);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Holding();
    }

    private static final class Holding implements StrategyRun {

        private boolean[] bought = {};
        private int waiting;

        /** What was bought has moved by the time that a late one begins, so each gets its part of the money that is still there. */
        @Override
        public void next(Scene scene, Wishes wishes) {
            int count = scene.instruments();
            if (bought.length == 0) {
                bought = new boolean[count];
                waiting = count;
            }
            double part = waiting == 0 ? 0 : free(scene) / waiting;
            for (int k = 0; k < count; k++) {
                if (scene.isNew(k) && !bought[k]) {
                    bought[k] = true;
                    waiting--;
                    wishes.hold(Target.strong(k, part, Reason.of("first-bar")));
                }
            }
        }

        private double free(Scene scene) {
            double free = 1;
            for (int k = 0; k < bought.length; k++) {
                free -= scene.heldUnits(k) == 0 ? 0 : scene.heldUnits(k) * scene.close(k) / scene.equity();
            }
            return Math.max(0, free);
        }
    }
}
