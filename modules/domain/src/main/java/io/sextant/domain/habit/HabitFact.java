package io.sextant.domain.habit;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.instrument.InstrumentId;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a person's own orders showed.
 *
 * @param measured by the kind: times the usual size, orders in the last hour, percent under the average price, percent that a stop was moved
 * @param usual what it is held against: minutes since the loss, usual orders an hour; zero where there is nothing
 * @param position of the event that showed it
 */
public record HabitFact(
        Kind kind, InstrumentId instrument, double measured, double usual, long marketNanos, long position) {

    /** What it looks like. Whether it is, only the person knows. */
    public enum Kind {
        /** A larger order than usual soon after a loss. */
        AFTER_A_LOSS,
        /** Far more orders in an hour than in this person's usual ones. */
        MANY_ORDERS,
        /** More of a position that stands below its price. */
        ADDED_TO_A_LOSER,
        /** A stop that went further away. */
        STOP_MOVED_AWAY
    }

    static final String SEEN = "habit.seen.";
    private static final int REMEMBERED = 64;
    private static final int LINES = 6;

    /** The command that tells it; told again it is the same. */
    public ChangeSetting toSetting() {
        return new ChangeSetting(
                SEEN + Math.floorMod(position, REMEMBERED),
                String.join(
                        "\n",
                        kind.name(),
                        instrument.symbol(),
                        Double.toString(measured),
                        Double.toString(usual),
                        Long.toString(marketNanos),
                        Long.toString(position)));
    }

    /** Reads one setting; empty when it is none. */
    public static Optional<HabitFact> findIn(Map.Entry<String, String> setting) {
        String[] lines = setting.getValue().split("\n", -1);
        if (!setting.getKey().startsWith(SEEN) || lines.length != LINES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HabitFact(
                    Kind.valueOf(lines[0]),
                    InstrumentId.of(lines[1]),
                    Double.parseDouble(lines[2]),
                    Double.parseDouble(lines[3]),
                    Long.parseLong(lines[4]),
                    Long.parseLong(lines[5])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
