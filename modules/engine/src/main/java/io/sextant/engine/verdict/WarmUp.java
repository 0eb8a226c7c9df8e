package io.sextant.engine.verdict;

import io.sextant.domain.market.BarSeries;
import io.sextant.strategy.kind.Choice;

/**
 * Whether more history changes the signal: runs that begin later must say the same once their warm-up is over. A rule that goes by what it
 * holds, or that remembers for ever, may differ for a while.
 *
 * @param declared bars of warm-up as the strategy has it
 * @param compared bars at which either run said something
 * @param differing at how many of them the two said not the same
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
            // The last bar's signal may know that all was closed there.
            for (int bar = from + declared; bar < end - 1; bar++) {
                double one = whole.signals()[bar];
                double other = later[bar - from];
                compared += Double.isNaN(one) && Double.isNaN(other) ? 0 : 1;
                differing += alike(one, other) ? 0 : 1;
            }
        }
        return new WarmUp(declared, compared, differing);
    }

    private static boolean alike(double one, double other) {
        return Double.compare(one, other) == 0 || Math.abs(one - other) <= ALIKE;
    }

    public double share() {
        return compared == 0 ? 0 : (double) differing / compared;
    }
}
