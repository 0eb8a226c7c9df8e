package io.sextant.domain.alert;

import io.sextant.domain.command.ChangeSetting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An alert fired: a fact that is kept as it was, whatever becomes of the alert.
 *
 * @param number from 1, in the order of firing, over all alerts of the desk
 * @param condition as it was written
 * @param value what fired it: a number in plain digits, or what happened in a line
 * @param atNanos by the clock
 * @param causePosition the journal's place of the event that fired it; zero for a number
 * @param notBeforeNanos when it may be sent, by the clock: the end of quiet hours, or at once
 */
public record AlertFiring(
        long number,
        String alert,
        AlertPriority priority,
        String condition,
        String value,
        long marketNanos,
        long atNanos,
        long causePosition,
        long notBeforeNanos,
        List<String> channels) {

    /** So many are remembered with their deliveries; the journal keeps all. */
    public static final int REMEMBERED = 256;

    static final String FIRED = "alert.fired.";
    private static final int LONGEST_VALUE = 300;
    private static final int FIELDS = 10;

    public AlertFiring {
        value = line(value);
        channels = List.copyOf(channels);
    }

    private static String line(String text) {
        String one = text.replaceAll("\\s+", " ").strip();
        return one.length() <= LONGEST_VALUE ? one : one.substring(0, LONGEST_VALUE);
    }

    /** Its place among those that are remembered. */
    int slot() {
        return Math.floorMod(number, REMEMBERED);
    }

    /** The command that tells it. */
    public ChangeSetting toSetting() {
        return new ChangeSetting(FIRED + slot(), text());
    }

    /** Ten lines. */
    String text() {
        return String.join(
                "\n",
                Long.toString(number),
                alert,
                priority.name(),
                condition,
                value,
                Long.toString(marketNanos),
                Long.toString(atNanos),
                Long.toString(causePosition),
                Long.toString(notBeforeNanos),
                String.join(",", channels));
    }

    /** Reads one setting; empty when it is none. */
    public static Optional<AlertFiring> findIn(Map.Entry<String, String> setting) {
        return setting.getKey().startsWith(FIRED) ? read(setting.getValue()) : Optional.empty();
    }

    static Optional<AlertFiring> read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != FIELDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AlertFiring(
                    Long.parseLong(lines[0]),
                    lines[1],
                    AlertPriority.valueOf(lines[2]),
                    lines[3],
                    lines[4],
                    Long.parseLong(lines[5]),
                    Long.parseLong(lines[6]),
                    Long.parseLong(lines[7]),
                    Long.parseLong(lines[8]),
                    Stream.of(lines[9].split(",")).filter(one -> !one.isEmpty()).toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
