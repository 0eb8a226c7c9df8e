package io.sextant.engine.told;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What was told at the ends of the bars of one series. What was told once is never told otherwise, whatever is learned later, so that who reads
 * it as of a bar knows what was known then and nothing else.
 */
public final class ToldBars<T> {

    /** So many of the newest bars are remembered. */
    public static final int KEPT_MAX = 5_000;

    private final TreeMap<Long, Optional<T>> told = new TreeMap<>();
    private final ToldLog log;
    private final Function<T, String> text;

    /**
     * Begins with what the log holds.
     *
     * @param value reads a text back; empty where nothing can be made of it
     */
    public ToldBars(ToldLog log, Function<T, String> text, Function<String, Optional<T>> value) {
        this.log = log;
        this.text = text;
        for (ToldLog.Line line : log.read()) {
            keep(line.endNanos(), value.apply(line.text()));
        }
    }

    /** Whether nothing was ever told. */
    public synchronized boolean isEmpty() {
        return told.isEmpty();
    }

    /** The end of the newest bar of which it is known what was told, if anything was; of none the earliest time there is. */
    public synchronized long untilNanos() {
        return told.isEmpty() ? Long.MIN_VALUE : told.lastKey();
    }

    /** Of a bar that ended after all others; of earlier ones nothing is taken. */
    public synchronized void tell(long endNanos, Optional<T> what) {
        if (endNanos > untilNanos()) {
            log.append(new ToldLog.Line(endNanos, what.map(text).orElse("")));
            keep(endNanos, what);
        }
    }

    private void keep(long endNanos, Optional<T> what) {
        told.put(endNanos, what);
        if (told.size() > KEPT_MAX) {
            told.pollFirstEntry();
        }
    }

    /** The end of the oldest bar that is remembered. */
    public synchronized Optional<Long> findFirstNanos() {
        return told.isEmpty() ? Optional.empty() : Optional.of(told.firstKey());
    }

    /** Of the bars that ended after a moment and not after another. */
    public synchronized NavigableMap<Long, Optional<T>> between(long afterNanos, long untilNanos) {
        return afterNanos >= untilNanos
                ? new TreeMap<>()
                : new TreeMap<>(told.subMap(afterNanos, false, untilNanos, true));
    }

    /** What was told last as of a moment; empty where nothing was. */
    public synchronized Optional<T> at(long nanos) {
        return Optional.ofNullable(told.floorEntry(nanos)).flatMap(Map.Entry::getValue);
    }
}
