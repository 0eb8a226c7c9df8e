package io.sextant.domain.alert;

/**
 * What became of a firing on one channel.
 *
 * @param attempts how often it was tried
 * @param nextNanos when it is tried again, by the clock; for the last word, when that was
 * @param detail what the other side said, in a line without any secret
 */
public record Delivery(String channel, Stage stage, int attempts, long nextNanos, String detail) {

    /** How far it is. */
    public enum Stage {
        WAITING,
        /** Handed to the channel; written down before that is done. */
        SENDING,
        DELIVERED,
        /** The channel did not take it, and it is tried no more. */
        UNDELIVERED,
        /** It was being sent when the answer was lost: it may have arrived, and is not sent again. */
        UNKNOWN;

        public boolean isOver() {
            return this != WAITING && this != SENDING;
        }
    }

    private static final int LONGEST_DETAIL = 200;

    public Delivery {
        String line = detail.replaceAll("\\s+", " ").strip();
        detail = line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL);
    }

    public static Delivery waiting(String channel) {
        return new Delivery(channel, Stage.WAITING, 0, 0, "");
    }

    public Delivery sending() {
        return new Delivery(channel, Stage.SENDING, attempts + 1, nextNanos, "");
    }

    public Delivery ended(Stage stage, long nowNanos, String detail) {
        return new Delivery(channel, stage, attempts, nowNanos, detail);
    }

    public Delivery again(long nextNanos, String detail) {
        return new Delivery(channel, Stage.WAITING, attempts, nextNanos, detail);
    }

    String text() {
        return String.join("\t", channel, stage.name(), Integer.toString(attempts), Long.toString(nextNanos), detail);
    }

    static Delivery parse(String text) {
        String[] parts = text.split("\t", 5);
        return new Delivery(
                parts[0], Stage.valueOf(parts[1]), Integer.parseInt(parts[2]), Long.parseLong(parts[3]), parts[4]);
    }
}
