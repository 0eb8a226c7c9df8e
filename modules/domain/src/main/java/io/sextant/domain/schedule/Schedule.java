package io.sextant.domain.schedule;

import io.sextant.domain.command.ChangeSetting;
import java.util.Map;
import java.util.Optional;

/**
 * Work, how often, and since when. Schedules and their last runs are settings of the desk, so they are journaled, survive
 * everything, and a remote desk sees them like its own.
 *
 * @param sinceNanos when it was made or changed; the first run is counted from there
 */
public record Schedule(String name, Cadence cadence, ScheduledWork work, boolean paused, long sinceNanos) {

    /** All settings of schedules begin with it. */
    public static final String SETTINGS = "schedule.";

    private static final String PLAN = "schedule.plan.";
    static final String WANTED = "schedule.wanted.";
    static final String CANCELLED = "schedule.cancelled.";
    public static final int LONGEST_NAME = 60;

    public Schedule {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.contains("\n")) {
            throw new IllegalArgumentException("a schedule has a name of 1 to " + LONGEST_NAME + " characters");
        }
    }

    public Schedule asPaused(boolean nowPaused, long nowNanos) {
        return new Schedule(name, cadence, work, nowPaused, nowNanos);
    }

    /** The command that remembers it. */
    public ChangeSetting toSetting() {
        return new ChangeSetting(
                PLAN + name,
                cadence.text() + "\n" + work.text() + "\n" + (paused ? "paused" : "active") + "\n" + sinceNanos);
    }

    /** The command that forgets it. */
    public static ChangeSetting removal(String name) {
        return new ChangeSetting(PLAN + name, "");
    }

    /** The command that asks for one run now, whatever the clock says, paused or not. */
    public static ChangeSetting runNow(String name, long nowNanos) {
        return new ChangeSetting(WANTED + name, Long.toString(nowNanos));
    }

    /** The command that ends the run that began then; a later one is not meant. */
    public static ChangeSetting cancel(String name, long startedNanos) {
        return new ChangeSetting(CANCELLED + name, Long.toString(startedNanos));
    }

    /** Reads one setting; empty when it is no schedule, or one that a newer version wrote. */
    public static Optional<Schedule> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", -1);
        if (!setting.getKey().startsWith(PLAN) || lines.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Schedule(
                    setting.getKey().substring(PLAN.length()),
                    Cadence.parse(lines[0]),
                    ScheduledWork.parse(lines[1]),
                    lines[2].equals("paused"),
                    Long.parseLong(lines[3])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name of the schedule that this setting forgets. */
    public static Optional<String> findRemovedIn(Map.Entry<String, String> setting) {
        return setting.getKey().startsWith(PLAN) && setting.getValue().isEmpty()
                ? Optional.of(setting.getKey().substring(PLAN.length()))
                : Optional.empty();
    }
}
