package io.sextant.marketdata.file;

import io.sextant.domain.market.BarSeries;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Bars as CSV: {@code time_utc,open,high,low,close,volume}, a bar a line, labelled by its UTC start as
 * {@code 2016-01-01 00:00:00}. Numbers are the shortest decimals that are read back as the same doubles, without exponents.
 */
public final class BarCsv {

    public static final String HEADING = "time_utc,open,high,low,close,volume";

    private static final long NANOS = 1_000_000_000L;
    private static final int FLUSH_CHARS = 1 << 16;

    private BarCsv() {}

    /** Without {@code volume} its cells stay blank: none is made up. */
    public static void write(OutputStream out, BarSeries bars, boolean volume) throws IOException {
        StringBuilder text =
                new StringBuilder(FLUSH_CHARS + 256).append(HEADING).append('\n');
        for (int i = 0; i < bars.size(); i++) {
            time(text, bars.openTimeNanos()[i]);
            number(text.append(','), bars.open()[i]);
            number(text.append(','), bars.high()[i]);
            number(text.append(','), bars.low()[i]);
            number(text.append(','), bars.close()[i]);
            text.append(',');
            if (volume) {
                number(text, bars.volume()[i]);
            }
            text.append('\n');
            if (text.length() >= FLUSH_CHARS) {
                flush(out, text);
            }
        }
        flush(out, text);
    }

    static void flush(OutputStream out, StringBuilder text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        text.setLength(0);
    }

    static void time(StringBuilder text, long nanos) {
        int fraction = (int) Math.floorMod(nanos, NANOS);
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(nanos, NANOS), 0, ZoneOffset.UTC);
        padded(text, time.getYear(), 4).append('-');
        padded(text, time.getMonthValue(), 2).append('-');
        padded(text, time.getDayOfMonth(), 2).append(' ');
        padded(text, time.getHour(), 2).append(':');
        padded(text, time.getMinute(), 2).append(':');
        padded(text, time.getSecond(), 2);
        if (fraction != 0) {
            int digits = fraction % 1_000_000 == 0 ? 3 : fraction % 1_000 == 0 ? 6 : 9;
            int shown = digits == 3 ? fraction / 1_000_000 : digits == 6 ? fraction / 1_000 : fraction;
            padded(text.append('.'), shown, digits);
        }
    }

    private static StringBuilder padded(StringBuilder text, int number, int digits) {
        String shown = Integer.toString(number);
        return text.repeat('0', Math.max(0, digits - shown.length())).append(shown);
    }

    /** What is not a number stays blank. */
    static void number(StringBuilder text, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        String shown = Double.toString(value);
        if (shown.indexOf('E') >= 0) {
            text.append(new BigDecimal(shown).stripTrailingZeros().toPlainString());
        } else if (shown.endsWith(".0")) {
            text.append(shown, 0, shown.length() - 2);
        } else {
            text.append(shown);
        }
    }
}
