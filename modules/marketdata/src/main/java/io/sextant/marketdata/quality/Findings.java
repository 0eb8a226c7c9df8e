package io.sextant.marketdata.quality;

import io.sextant.domain.dataset.Finding;
import io.sextant.domain.dataset.FindingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Counts what is found and keeps the gravest of each kind. */
final class Findings {

    static final int KEPT_A_KIND = 200;

    private final Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
    private final Map<FindingKind, PriorityQueue<Finding>> gravest = new EnumMap<>(FindingKind.class);

    void add(FindingKind kind, long timeNanos, long endNanos, double size, String sentence) {
        counts.merge(kind, 1L, Long::sum);
        PriorityQueue<Finding> kept =
                gravest.computeIfAbsent(kind, any -> new PriorityQueue<>(Comparator.comparingDouble(Finding::size)));
        Finding least = kept.peek();
        if (kept.size() < KEPT_A_KIND || (least != null && size > least.size())) {
            kept.add(new Finding(kind, timeNanos, endNanos, size, sentence));
            if (kept.size() > KEPT_A_KIND) {
                kept.poll();
            }
        }
    }

    long count(FindingKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    Map<FindingKind, Long> counts() {
        return counts;
    }

    List<Finding> inTimeOrder() {
        List<Finding> all = new ArrayList<>();
        gravest.values().forEach(all::addAll);
        all.sort(Comparator.comparingLong(Finding::timeNanos).thenComparing(Finding::kind));
        return all;
    }
}
