package io.sextant.engine.verdict;

import io.sextant.domain.time.SeededRandom;
import io.sextant.strategy.kind.Choice;
import java.util.List;
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
 * @param strayed the first row at which the signal was another over the same bars
 */
public record LookAhead(int cuts, long compared, Optional<Peek> peek, OptionalInt strayed) {

    /**
     * A signal that changes with its future.
     *
     * @param row of the newest bars that had ended
     * @param known how many rows were the same in both worlds
     * @param instrument of which it is, or the first of them
     * @param was NaN where nothing was said
     */
    public record Peek(int row, int known, int instrument, double was, double became) {}

    static LookAhead of(Candidate candidate, TestedBars bars, Choice choice, Passage whole, int cuts, long seed) {
        Signals signals = whole.signals();
        int warm = TrialTable.from(candidate, bars, List.of(choice));
        int[] places = places(bars, signals, Math.max(2, warm), cuts);
        Candidate counting = candidate.countingAsOn(bars);
        OptionalInt strayed = signals.firstOther(signals(counting, bars, choice), signals.size());
        if (strayed.isPresent()) {
            long words = (long) signals.size() * signals.instruments();
            return new LookAhead(0, words, Optional.empty(), OptionalInt.of(row(bars, signals, strayed.getAsInt())));
        }
        OtherMarkets others = new OtherMarkets(bars);
        long compared = 0;
        for (int i = 0; i < places.length; i++) {
            int known = signals.askedUntil(bars.timeNanos(places[i]));
            for (int side = 1; side >= -1; side -= 2) {
                SeededRandom random = SeededRandom.stream(seed, 2L * i + (side + 1) / 2);
                TestedBars other = others.withFuture(places[i], side > 0, random);
                Signals became = signals(counting, other, choice);
                OptionalInt changed = signals.firstOther(became, known);
                if (changed.isPresent()) {
                    int at = changed.getAsInt();
                    // Chance that was silent the first time may have spoken now.
                    OptionalInt again = became.firstOther(signals(counting, other, choice), known);
                    return again.isPresent()
                            ? new LookAhead(
                                    places.length,
                                    compared,
                                    Optional.empty(),
                                    OptionalInt.of(row(bars, signals, again.getAsInt())))
                            : new LookAhead(
                                    places.length,
                                    compared,
                                    Optional.of(peek(bars, signals, became, at, places[i])),
                                    OptionalInt.empty());
                }
                compared += (long) known * signals.instruments();
            }
        }
        return new LookAhead(places.length, compared, Optional.empty(), OptionalInt.empty());
    }

    private static Peek peek(TestedBars bars, Signals was, Signals became, int at, int known) {
        int instrument = was.otherInstrument(became, at);
        return new Peek(row(bars, was, at), known, instrument, was.share(at, instrument), became.share(at, instrument));
    }

    private static Signals signals(Candidate candidate, TestedBars bars, Choice choice) {
        return candidate.run(bars, choice, Candidate.Costs.AS_THEY_ARE).signals();
    }

    /** The last that had opened when it was asked. */
    private static int row(TestedBars bars, Signals signals, int asked) {
        return bars.rowAtOrAfter(signals.endNanos()[asked]) - 1;
    }

    /**
     * Rows from which on the future is another: half of them evenly, half right after something new was said: rules that speak rarely are asked
     * when they do.
     */
    private static int[] places(TestedBars bars, Signals signals, int from, int cuts) {
        int[] speaking = IntStream.range(1, signals.size())
                .filter(signals::isNews)
                .map(asked -> bars.rowAtOrAfter(signals.endNanos()[asked]))
                .filter(row -> row > from && row < bars.size())
                .distinct()
                .toArray();
        int atSignals = Math.min(speaking.length, cuts / 2);
        IntStream after = IntStream.range(0, atSignals)
                .map(i -> speaking[Math.toIntExact((long) i * speaking.length / atSignals)]);
        int last = bars.size() - 1;
        int evenly = Math.max(0, Math.min(cuts - atSignals, last - from));
        IntStream even = IntStream.range(0, evenly)
                .map(i -> from + Math.toIntExact((long) (last - from) * (i + 1) / (evenly + 1)));
        return IntStream.concat(after, even).distinct().sorted().toArray();
    }
}
