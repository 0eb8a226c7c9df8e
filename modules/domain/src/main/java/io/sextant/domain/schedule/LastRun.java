package io.sextant.domain.schedule;

import io.sextant.domain.command.ChangeSetting;
import java.util.Map;
import java.util.Optional;

/**
 * How a schedule's newest run went; {@code text} says it in a sentence.
 *
 * @param missed so many times had passed while the desk was closed or busy; this one run stands for all of them
 */
public record LastRun(String name, long startedNanos, long endedNanos, Outcome outcome, String text, int missed) {

    /** How far it came. */
    public enum Outcome {
        RUNNING,
        DONE,
        FAILED,
        /** Somebody ended it. */
        CANCELLED,
        /** The desk was closed, or ended, while it was at it. */
        INTERRUPTED
    }

    private static final String LAST = "schedule.last.";
    private static final int LONGEST_TEXT = 500;

    public static LastRun begun(String name, long startedNanos, int missed) {
        return new LastRun(name, startedNanos, startedNanos, Outcome.RUNNING, "", missed);
    }

    /** Not before it began, where the clock was set back meanwhile. */
    public LastRun ended(long endedNanos, Outcome outcome, String text) {
        String line = text.replace('\n', ' ');
        return new LastRun(
                name,
                startedNanos,
                Math.max(startedNanos, endedNanos),
                outcome,
                line.substring(0, Math.min(line.length(), LONGEST_TEXT)),
                missed);
    }

    public boolean isRunning() {
        return outcome == Outcome.RUNNING;
    }

    public ChangeSetting toSetting() {
        return new ChangeSetting(
                LAST + name, startedNanos + "\n" + endedNanos + "\n" + outcome + "\n" + text + "\n" + missed);
    }

    /** Reads one setting; empty when it is none. */
    public static Optional<LastRun> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", 5);
        if (!setting.getKey().startsWith(LAST) || lines.length < 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LastRun(
                    setting.getKey().substring(LAST.length()),
                    Long.parseLong(lines[0]),
                    Long.parseLong(lines[1]),
                    Outcome.valueOf(lines[2]),
                    lines[3],
                    lines.length == 4 ? 0 : Integer.parseInt(lines[4])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
