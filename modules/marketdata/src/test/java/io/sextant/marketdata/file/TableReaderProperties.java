package io.sextant.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.dataset.QuarantineReason;
import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.time.SeededRandom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The byte reader against a plain one that splits lines into Strings, on random files with random damage. */
class TableReaderProperties {

    private record Read(Map<String, BarSeries> series, Map<Long, QuarantineReason> quarantined) {}

    @Property(tries = 300)
    void readsWhatAPlainReaderReads(@ForAll long seed) throws IOException {
        SeededRandom random = new SeededRandom(seed);
        String text = randomFile(random);

        assertThat(fast(text, random)).isEqualTo(plain(text));
    }

    private static String randomFile(SeededRandom random) {
        StringBuilder text = new StringBuilder("symbol,time,open,high,low,close,volume\n");
        LocalDateTime time = LocalDateTime.of(2023, 1, 1, 0, 0);
        int rows = 20 + random.nextInt(200);
        for (int i = 0; i < rows; i++) {
            time = time.plusMinutes(random.nextInt(12) == 0 ? random.nextInt(5) - 2 : 1);
            int low = 1 + random.nextInt(100_000);
            int high = low + random.nextInt(1_000);
            int open = low + random.nextInt(high - low + 1);
            int close = low + random.nextInt(high - low + 1);
            List<String> cells = new ArrayList<>(List.of(
                    random.nextBoolean() ? "AAA" : "BBB",
                    time.toString().replace('T', ' ') + (time.getSecond() == 0 ? ":00" : ""),
                    decimal(open, random),
                    decimal(high, random),
                    decimal(low, random),
                    decimal(close, random),
                    decimal(random.nextInt(1_000_000), random)));
            damage(cells, random);
            text.append(String.join(",", cells))
                    .append(random.nextInt(40) == 0 ? "\n\n" : random.nextInt(3) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private static String decimal(int units, SeededRandom random) {
        String text = BigDecimal.valueOf(units, 2).toPlainString();
        return random.nextInt(10) == 0 ? " " + text + " " : random.nextInt(10) == 0 ? '"' + text + '"' : text;
    }

    private static void damage(List<String> cells, SeededRandom random) {
        if (random.nextInt(10) != 0) {
            return;
        }
        int column = 1 + random.nextInt(6);
        switch (random.nextInt(6)) {
            case 0 -> cells.set(column, "");
            case 1 -> cells.set(column, "NaN");
            case 2 ->
                cells.set(column, "-" + cells.get(column).replace("\"", "").strip());
            case 3 -> cells.set(3, "0.01");
            case 4 -> cells.remove(cells.size() - 1);
            default -> cells.set(column, "1e5");
        }
    }

    private static Read fast(String text, SeededRandom random) throws IOException {
        Map<String, List<BarSeries>> stretches = new LinkedHashMap<>();
        Map<Long, QuarantineReason> quarantined = new LinkedHashMap<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Layout layout = new Layout(
                Layout.Kind.CANDLES,
                (byte) ',',
                false,
                1,
                1,
                -1,
                new TimeFormat.Civil(TimeFormat.Civil.Order.YEAR_FIRST),
                false,
                false,
                0,
                List.of(new Layout.Part("", false, 2, 3, 4, 5, 6)),
                -1,
                -1,
                -1,
                6);
        PriceFileTaker taker = new RecordingTaker(stretches, quarantined);
        new TableReader("x", layout, Texts.PLAIN, Optional.empty(), taker)
                .read(new Lines(new Trickle(bytes, random), new byte[0], 0));
        Map<String, BarSeries> series = new LinkedHashMap<>();
        stretches.forEach((symbol, parts) -> series.put(symbol, parts.getFirst()));
        return new Read(series, quarantined);
    }

    private static Read plain(String text) {
        Map<String, BarSeriesBuilder> series = new LinkedHashMap<>();
        Map<String, List<Object>> before = new LinkedHashMap<>();
        Map<Long, QuarantineReason> quarantined = new LinkedHashMap<>();
        String[] lines = text.split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            QuarantineReason wrong = plainRow(lines[i], series, before);
            if (wrong != null) {
                quarantined.put(i + 1L, wrong);
            }
        }
        Map<String, BarSeries> built = new LinkedHashMap<>();
        series.forEach((symbol, bars) -> {
            if (bars.size() > 0) {
                built.put(symbol, bars.build());
            }
        });
        return new Read(built, quarantined);
    }

    private static @Nullable QuarantineReason plainRow(
            String line, Map<String, BarSeriesBuilder> series, Map<String, List<Object>> before) {
        String[] cells = line.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip().replace("\"", "").strip();
        }
        if (cells.length < 6 || cells[1].isEmpty()) {
            return QuarantineReason.MISSING_CELL;
        }
        BarSeriesBuilder bars = series.computeIfAbsent(cells[0], symbol -> new BarSeriesBuilder());
        long time;
        if (cells[1].startsWith("-")) {
            return QuarantineReason.NOT_A_TIME;
        }
        try {
            time = LocalDateTime.parse(cells[1].replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L;
        } catch (DateTimeParseException e) {
            return QuarantineReason.NOT_A_TIME;
        }
        double[] values = new double[5];
        for (int i = 0; i < 5; i++) {
            String cell = i + 2 < cells.length ? cells[i + 2] : "";
            if (cell.isEmpty() && i < 4) {
                return QuarantineReason.MISSING_CELL;
            }
            values[i] = cell.isEmpty() ? 0 : Double.parseDouble(cell);
        }
        QuarantineReason wrong = plainJudgement(values);
        if (wrong != null) {
            return wrong;
        }
        List<Object> row = List.of(time, values[0], values[1], values[2], values[3], values[4]);
        List<Object> last = before.get(cells[0]);
        if (last != null && (long) last.getFirst() == time) {
            return row.equals(last) ? QuarantineReason.DUPLICATE : QuarantineReason.CONFLICTING_DUPLICATE;
        }
        if (last != null && (long) last.getFirst() > time) {
            return QuarantineReason.TIME_GOES_BACK;
        }
        before.put(cells[0], row);
        bars.add(time, values[0], values[1], values[2], values[3], values[4]);
        return null;
    }

    private static @Nullable QuarantineReason plainJudgement(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return QuarantineReason.NOT_A_NUMBER;
            }
        }
        for (int i = 0; i < 4; i++) {
            if (values[i] <= 0) {
                return QuarantineReason.PRICE_NOT_POSITIVE;
            }
        }
        if (values[4] < 0) {
            return QuarantineReason.NEGATIVE_VOLUME;
        }
        if (values[1] < values[2]) {
            return QuarantineReason.HIGH_BELOW_LOW;
        }
        boolean inside =
                values[0] <= values[1] && values[3] <= values[1] && values[0] >= values[2] && values[3] >= values[2];
        return inside ? null : QuarantineReason.OUTSIDE_RANGE;
    }

    /** Hands out a few bytes at a time, so that lines break anywhere. */
    private static final class Trickle extends InputStream {

        private final ByteArrayInputStream bytes;
        private final SeededRandom random;

        Trickle(byte[] bytes, SeededRandom random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, Math.min(length, 1 + random.nextInt(90)));
        }
    }

    private record RecordingTaker(Map<String, List<BarSeries>> stretches, Map<Long, QuarantineReason> reasons)
            implements PriceFileTaker {

        @Override
        public void begin(Understood text) {}

        @Override
        public void bars(String symbol, BarSeries stretch) {
            stretches.computeIfAbsent(symbol, name -> new ArrayList<>()).add(stretch);
        }

        @Override
        public void quarantined(QuarantinedRow row) {
            reasons.put(row.line(), row.reason());
        }

        @Override
        public void progress(long rows) {}

        @Override
        public void bytes(long more) {}

        @Override
        public void end(long rows, long quarantinedRows) {
            assertThat(quarantinedRows).isEqualTo(reasons.size());
        }

        @Override
        public void problem(String name, String sentence) {
            throw new AssertionError(sentence);
        }
    }
}
