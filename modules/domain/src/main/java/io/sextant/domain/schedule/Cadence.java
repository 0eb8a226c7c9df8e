package io.sextant.domain.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How often. Times of day are of a zone, so that a run at 18:30 in Paris stays there when clocks change: a time that a spring night
 * skips is run at the first moment after it, one that an autumn night has twice is run once.
 */
public sealed interface Cadence {

    /** The first time after {@code last}. */
    Instant after(Instant last);

    /** As people write it: {@code every 6h}, {@code daily 18:30 Europe/Paris}, {@code weekly mon 07:00 UTC}. */
    String text();

    /** So long after the last one began. */
    record Every(Duration span) implements Cadence {

        private static final Duration LEAST = Duration.ofMinutes(1);

        public Every {
            if (span.compareTo(LEAST) < 0) {
                throw new IllegalArgumentException("a run is at most every minute, not every " + span);
            }
        }

        @Override
        public Instant after(Instant last) {
            return last.plus(span);
        }

        @Override
        public String text() {
            long minutes = span.toMinutes();
            if (minutes % (24 * 60) == 0) {
                return "every " + minutes / (24 * 60) + "d";
            }
            return minutes % 60 == 0 ? "every " + minutes / 60 + "h" : "every " + minutes + "m";
        }
    }

    record Daily(LocalTime at, ZoneId zone) implements Cadence {

        public Daily {
            at = at.truncatedTo(ChronoUnit.MINUTES);
        }

        @Override
        public Instant after(Instant last) {
            return nextAt(last, at, zone, 1, last.atZone(zone).getDayOfWeek());
        }

        @Override
        public String text() {
            return "daily " + at + " " + zone;
        }
    }

    record Weekly(DayOfWeek day, LocalTime at, ZoneId zone) implements Cadence {

        public Weekly {
            at = at.truncatedTo(ChronoUnit.MINUTES);
        }

        @Override
        public Instant after(Instant last) {
            return nextAt(last, at, zone, 7, day);
        }

        @Override
        public String text() {
            return "weekly "
                    + day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT) + " " + at + " "
                    + zone;
        }
    }

    private static Instant nextAt(Instant last, LocalTime at, ZoneId zone, int stepDays, DayOfWeek day) {
        ZonedDateTime local = last.atZone(zone);
        var date = local.toLocalDate();
        while (stepDays == 7 && date.getDayOfWeek() != day) {
            date = date.plusDays(1);
        }
        Instant next = date.atTime(at).atZone(zone).toInstant();
        while (!next.isAfter(last)) {
            date = date.plusDays(stepDays);
            next = date.atTime(at).atZone(zone).toInstant();
        }
        return next;
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException with a sentence for the writer
     */
    static Cadence parse(String text) {
        String[] words = text.trim().split("\\s+");
        try {
            return switch (words[0]) {
                case "every" -> new Every(duration(words[1]));
                case "daily" -> new Daily(LocalTime.parse(words[1]), zone(words, 2));
                case "weekly" -> new Weekly(day(words[1]), LocalTime.parse(words[2]), zone(words, 3));
                default -> throw new IllegalArgumentException(sentence(text));
            };
        } catch (DateTimeException | ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException(sentence(text), e);
        }
    }

    private static ZoneId zone(String[] words, int at) {
        return words.length > at ? ZoneId.of(words[at]) : ZoneId.of("UTC");
    }

    private static Duration duration(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException(sentence("every " + text));
        };
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equalsIgnoreCase(text)) {
                return day;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no day: mon, tue, wed, thu, fri, sat or sun");
    }

    private static String sentence(String text) {
        return "'" + text
                + "' is not understood; write 'every 6h', 'daily 18:30 Europe/Paris' or 'weekly mon 07:00 UTC'";
    }
}
