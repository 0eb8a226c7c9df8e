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

        /** Where not even one unit can be had, somebody has to notice that and not the market. */
        private static final int MOST_TRIES = 20;

        private boolean[] bought = {};
        private int[] tries = {};

        /**
         * What was bought has moved by the time that a late one begins, so each gets its part of the money that is still there. An order for the last of
         * the money is refused where the rest of the account rose over night; it is wished again until it was filled once.
         */
        @Override
        public void next(Scene scene, Wishes wishes) {
            int count = scene.instruments();
            if (bought.length == 0) {
                bought = new boolean[count];
                tries = new int[count];
            }
            int waiting = count;
            double free = 1;
            for (int k = 0; k < count; k++) {
                double units = scene.heldUnits(k);
                bought[k] |= units != 0;
                waiting -= bought[k] ? 1 : 0;
                free -= units == 0 ? 0 : units * scene.close(k) / scene.equity();
            }
            for (int k = 0; k < count; k++) {
                if (scene.isNew(k) && !bought[k] && tries[k] < MOST_TRIES) {
                    tries[k]++;
                    wishes.hold(Target.strong(k, Math.max(0, free) / waiting, Reason.of("first-bar")));
                }
            }
        }
    }
}
