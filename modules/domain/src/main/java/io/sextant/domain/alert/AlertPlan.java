package io.sextant.domain.alert;

import io.sextant.domain.command.ChangeSetting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person wants to be told of, and how. Alerts are settings of the desk, so they are journaled, survive everything, and a remote desk
 * sees them like its own.
 *
 * @param expiresNanos when it ends by the clock, zero for never
 * @param channels by name, besides the window and the journal, which hear everything
 * @param sinceNanos when it was made or changed, by the clock; a change begins it anew
 * @param sinceMarketNanos the same in market time; what happened before is not its business
 */
public record AlertPlan(
        String name,
        AlertCondition condition,
        AlertPriority priority,
        Repetition repetition,
        Optional<QuietHours> quiet,
        long expiresNanos,
        List<String> channels,
        boolean paused,
        long sinceNanos,
        long sinceMarketNanos) {

    /**
     * How often.
     *
     * @param band how far a number must go back before it can fire again, in its own unit
     * @param pause the least market time between two firings
     */
    public record Repetition(boolean once, double band, Duration pause) {

        public static final Repetition ONCE = new Repetition(true, 0, Duration.ZERO);

        /** Between two firings of a number where nothing else holds it. */
        public static final Duration USUAL_PAUSE = Duration.ofMinutes(5);

        public Repetition {
            if (!(band >= 0) || !Double.isFinite(band) || pause.isNegative()) {
                throw new IllegalArgumentException("a band and a pause are from zero");
            }
        }

        /** Every time. A number with neither band nor pause rests the usual time, else each tick across its level would be told. */
        public static Repetition everyTime(AlertCondition condition, double band, Duration pause) {
            boolean trembles = band == 0 && pause.isZero() && condition instanceof AlertCondition.Standing;
            return new Repetition(false, band, trembles ? USUAL_PAUSE : pause);
        }

        private String text() {
            return once ? "once" : "again " + LevelTest.plain(band) + " " + pause.toSeconds();
        }

        private static Repetition parse(String text) {
            String[] words = text.split(" ");
            return words[0].equals("once")
                    ? ONCE
                    : new Repetition(false, Double.parseDouble(words[1]), Duration.ofSeconds(Long.parseLong(words[2])));
        }
    }

    /** All settings of alerts begin with it. */
    public static final String SETTINGS = "alert.";

    static final String PLAN = "alert.plan.";
    public static final int LONGEST_NAME = 60;
    private static final int LINES = 9;

    public AlertPlan {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.contains("\n")) {
            throw new IllegalArgumentException("an alert has a name of 1 to " + LONGEST_NAME + " characters");
        }
        channels = List.copyOf(channels);
        channels.forEach(AlertChannel::requireName);
    }

    /** One that is told once in the window, as a sentence of a person drafts it. */
    public static AlertPlan once(AlertCondition condition, long nowNanos, long marketNanos) {
        return new AlertPlan(
                nameFor(condition),
                condition,
                AlertPriority.WARNING,
                Repetition.ONCE,
                Optional.empty(),
                0,
                List.of(),
                false,
                nowNanos,
                marketNanos);
    }

    /** A name that says what it is about. */
    public static String nameFor(AlertCondition condition) {
        String text = condition.text();
        return text.substring(0, Math.min(text.length(), LONGEST_NAME));
    }

    public AlertPlan asPaused(boolean nowPaused, long nowNanos, long marketNanos) {
        return new AlertPlan(
                name, condition, priority, repetition, quiet, expiresNanos, channels, nowPaused, nowNanos, marketNanos);
    }

    /** The same, minding what happens from then on. */
    public AlertPlan since(long marketNanos) {
        return asPaused(paused, sinceNanos, marketNanos);
    }

    public boolean isOver(long nowNanos) {
        return expiresNanos != 0 && nowNanos >= expiresNanos;
    }

    /** The command that remembers it. */
    public ChangeSetting toSetting() {
        return new ChangeSetting(
                PLAN + name,
                String.join(
                        "\n",
                        condition.text(),
                        priority.name(),
                        repetition.text(),
                        quiet.map(QuietHours::text).orElse(""),
                        Long.toString(expiresNanos),
                        String.join(",", channels),
                        paused ? "paused" : "active",
                        Long.toString(sinceNanos),
                        Long.toString(sinceMarketNanos)));
    }

    /** The command that forgets it. */
    public static ChangeSetting removal(String name) {
        return new ChangeSetting(PLAN + name, "");
    }

    /** Reads one setting; empty when it is no alert, or one that a newer version wrote. */
    public static Optional<AlertPlan> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", -1);
        if (!setting.getKey().startsWith(PLAN) || lines.length != LINES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AlertPlan(
                    setting.getKey().substring(PLAN.length()),
                    AlertConditions.parse(lines[0]),
                    AlertPriority.valueOf(lines[1]),
                    Repetition.parse(lines[2]),
                    lines[3].isEmpty() ? Optional.empty() : Optional.of(QuietHours.parse(lines[3])),
                    Long.parseLong(lines[4]),
                    Stream.of(lines[5].split(",")).filter(one -> !one.isEmpty()).toList(),
                    lines[6].equals("paused"),
                    Long.parseLong(lines[7]),
                    Long.parseLong(lines[8])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The name of the alert that this setting forgets. */
    public static Optional<String> findRemovedIn(Map.Entry<String, String> setting) {
        return setting.getKey().startsWith(PLAN) && setting.getValue().isEmpty()
                ? Optional.of(setting.getKey().substring(PLAN.length()))
                : Optional.empty();
    }
}
