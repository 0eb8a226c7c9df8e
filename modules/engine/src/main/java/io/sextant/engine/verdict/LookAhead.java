package io.sextant.engine.verdict;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.strategy.kind.Choice;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Whether signals know what comes after them: the future is cut off at many bars and another is put in its place, one that rises and one
 * that falls, and every signal before the cut must be what it was. A signal may stand at the very last bar before the cut, which is where
 * a peek of one bar shows; that bar must not be the last of the run, as runners close what is held there. Before that it is run over the same
 * bars once more: what differs then differs by chance or by what it remembers, and nothing can be told of the future.
 *
 * @param cuts at how many bars
 * @param compared how many signals, words and silences alike
 * @param peek the first signal that changed
 * @param strayed the first bar whose signal was another over the same bars
 */
public record LookAhead(int cuts, long compared, Optional<Peek> peek, OptionalInt strayed) {

    /** Bars put in the place of the future: more than a runner needs to end a run. */
    private static final int OTHER_BARS = 60;
    /** A price that moves so many usual moves a bar is seen by any rule that looks. */
    private static final double USUAL_MOVES = 3;
    /** No usual move is taken for larger, so that sixty bars stay within the room that a run's count of money and ticks leaves. */
    private static final double MOST_MOVE = 0.2;

    /**
     * A signal that changes with its future.
     *
     * @param bar at whose end it stands
     * @param known how many bars were the same in both worlds
     * @param was NaN where nothing was said
     */
    public record Peek(int bar, int known, double was, double became) {}

    static LookAhead of(Candidate candidate, BarSeries bars, Choice choice, Passage whole, int cuts, long seed) {
        int[] places = places(whole.signals(), Math.max(2, candidate.warmUpBars(choice)), bars.size(), cuts);
        double move = usualMove(bars) * USUAL_MOVES;
        Candidate counting = candidate.countingAsOn(bars);
        OptionalInt strayed = firstOther(whole.signals(), signals(counting, bars, choice), bars.size());
        if (strayed.isPresent()) {
            return new LookAhead(0, bars.size(), Optional.empty(), strayed);
        }
        long compared = 0;
        for (int i = 0; i < places.length; i++) {
            for (int side = 1; side >= -1; side -= 2) {
                SeededRandom random = SeededRandom.stream(seed, 2L * i + (side + 1) / 2);
                int known = places[i];
                BarSeries other = OtherMarkets.withFuture(bars, known, OTHER_BARS, side * move, random);
                double[] signals = signals(counting, other, choice);
                OptionalInt changed = firstOther(whole.signals(), signals, known);
                if (changed.isPresent()) {
                    int bar = changed.getAsInt();
                    // Chance that was silent the first time may have spoken now.
                    OptionalInt again = firstOther(signals, signals(counting, other, choice), known);
                    Optional<Peek> peek = again.isPresent()
                            ? Optional.empty()
                            : Optional.of(new Peek(bar, known, whole.signals()[bar], signals[bar]));
                    return new LookAhead(places.length, compared, peek, again);
                }
                compared += known;
            }
        }
        return new LookAhead(places.length, compared, Optional.empty(), OptionalInt.empty());
    }

    private static double[] signals(Candidate candidate, BarSeries bars, Choice choice) {
        return candidate.run(bars, choice, Candidate.Costs.AS_THEY_ARE).signals();
    }

    private static OptionalInt firstOther(double[] signals, double[] others, int bars) {
        return IntStream.range(0, bars)
                .filter(bar -> Double.compare(signals[bar], others[bar]) != 0)
                .findFirst();
    }

    /** Half of the cuts evenly, half right after bars where something new was said: rules that speak rarely are asked when they do. */
    private static int[] places(double[] signals, int from, int size, int cuts) {
        int[] speaking = IntStream.range(from, size - 1)
                .filter(i -> !Double.isNaN(signals[i]) && Double.compare(signals[i], signals[i - 1]) != 0)
                .toArray();
        int atSignals = Math.min(speaking.length, cuts / 2);
        IntStream after = IntStream.range(0, atSignals)
                .map(i -> speaking[Math.toIntExact((long) i * speaking.length / atSignals)] + 1);
        int evenly = Math.max(0, Math.min(cuts - atSignals, size - 1 - from));
        IntStream even = IntStream.range(0, evenly)
                .map(i -> from + Math.toIntExact((long) (size - 1 - from) * (i + 1) / (evenly + 1)));
        return IntStream.concat(after, even).distinct().sorted().toArray();
    }

    private static double usualMove(BarSeries bars) {
        double squares = 0;
        for (int i = 1; i < bars.size(); i++) {
            double move = Math.log(bars.close()[i] / bars.close()[i - 1]);
            squares += move * move;
        }
        // A price that stands still is moved all the same.
        return Math.clamp(Math.sqrt(squares / Math.max(1, bars.size() - 1)), 1e-4, MOST_MOVE);
    }
}
