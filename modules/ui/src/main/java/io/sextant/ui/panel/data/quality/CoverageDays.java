package io.sextant.ui.panel.data.quality;

import io.sextant.domain.dataset.CoverageDay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The days that a report covers, by date, without holes between first and last. */
record CoverageDays(List<CoverageDay> days) {

    static final CoverageDays NONE = new CoverageDays(List.of());

    private static final long DAY_NANOS = 86_400_000_000_000L;

    CoverageDays {
        days = days.stream()
                .sorted(Comparator.comparingLong(CoverageDay::dayNanos))
                .toList();
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    LocalDate first() {
        return date(days.getFirst());
    }

    LocalDate last() {
        return date(days.getLast());
    }

    /** The nearest date that is covered. */
    LocalDate nearest(LocalDate wanted) {
        if (wanted.isBefore(first())) {
            return first();
        }
        return wanted.isAfter(last()) ? last() : wanted;
    }

    Optional<CoverageDay> find(LocalDate date) {
        long wanted = date.toEpochDay() * DAY_NANOS;
        int low = 0;
        int high = days.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long at = days.get(middle).dayNanos();
            if (at == wanted) {
                return Optional.of(days.get(middle));
            }
            if (at < wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    static long endNanos(CoverageDay day) {
        return day.dayNanos() + DAY_NANOS - 1;
    }

    static LocalDate date(CoverageDay day) {
        return LocalDate.ofEpochDay(Math.floorDiv(day.dayNanos(), DAY_NANOS));
    }
}
