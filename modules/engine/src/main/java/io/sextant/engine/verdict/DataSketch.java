package io.sextant.engine.verdict;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * By what bars are known again, whatever their file is called, and also when some were added or cut off: the smallest hashes of time and
 * close of all of them (a bottom-k sketch: Broder 1997). Two series share one of them almost surely where they share a tenth of their bars.
 *
 * @param hashes in increasing order
 */
public record DataSketch(List<Long> hashes) {

    private static final int KEPT = 32;

    public DataSketch {
        hashes = List.copyOf(hashes);
    }

    public static DataSketch of(BarSeries bars) {
        PriorityQueue<Long> smallest = new PriorityQueue<>(Comparator.reverseOrder());
        for (int i = 0; i < bars.size(); i++) {
            smallest.add(mixed(mixed(bars.openTimeNanos()[i]) ^ Double.doubleToLongBits(bars.close()[i])));
            if (smallest.size() > KEPT) {
                smallest.poll();
            }
        }
        return new DataSketch(List.copyOf(new TreeSet<>(smallest)));
    }

    /** Of several series: all by which each of them is known. */
    public static DataSketch ofAll(List<BarSeries> series) {
        TreeSet<Long> all = new TreeSet<>();
        series.forEach(each -> all.addAll(of(each).hashes()));
        return new DataSketch(List.copyOf(all));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Whether the two know bars of each other. */
    public boolean overlaps(DataSketch other) {
        return hashes.stream().anyMatch(other.hashes::contains);
    }

    String text() {
        HexFormat hex = HexFormat.of();
        return String.join(
                ",", hashes.stream().map(each -> hex.toHexDigits(each)).toList());
    }

    static DataSketch parse(String text) {
        return new DataSketch(
                text.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split(",", -1))
                                .map(each -> HexFormat.fromHexDigitsToLong(each))
                                .toList());
    }
}
