package io.sextant.engine;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.risk.RiskBoard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the desk said of a day when it began. The settings keep it, in as many as there are days to keep: a later day takes the place of one
 * that is too old.
 *
 * @param dayNanos when the day began
 * @param equity of the desk then
 * @param valuesAtRisk by {@link #CONFIDENCES}; zero where nothing was held
 * @param shortfalls the same of expected shortfalls; NaN where an older version told none
 */
record ToldRisk(long dayNanos, double equity, double[] valuesAtRisk, double[] shortfalls) {

    static final int DAYS_KEPT = 500;
    private static final double[] CONFIDENCES = {0.95, 0.975, 0.99};
    private static final String PREFIX = "risk.told.";
    private static final long DAY_NANOS = Timeframe.D1.nominalNanos();

    static List<Double> confidences() {
        return Arrays.stream(CONFIDENCES).boxed().toList();
    }

    static String settingOf(long dayNanos) {
        return PREFIX + Math.floorMod(Math.floorDiv(dayNanos, DAY_NANOS), DAYS_KEPT);
    }

    String text() {
        StringBuilder text = new StringBuilder().append(dayNanos).append(' ').append(equity);
        for (double each : valuesAtRisk) {
            text.append(' ').append(each);
        }
        for (double each : shortfalls) {
            text.append(' ').append(each);
        }
        return text.toString();
    }

    static Optional<ToldRisk> read(String text) {
        String[] words = text.strip().split(" ", -1);
        boolean isOlder = words.length == 2 + CONFIDENCES.length;
        if (!isOlder && words.length != 2 + 2 * CONFIDENCES.length) {
            return Optional.empty();
        }
        try {
            double[] values = new double[CONFIDENCES.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.parseDouble(words[2 + i]);
            }
            double[] shortfalls = new double[CONFIDENCES.length];
            for (int i = 0; i < values.length; i++) {
                shortfalls[i] = isOlder ? Double.NaN : Double.parseDouble(words[2 + CONFIDENCES.length + i]);
            }
            return Optional.of(
                    new ToldRisk(Long.parseLong(words[0]), Double.parseDouble(words[1]), values, shortfalls));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    /**
     * Each day that something was said of, with what the desk's worth then did: until the next day began, if it was there to see it. Days on
     * which the worth did not move at all were none of trading, and are left out.
     */
    static List<RiskBoard.PastDay> cameTrue(Map<String, String> settings, double confidence) {
        int level = Arrays.binarySearch(CONFIDENCES, confidence);
        if (level < 0) {
            return List.of();
        }
        List<ToldRisk> told = settings.entrySet().stream()
                .filter(one -> one.getKey().startsWith(PREFIX))
                .flatMap(one -> read(one.getValue()).stream())
                .sorted(Comparator.comparingLong(ToldRisk::dayNanos))
                .toList();
        List<RiskBoard.PastDay> days = new ArrayList<>();
        for (int i = 0; i + 1 < told.size(); i++) {
            ToldRisk day = told.get(i);
            ToldRisk next = told.get(i + 1);
            double outcome = next.equity - day.equity;
            if (next.dayNanos - day.dayNanos == DAY_NANOS && day.valuesAtRisk[level] > 0 && outcome != 0) {
                days.add(new RiskBoard.PastDay(day.dayNanos, day.valuesAtRisk[level], day.shortfalls[level], outcome));
            }
        }
        return days;
    }
}
