package io.sextant.engine.verdict;

import io.sextant.strategy.kind.Choice;
import java.util.Optional;

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

    static WarmUp of(Candidate candidate, TestedBars bars, Choice choice, Passage whole, int starts) {
        int declared = candidate.warmUpBars(choice);
        Candidate counting = candidate.countingAsOn(bars);
        int compared = 0;
        int differing = 0;
        int room = bars.size() - bars.rowsUntil(declared) - 2;
        for (int i = 1; i <= starts && room > 0; i++) {
            int from = Math.toIntExact((long) room * i / (starts + 1));
            int end = Math.min(bars.size(), from + declared + WINDOW_BARS);
            // Where an instrument has no bar in the window, another start has to do.
            Optional<TestedBars> window = bars.between(from, end);
            if (window.isPresent()) {
                TestedBars part = window.orElseThrow();
                Signals later =
                        counting.run(part, choice, Candidate.Costs.AS_THEY_ARE).signals();
                for (int k = 0; k < bars.instruments(); k++) {
                    Compared one = compared(whole.signals(), later, part, k, declared);
                    compared += one.compared();
                    differing += one.differing();
                }
            }
        }
        return new WarmUp(declared, compared, differing);
    }

    private record Compared(int compared, int differing) {}

    private static Compared compared(Signals whole, Signals later, TestedBars part, int instrument, int declared) {
        int warm = part.rowsUntil(declared);
        if (warm >= part.size()) {
            return new Compared(0, 0);
        }
        long warmNanos = part.timeNanos(warm);
        long untilNanos = lastTold(part);
        double one = Double.NaN;
        double other = Double.NaN;
        int compared = 0;
        int differing = 0;
        int asked = 0;
        for (int at = 0; at < later.size() && later.endNanos()[at] <= untilNanos; at++) {
            long now = later.endNanos()[at];
            for (; asked < whole.size() && whole.endNanos()[asked] <= now; asked++) {
                one = said(whole, asked, instrument, one);
            }
            other = said(later, at, instrument, other);
            if (now > warmNanos && !Double.isNaN(other)) {
                compared++;
                differing += alike(one, other) ? 0 : 1;
            }
        }
        return new Compared(compared, differing);
    }

    /** What stands after it was asked once more. */
    private static double said(Signals signals, int asked, int instrument, double before) {
        double share = signals.share(asked, instrument);
        return Double.isNaN(share) ? before : share;
    }

    /** Until the first of the last bars opens, as signals after it may know that all was closed there. */
    private static long lastTold(TestedBars part) {
        return part.series().stream()
                .mapToLong(each -> each.openTimeNanos()[each.size() - 1])
                .min()
                .orElseThrow();
    }

    private static boolean alike(double one, double other) {
        return Double.compare(one, other) == 0 || Math.abs(one - other) <= ALIKE;
    }

    public double share() {
        return compared == 0 ? 0 : (double) differing / compared;
    }
}
