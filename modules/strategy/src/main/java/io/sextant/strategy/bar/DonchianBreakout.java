package io.sextant.strategy.bar;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Wishes;
import java.util.List;

/**
 * Long when the close is above the highest high of the bars before, out when it is below the lowest low of fewer of them; short the other way
 * round (Donchian 1960; Faith, Way of the Turtle, 2007). It fails in ranges, where breaks come to nothing, and most of its trades lose.
 */
public final class DonchianBreakout implements StrategyKind {

    @Override
    public String name() {
        return "donchian-breakout";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("entry", 2, 1_000, 20),
                Parameter.bars("exit", 1, 1_000, 10),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    @Override
    public Needs needs(Choice choice) {
        if (choice.whole("exit") > choice.whole("entry")) {
            throw new IllegalArgumentException("the channel of exits is of no more bars than that of entries, not "
                    + choice.whole("exit") + " and " + choice.whole("entry"));
        }
        return Needs.bars(choice.whole("entry") + 1);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Breakout(
                needs(choice).warmUpBars(), choice.whole("entry"), choice.whole("exit"), choice.yes(LONG_ONLY));
    }

    private static final class Breakout extends BarRun {

        private final Indicator entry;
        private final Indicator exit;
        private final double shareBelow;
        private double entryLow;
        private double entryHigh;
        private double exitLow;
        private double exitHigh;
        private double newestEntryLow = Double.NaN;
        private double newestEntryHigh = Double.NaN;
        private double newestExitLow = Double.NaN;
        private double newestExitHigh = Double.NaN;

        Breakout(int warmUpBars, int entryBars, int exitBars, boolean longOnly) {
            super(warmUpBars);
            entry = IndicatorSpec.parse("donchian:" + entryBars).make();
            exit = IndicatorSpec.parse("donchian:" + exitBars).make();
            shareBelow = longOnly ? 0 : -1;
        }

        /** The channel holds the newest bar, which cannot break out of itself: that of the bar before is kept. */
        @Override
        void hear(Scene scene) {
            entryLow = newestEntryLow;
            entryHigh = newestEntryHigh;
            exitLow = newestExitLow;
            exitHigh = newestExitHigh;
            newestEntryLow = fed(entry, scene);
            newestEntryHigh = output(2);
            newestExitLow = fed(exit, scene);
            newestExitHigh = output(2);
        }

        @Override
        void decide(Scene scene, Wishes wishes) {
            double close = scene.close(0);
            if (close > entryHigh) {
                turn(wishes, 1, "broke-out-up", close, entryHigh);
            } else if (close < entryLow) {
                turn(wishes, shareBelow, "broke-out-down", close, entryLow);
            } else if (wished() > 0 && close < exitLow) {
                turn(wishes, 0, "fell-back", close, exitLow);
            } else if (wished() < 0 && close > exitHigh) {
                turn(wishes, 0, "came-back", close, exitHigh);
            }
        }

        private void turn(Wishes wishes, double share, String code, double close, double bound) {
            if (share != wished()) {
                hold(wishes, share, code, new Figure("close", close), new Figure("bound", bound));
            }
        }
    }
}
