package io.sextant.ui.chart;

import io.sextant.analytics.pattern.AfterEffect;
import io.sextant.analytics.pattern.PatternHit;
import io.sextant.analytics.pattern.PatternKind;
import io.sextant.analytics.pattern.PatternScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes in a series: every finished bar is looked at once, and what is forming never. Bars are told by the series' own indexes. */
final class PatternRun {

    /** More bars than this would keep more hits than anybody looks at. */
    static final int MOST_BARS = 200_000;

    /** How long after a hit its effect is measured. */
    static final int EFFECT_BARS = 10;

    private static final int MEASURED_AGAIN_BARS = 500;

    private final PatternScanner scanner =
            new PatternScanner(EnumSet.allOf(PatternKind.class), hit -> this.hits.add(hit));
    private final List<PatternHit> hits = new ArrayList<>();
    private final Map<PatternKind, AfterEffect> effects = new EnumMap<>(PatternKind.class);
    private final int firstOfSeries;
    private final int from;
    private double[] closes;
    private int count;
    private int measured;

    private PatternRun(int firstOfSeries, int from, int room) {
        this.firstOfSeries = firstOfSeries;
        this.from = from;
        closes = new double[room];
    }

    /** Looks at the newest of {@code bars}; may run on any thread. */
    static PatternRun over(IndexedBars bars) {
        int end = bars.endIndex();
        int from = Math.max(bars.firstIndex(), end - MOST_BARS);
        PatternRun run = new PatternRun(bars.firstIndex(), from, end - from + 64);
        run.take(bars, end);
        run.measure();
        return run;
    }

    /** Takes the bars that are finished since. */
    void follow(IndexedBars bars) {
        take(bars, bars.endIndex() - 1);
        if (count - measured >= MEASURED_AGAIN_BARS) {
            measure();
        }
    }

    private void take(IndexedBars bars, int end) {
        for (int i = from + count; i < end; i++) {
            if (count == closes.length) {
                closes = Arrays.copyOf(closes, 2 * count);
            }
            closes[count++] = bars.close(i);
            scanner.next(bars.open(i), bars.high(i), bars.low(i), bars.close(i));
        }
    }

    private void measure() {
        effects.clear();
        AfterEffect.of(hits, closes, count, EFFECT_BARS).forEach(effect -> effects.put(effect.kind(), effect));
        measured = count;
    }

    int firstIndex() {
        return firstOfSeries;
    }

    int size() {
        return hits.size();
    }

    PatternHit hit(int number) {
        return hits.get(number);
    }

    /** Index in the series of a bar of a hit. */
    int index(int barOfHit) {
        return from + barOfHit;
    }

    /** Number of the first hit that was known at or after this index of the series. */
    int firstAtOrAfter(int index) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index(hits.get(middle).bar()) < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What followed the hits of a kind in these bars; empty where none has so many bars after it. */
    Optional<AfterEffect> findEffect(PatternKind kind) {
        return Optional.ofNullable(effects.get(kind)).filter(effect -> effect.hits() > 0);
    }
}
