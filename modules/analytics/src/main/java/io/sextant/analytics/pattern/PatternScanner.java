package io.sextant.analytics.pattern;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Looks for shapes bar by bar. What it tells at a bar depends on that bar and those before it; nothing is allocated but for a hit. */
public final class PatternScanner {

    private final CandleShapes candles;
    private final SwingShapes swings;
    private int bars;

    public PatternScanner(Set<PatternKind> wanted, Consumer<PatternHit> found) {
        Set<PatternKind> kinds = EnumSet.noneOf(PatternKind.class);
        kinds.addAll(wanted);
        Consumer<PatternHit> kept = hit -> {
            if (kinds.contains(hit.kind())) {
                found.accept(hit);
            }
        };
        candles = new CandleShapes(kinds, kept);
        swings = new SwingShapes(kept);
    }

    /** The next finished bar; they count from 0. A bar without all four prices ends every shape that is forming. */
    public void next(double open, double high, double low, double close) {
        int bar = bars++;
        if (!Double.isFinite(open + high + low + close)) {
            candles.forget();
            swings.forget();
            return;
        }
        candles.next(bar, open, high, low, close);
        swings.next(bar, high, low, close);
    }

    /** How many bars it has seen. */
    public int bars() {
        return bars;
    }
}
