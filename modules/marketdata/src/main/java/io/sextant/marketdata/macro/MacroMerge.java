package io.sextant.marketdata.macro;

import io.sextant.domain.source.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a source says now against what is stored of it. A figure that differs from the one stored for the same period and time is a
 * revision that the source does not date; it became known when we read it. To give it the old time would let a backtest know in March
 * what was corrected in June.
 *
 * @param fresh to be added
 * @param revised how many of them replace another figure of their period
 */
public record MacroMerge(List<Observation> fresh, int revised) {

    public MacroMerge {
        fresh = List.copyOf(fresh);
    }

    /** Of a source that says when each figure came out; {@code readNanos} is when the source was read. */
    public static MacroMerge of(MacroSeries stored, List<Observation> now, long readNanos) {
        Map<LocalDate, NavigableMap<Long, Double>> known = new HashMap<>();
        stored.published().forEach(one -> of(known, one.period()).put(one.knownNanos(), one.value()));
        Map<LocalDate, Double> newest = new TreeMap<>();
        List<Observation> fresh = new ArrayList<>();
        int revised = 0;
        for (Observation one : new MacroSeries(stored.id(), now).published()) {
            NavigableMap<Long, Double> ofPeriod = of(known, one.period());
            newest.put(one.period(), one.value());
            if (!ofPeriod.containsKey(one.knownNanos())) {
                revised += ofPeriod.isEmpty() ? 0 : 1;
                ofPeriod.put(one.knownNanos(), one.value());
                fresh.add(one);
            }
        }
        for (Map.Entry<LocalDate, Double> said : newest.entrySet()) {
            Map.Entry<Long, Double> last = of(known, said.getKey()).lastEntry();
            if (!last.getValue().equals(said.getValue())) {
                revised++;
                fresh.add(new Observation(said.getKey(), Math.max(readNanos, last.getKey() + 1), said.getValue()));
            }
        }
        return new MacroMerge(fresh, revised);
    }

    /**
     * Of a source that does not: its known times were reckoned from a lag, and a lag that was changed since dates nothing. So a
     * period that is stored keeps its time, and only a figure that differs from its newest one is added, known from
     * {@code readNanos}.
     */
    public static MacroMerge ofUndated(MacroSeries stored, List<Observation> now, long readNanos) {
        Map<LocalDate, Observation> known = new HashMap<>();
        stored.published().forEach(one -> known.put(one.period(), one));
        Map<LocalDate, Observation> said = new TreeMap<>();
        now.forEach(one -> said.put(one.period(), one));
        List<Observation> fresh = new ArrayList<>();
        int revised = 0;
        for (Observation one : said.values()) {
            Observation last = known.get(one.period());
            if (last == null) {
                fresh.add(one);
            } else if (last.value() != one.value()) {
                revised++;
                fresh.add(new Observation(one.period(), Math.max(readNanos, last.knownNanos() + 1), one.value()));
            }
        }
        return new MacroMerge(fresh, revised);
    }

    private static NavigableMap<Long, Double> of(Map<LocalDate, NavigableMap<Long, Double>> known, LocalDate period) {
        return known.computeIfAbsent(period, unknown -> new TreeMap<>());
    }
}
