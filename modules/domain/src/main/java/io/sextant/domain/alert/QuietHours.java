package io.sextant.domain.alert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A time of day, where a person lives, in which nothing but the urgent is sent. It may span midnight. */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours begin and end at different times");
        }
    }

    public boolean contains(Instant moment) {
        LocalTime local = moment.atZone(zone).toLocalTime();
        return from.isBefore(until)
                ? !local.isBefore(from) && local.isBefore(until)
                : !local.isBefore(from) || local.isBefore(until);
    }

    /** The end of those that {@code moment} is in. Of a time that a spring night skips, the first moment after it. */
    public Instant endAfter(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        Instant end = local.toLocalDate().atTime(until).atZone(zone).toInstant();
        return end.isAfter(moment)
                ? end
                : local.toLocalDate().plusDays(1).atTime(until).atZone(zone).toInstant();
    }

    /** {@code 22:00 07:00 Europe/Paris}. */
    public String text() {
        return from + " " + until + " " + zone;
    }

    /**
     * Reads what {@link #text()} wrote; {@code 22:00-07:00 Europe/Paris} too.
     *
     * @throws IllegalArgumentException with a sentence for the writer
     */
    public static QuietHours parse(String text) {
        String[] words = text.strip().split("[\\s-]+", 3);
        try {
            return new QuietHours(LocalTime.parse(words[0]), LocalTime.parse(words[1]), ZoneId.of(words[2]));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not understood; write quiet hours as '22:00 07:00 Europe/Paris'", e);
        }
    }
}
