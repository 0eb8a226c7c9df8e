package io.sextant.marketdata.macro;

import io.sextant.domain.source.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A series with its revisions, read as it stood at any time. A figure for March that came out in May is not known in April, and a
 * figure that was revised in June is in May what it was in May: reading it otherwise is looking ahead.
 */
public final class MacroSeries {

    private static final long NANOS_A_DAY = 86_400_000_000_000L;

    private final String id;
    private final List<Observation> byKnown;

    /** What was published, in any order. Twice the same is once. */
    public MacroSeries(String id, List<Observation> published) {
        this.id = id;
        byKnown = published.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Observation::knownNanos).thenComparing(Observation::period))
                .toList();
    }

    public String id() {
        return id;
    }

    /** Everything published, by the time it became known. */
    public List<Observation> published() {
        return byKnown;
    }

    /** The figure of the newest period that has begun, as it stood at {@code nanos}. */
    public Optional<Observation> findAt(long nanos) {
        return Optional.ofNullable(standing(nanos).headMap(day(nanos), true).lastEntry())
                .map(java.util.Map.Entry::getValue);
    }

    /** All periods' figures as they stood at {@code nanos}, by period. */
    public List<Observation> asOf(long nanos) {
        return List.copyOf(standing(nanos).values());
    }

    /** For every time the newest figure then known; NaN before the first. {@code times} do not decrease. */
    public double[] column(long[] times) {
        double[] column = new double[times.length];
        if (byKnown.stream().anyMatch(one -> one.period().isAfter(day(one.knownNanos())))) {
            Arrays.setAll(column, i -> findAt(times[i]).map(Observation::value).orElse(Double.NaN));
            return column;
        }
        int next = 0;
        Observation newest = null;
        for (int i = 0; i < times.length; i++) {
            while (next < byKnown.size() && byKnown.get(next).knownNanos() <= times[i]) {
                Observation come = byKnown.get(next);
                // A revision of an older period changes nothing that is newest.
                if (newest == null || !come.period().isBefore(newest.period())) {
                    newest = come;
                }
                next++;
            }
            column[i] = newest == null ? Double.NaN : newest.value();
        }
        return column;
    }

    /** This series and more of it. */
    public MacroSeries with(List<Observation> more) {
        List<Observation> all = new ArrayList<>(byKnown);
        all.addAll(more);
        return new MacroSeries(id, all);
    }

    private static LocalDate day(long nanos) {
        return LocalDate.ofEpochDay(Math.floorDiv(nanos, NANOS_A_DAY));
    }

    private NavigableMap<LocalDate, Observation> standing(long nanos) {
        NavigableMap<LocalDate, Observation> standing = new TreeMap<>();
        for (Observation one : byKnown) {
            if (one.knownNanos() > nanos) {
                break;
            }
            standing.put(one.period(), one);
        }
        return standing;
    }
}
