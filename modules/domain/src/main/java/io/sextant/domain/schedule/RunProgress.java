package io.sextant.domain.schedule;

import io.sextant.domain.command.ChangeSetting;
import java.util.Map;
import java.util.Optional;

/**
 * How far the run that began then has come.
 *
 * @param share 0 to 1
 * @param units rows or bars worked through
 */
public record RunProgress(String name, long startedNanos, double share, long units) {

    private static final String PROGRESS = "schedule.progress.";

    public ChangeSetting toSetting() {
        return new ChangeSetting(PROGRESS + name, startedNanos + "\n" + share + "\n" + units);
    }

    /** Reads one setting; empty when it is none. */
    static Optional<RunProgress> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", -1);
        if (!setting.getKey().startsWith(PROGRESS) || lines.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RunProgress(
                    setting.getKey().substring(PROGRESS.length()),
                    Long.parseLong(lines[0]),
                    Double.parseDouble(lines[1]),
                    Long.parseLong(lines[2])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
