package io.sextant.engine.verdict;

import io.sextant.domain.market.BarSeries;
import io.sextant.strategy.kind.Choice;

/**
 * Whether more history changes the signal: runs that begin later must want the same once their warm-up is over and they have spoken for
 * the first time; before that, a rule that speaks at turns only does not know that one was missed.
 *
 * @param declared bars of warm-up as the strategy has it
 * @param compared bars at which both wanted something
 * @param differing at how many of them the two wanted not the same
 */
public record WarmUp(int declared, int compared, int differing) {

    private static final int WINDOW_BARS = 400;
    /** Of a share: less is no other signal, as recursive means forget but never quite. */
    private static final double ALIKE = 0.01;

    static WarmUp of(Candidate candidate, BarSeries bars, Choice choice, Passage whole, int starts) {
        int declared = candidate.warmUpBars(choice);
        int compared = 0;
        int differing = 0;
        int room = bars.size() - declared - 2;
        for (int i = 1; i <= starts && room > 0; i++) {
            int from = Math.toIntExact((long) room * i / (starts + 1));
            int end = Math.min(bars.size(), from + declared + WINDOW_BARS);
            double[] later = candidate
                    .run(bars.copyOfRange(from, end), choice, Candidate.Costs.AS_THEY_ARE)
                    .signals();
            double one = standing(whole.signals(), from);
            double other = Double.NaN;
            // The last bar's signal may know that all was closed there.
            for (int bar = from; bar < end - 1; bar++) {
                one = Double.isNaN(whole.signals()[bar]) ? one : whole.signals()[bar];
                other = Double.isNaN(later[bar - from]) ? other : later[bar - from];
                if (bar >= from + declared && !Double.isNaN(other)) {
                    compared++;
                    differing += alike(one, other) ? 0 : 1;
                }
            }
        }
        return new WarmUp(declared, compared, differing);
    }

    /** What was said last before a bar. */
    private static double standing(double[] signals, int before) {
        for (int bar = before - 1; bar >= 0; bar--) {
            if (!Double.isNaN(signals[bar])) {
                return signals[bar];
            }
        }
        return Double.NaN;
    }

    private static boolean alike(double one, double other) {
        return Double.compare(one, other) == 0 || Math.abs(one - other) <= ALIKE;
    }

    public double share() {
        return compared == 0 ? 0 : (double) differing / compared;
    }
}
