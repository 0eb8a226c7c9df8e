package io.sextant.app.cli;

import io.sextant.domain.forecast.Stretch;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Stretches as people type them: two dates or moments in UTC, or two row numbers where a file tells no time; the second is outside. */
final class MarkedStretches {

    private static final Pattern PARTS = Pattern.compile("/");

    private MarkedStretches() {}

    static List<Stretch> parse(List<String> texts, boolean timed) {
        List<Stretch> stretches = new ArrayList<>();
        for (String text : texts) {
            String[] parts = PARTS.split(text.strip());
            if (parts.length != 2 && parts.length != 3) {
                throw new RefusedByRule(
                        "\"" + text + "\" is no stretch; write FROM/TO, for example 2020-02-20/2020-04-01.");
            }
            double weight = parts.length == 3 ? weight(parts[2]) : 0;
            long from = place(parts[0], timed);
            long end = place(parts[1], timed);
            if (end <= from) {
                throw new RefusedByRule("The stretch " + text + " ends before it begins.");
            }
            stretches.add(new Stretch(Stretch.Kind.OTHER, text, from, end, weight));
        }
        return stretches;
    }

    private static double weight(String text) {
        try {
            double weight = Double.parseDouble(text);
            if (weight >= 0 && weight <= 1) {
                return weight;
            }
        } catch (NumberFormatException noNumber) {
            // Told below, as any other weight that is none.
        }
        throw new RefusedByRule("A stretch weighs 0 to 1, not " + text + ".");
    }

    private static long place(String text, boolean timed) {
        try {
            if (!timed) {
                return Long.parseLong(text) - 1;
            }
            Instant moment = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
        } catch (DateTimeException | NumberFormatException notRead) {
            throw new RefusedByRule("\"" + text
                    + (timed ? "\" is no date such as 2020-02-20." : "\" is no row number; the file tells no times."));
        }
    }
}
