package io.sextant.app.cli;

import io.sextant.marketdata.file.FileProblem;
import io.sextant.marketdata.file.NumberTable;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What tells the time of the rows of a table: a column that is named so, or the first one where it has no heading (as an index that a
 * program wrote) or holds nothing but dates. One that is there and cannot be read is refused: returns in the wrong order are the opposite
 * of what was.
 *
 * @param times in any unit; empty where no column tells them
 * @param names of the rows
 * @param isFirst whether the first column is the one, whatever it is called
 */
record TimeColumn(Optional<long[]> times, String[] names, boolean isFirst) {

    private static final Set<String> NAMES =
            Set.of("date", "time", "datetime", "timestamp", "time_utc", "day", "end_time_ms");

    private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

    static boolean isNamed(String heading) {
        return NAMES.contains(heading.strip().toLowerCase(Locale.ROOT));
    }

    static TimeColumn of(Path file, NumberTable table) {
        String first = table.headings().getFirst();
        Optional<String> named =
                table.headings().stream().filter(TimeColumn::isNamed).findFirst();
        Optional<long[]> times = table.findTimesNanos();
        if (named.isPresent()) {
            String[] texts = table.texts(named.orElseThrow());
            return new TimeColumn(times.or(() -> Optional.of(read(file, named.orElseThrow(), texts))), texts, false);
        }
        String[] texts = table.texts(first);
        if (first.isBlank()) {
            return new TimeColumn(times.or(() -> Optional.of(read(file, "without a heading", texts))), texts, true);
        }
        Optional<long[]> dates = moments(texts);
        if (dates.isPresent()) {
            return new TimeColumn(times.or(() -> dates), texts, true);
        }
        String[] numbers = new String[table.rows()];
        Arrays.setAll(numbers, i -> Integer.toString(i + 1));
        return new TimeColumn(times, numbers, false);
    }

    private static long[] read(Path file, String column, String[] texts) {
        return moments(texts)
                .or(() -> numbers(texts))
                .orElseThrow(() -> new FileProblem("The column " + column + " of " + file
                        + " tells times that cannot be read, so nobody knows which row comes first; write them like"
                        + " 2024-01-31."));
    }

    private static Optional<long[]> moments(String[] texts) {
        long[] micros = new long[texts.length];
        for (int i = 0; i < texts.length; i++) {
            try {
                micros[i] = ChronoUnit.MICROS.between(EPOCH, moment(texts[i].strip()));
            } catch (DateTimeException noDate) {
                return Optional.empty();
            }
        }
        return Optional.of(micros);
    }

    private static LocalDateTime moment(String text) {
        if (text.length() <= "2024-01".length()) {
            return YearMonth.parse(text).atDay(1).atStartOfDay();
        }
        if (text.length() <= "2024-01-31".length()) {
            return LocalDate.parse(text).atStartOfDay();
        }
        String iso = text.replace(' ', 'T');
        boolean hasZone = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
        return hasZone
                ? OffsetDateTime.parse(iso)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(iso);
    }

    /** Numbers of rows, years, or dates like 20240131, which rise with the time. */
    private static Optional<long[]> numbers(String[] texts) {
        long[] numbers = new long[texts.length];
        for (int i = 0; i < texts.length; i++) {
            try {
                numbers[i] = Long.parseLong(texts[i].strip());
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers);
    }
}
