package io.sextant.marketdata.file;

import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.BarLength;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long bars are, told by the distances of their times. */
final class LengthGuess {

    /** In names of files. */
    private static final Pattern LENGTH = Pattern.compile("(1|5|15)s|(1|5|15|30)m|(1|2|4|6|8|12)h|1d|1w|1M");

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    /** Gaps are whole numbers of bars, but for sessions that open at odd times and clocks that change. */
    private static final double FITTING_MIN = 0.7;

    private LengthGuess() {}

    static Optional<BarLength> of(List<BarSeries> series, String fileName) {
        Map<Long, Integer> counts = new HashMap<>();
        for (BarSeries bars : series) {
            for (int i = 1; i < bars.size(); i++) {
                counts.merge(bars.openTimeNanos()[i] - bars.openTimeNanos()[i - 1], 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return ofName(fileName);
        }
        long usual = counts.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow();
        if (usual >= 28 * DAY && usual <= 31 * DAY) {
            return Optional.of(BarLength.MONTH);
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return lengthsUpTo(usual).stream()
                .filter(length -> fitting(counts, length.nominalNanos()) >= FITTING_MIN * all)
                .findFirst();
    }

    private static long fitting(Map<Long, Integer> counts, long step) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() % step == 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The longest first. A distance that is no length of bars is a gap between shorter ones. */
    private static List<BarLength> lengthsUpTo(long nanos) {
        List<BarLength> lengths = new ArrayList<>();
        long seconds = nanos / SECOND;
        if (nanos >= 7 * DAY - 3_600 * SECOND) {
            lengths.add(BarLength.parse("1w"));
        }
        if (nanos >= DAY - 3_600 * SECOND) {
            lengths.add(BarLength.parse("1d"));
        }
        if (seconds < 86_400 && seconds > 0 && 86_400 % seconds == 0) {
            lengths.add(new BarLength(seconds, false));
        }
        for (String shorter : List.of("4h", "1h", "30m", "15m", "5m", "1m", "15s", "5s", "1s")) {
            BarLength length = BarLength.parse(shorter);
            if (length.nominalNanos() < nanos) {
                lengths.add(length);
            }
        }
        return lengths;
    }

    /** A single bar says nothing; its file's name may. */
    private static Optional<BarLength> ofName(String fileName) {
        for (String word : fileName.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            String label = switch (word) {
                case "minute", "min", "minutes" -> "1m";
                case "hourly", "hour" -> "1h";
                case "daily", "day" -> "1d";
                case "weekly", "week" -> "1w";
                case "monthly", "month" -> "1M";
                default -> word;
            };
            if (LENGTH.matcher(label).matches()) {
                return Optional.of(BarLength.parse(label));
            }
        }
        return Optional.empty();
    }
}
