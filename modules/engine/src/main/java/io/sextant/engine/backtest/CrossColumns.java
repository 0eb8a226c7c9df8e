package io.sextant.engine.backtest;

import io.sextant.strategy.bar.EmaCross;
import io.sextant.strategy.bar.SmaCross;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import org.jspecify.annotations.Nullable;

/** Where two means of closes cross, straight from the columns, block by block, so that only bars at which something happens are visited. */
abstract sealed class CrossColumns permits PlainCrossings, ExponentialCrossings {

    /** A block's columns stay in the nearest cache. */
    static final int BLOCK = 1_024;

    private final double shareBelow;

    /** Hears of some crossings, in order. */
    interface Turns {

        /** @param bars where the fast mean went above; {@code ~bar} where it went below */
        void at(int[] bars, int count);
    }

    CrossColumns(Choice choice) {
        shareBelow = choice.yes(StrategyKind.LONG_ONLY) ? 0 : -1;
    }

    /** Null where the strategy has to be asked bar by bar. */
    static @Nullable CrossColumns find(TestedSeries series, StrategyKind kind, Choice choice) {
        return switch (kind) {
            case SmaCross ignored -> PlainCrossings.find(series, choice);
            case EmaCross cross -> new ExponentialCrossings(series, cross, choice);
            default -> null;
        };
    }

    /** Every crossing whose wish is carried out before the last bar. */
    abstract void forEach(Turns turns);

    /** Of a crossing as {@link Turns} hears it. */
    final double share(int told) {
        return told >= 0 ? 1 : shareBelow;
    }

    static int bar(int told) {
        return told >= 0 ? told : ~told;
    }

    /** As the strategy says it at a crossing; asked in their order. */
    abstract Reason reason(int bar);

    static Reason reason(double fastMean, double slowMean) {
        return Reason.of(
                fastMean > slowMean ? "crossed-up" : "crossed-down",
                new Reason.Figure("fast-mean", fastMean),
                new Reason.Figure("slow-mean", slowMean));
    }
}
