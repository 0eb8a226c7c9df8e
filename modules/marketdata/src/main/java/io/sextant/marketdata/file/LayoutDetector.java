package io.sextant.marketdata.file;

import io.sextant.marketdata.file.Layout.Kind;
import io.sextant.marketdata.file.Layout.Part;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells the layout of a text from its first rows: by its headings where it has some, by what the cells hold otherwise. */
final class LayoutDetector {

    private static final int NONE = -1;

    private final Sample sample;
    private final ColumnRole[] roles;

    private LayoutDetector(Sample sample) {
        this.sample = sample;
        roles = new ColumnRole[sample.columns()];
    }

    static Layout detect(Sample sample) {
        return new LayoutDetector(sample).detect();
    }

    private Layout detect() {
        for (int i = 0; i < roles.length; i++) {
            roles[i] = sample.hasHeadings() ? ColumnRole.ofHeading(sample.heading(i)) : ColumnRole.VALUE;
        }
        Clocks clocks = findTime();
        if (!sample.hasHeadings()) {
            ContentRoles.assign(sample, roles);
        }
        settle();
        List<Part> parts = parts();
        boolean trades = parts.isEmpty();
        int price = at(ColumnRole.PRICE);
        int amount = at(ColumnRole.AMOUNT);
        if (trades && (price == NONE || amount == NONE)) {
            throw new FileProblem("it has no columns of prices");
        }
        Kind kind = trades
                ? Kind.TRADES
                : at(ColumnRole.BID_OPEN) != NONE || at(ColumnRole.ASK_OPEN) != NONE
                        ? Kind.QUOTE_CANDLES
                        : parts.getFirst().isOneFigure() ? Kind.VALUES : Kind.CANDLES;
        int symbol = at(ColumnRole.SYMBOL);
        boolean decimalComma = sample.hasDecimalCommas(numbers(parts, price, amount));
        return new Layout(
                kind,
                sample.separator(),
                decimalComma,
                sample.skippedLines(),
                clocks.time(),
                clocks.clock(),
                clocks.format(),
                roles[clocks.time()] == ColumnRole.END_TIME,
                isNewestFirst(clocks, symbol),
                symbol,
                parts,
                trades ? price : NONE,
                trades ? amount : NONE,
                trades ? at(ColumnRole.TRADE_ID) : NONE,
                kind == Kind.VALUES || kind == Kind.QUOTE_CANDLES ? clocks.time() + 1 : needed(parts, price, amount));
    }

    private record Clocks(int time, int clock, TimeFormat format) {}

    /** The first column that is named a time and reads as one; then an end of bars; then any that reads as one. */
    private Clocks findTime() {
        for (ColumnRole wanted : List.of(ColumnRole.TIME, ColumnRole.END_TIME, ColumnRole.IGNORED, ColumnRole.VALUE)) {
            int best = NONE;
            Optional<TimeFormat> bestFormat = Optional.empty();
            for (int i = 0; i < roles.length; i++) {
                if (roles[i] != wanted) {
                    continue;
                }
                Optional<TimeFormat> format = TimeFormats.of(sample.filled(i), sample.heading(i));
                if (format.isPresent() && (best == NONE || (isFiner(format, bestFormat) && !sample.hasHeadings()))) {
                    best = i;
                    bestFormat = format;
                }
            }
            if (best != NONE) {
                int time = best;
                ColumnRole role = wanted == ColumnRole.END_TIME ? wanted : ColumnRole.TIME;
                int clock = findClock(bestFormat.orElseThrow());
                forgetOtherTimes();
                roles[time] = role;
                if (clock != NONE) {
                    roles[clock] = ColumnRole.CLOCK;
                }
                return new Clocks(time, clock, bestFormat.orElseThrow());
            }
        }
        throw new FileProblem("it has no column of times");
    }

    /** Numbers of trades look like seconds since 1970, so where nothing is named, the finer unit is the time. */
    private static boolean isFiner(Optional<TimeFormat> format, Optional<TimeFormat> than) {
        return format.orElseThrow() instanceof TimeFormat.Epoch(var unit)
                && than.orElseThrow() instanceof TimeFormat.Epoch(var other)
                && unit.nanos() < other.nanos();
    }

    private int findClock(TimeFormat format) {
        if (!(format instanceof TimeFormat.Civil)) {
            return NONE;
        }
        for (int i = 0; i < roles.length; i++) {
            boolean free =
                    roles[i] == ColumnRole.TIME || roles[i] == ColumnRole.VALUE || roles[i] == ColumnRole.IGNORED;
            if (free && TimeFormats.isClock(sample.filled(i))) {
                return i;
            }
        }
        return NONE;
    }

    /** A column that is named like a time and holds none is something else: T is also a share. */
    private void forgetOtherTimes() {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == ColumnRole.TIME || roles[i] == ColumnRole.END_TIME) {
                boolean time =
                        TimeFormats.of(sample.filled(i), sample.heading(i)).isPresent()
                                || TimeFormats.isClock(sample.filled(i));
                roles[i] = time ? ColumnRole.IGNORED : ColumnRole.VALUE;
            }
        }
    }

    /** One column a role, and the roles that depend on what else there is. */
    private void settle() {
        boolean candles = hasCandles();
        for (int i = 0; i < roles.length; i++) {
            roles[i] = switch (roles[i]) {
                case AMOUNT -> candles ? ColumnRole.VOLUME : ColumnRole.AMOUNT;
                case VOLUME -> !candles && at(ColumnRole.PRICE) != NONE ? ColumnRole.AMOUNT : ColumnRole.VOLUME;
                case PRICE -> candles ? ColumnRole.IGNORED : ColumnRole.PRICE;
                // What a table of closes lists may begin to trade long behind the sample.
                case VALUE -> sample.isNumeric(i) || sample.filled(i).isEmpty() ? ColumnRole.VALUE : ColumnRole.IGNORED;
                case TIME, CLOCK, END_TIME, SYMBOL, OPEN, HIGH, LOW, CLOSE, TRADE_ID -> roles[i];
                case BID_OPEN, BID_HIGH, BID_LOW, BID_CLOSE, ASK_OPEN, ASK_HIGH, ASK_LOW, ASK_CLOSE, IGNORED ->
                    roles[i];
            };
        }
    }

    private boolean hasCandles() {
        return at(ColumnRole.OPEN) != NONE
                && at(ColumnRole.HIGH) != NONE
                && at(ColumnRole.LOW) != NONE
                && at(ColumnRole.CLOSE) != NONE;
    }

    private List<Part> parts() {
        if (hasCandles()) {
            return List.of(new Part(
                    "",
                    false,
                    at(ColumnRole.OPEN),
                    at(ColumnRole.HIGH),
                    at(ColumnRole.LOW),
                    at(ColumnRole.CLOSE),
                    at(ColumnRole.VOLUME)));
        }
        List<Part> parts = new ArrayList<>();
        addQuotes(parts, "BID", ColumnRole.BID_OPEN, ColumnRole.BID_HIGH, ColumnRole.BID_LOW, ColumnRole.BID_CLOSE);
        addQuotes(parts, "ASK", ColumnRole.ASK_OPEN, ColumnRole.ASK_HIGH, ColumnRole.ASK_LOW, ColumnRole.ASK_CLOSE);
        if (parts.isEmpty() && (at(ColumnRole.PRICE) == NONE || at(ColumnRole.AMOUNT) == NONE)) {
            addFigures(parts);
        }
        return parts;
    }

    private void addQuotes(
            List<Part> parts, String suffix, ColumnRole open, ColumnRole high, ColumnRole low, ColumnRole close) {
        if (at(open) != NONE && at(high) != NONE && at(low) != NONE && at(close) != NONE) {
            parts.add(new Part(suffix, false, at(open), at(high), at(low), at(close), NONE));
        }
    }

    /** A close or price alone is a series of closes; so is each column of a table that says nothing else. */
    private void addFigures(List<Part> parts) {
        int alone = at(ColumnRole.CLOSE) != NONE ? at(ColumnRole.CLOSE) : at(ColumnRole.PRICE);
        if (alone != NONE && !isTicker(alone)) {
            parts.add(new Part("CLOSE", false, alone, alone, alone, alone, NONE));
            return;
        }
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == ColumnRole.VALUE || isTicker(i)) {
                String name = SymbolNames.ofText(sample.heading(i));
                boolean own = sample.hasHeadings() && at(ColumnRole.SYMBOL) == NONE;
                parts.add(new Part(name.isEmpty() ? "VALUE" + (i + 1) : name, own, i, i, i, i, NONE));
            }
        }
    }

    /** Among other figures, C, V and O are shares like all others. */
    private boolean isTicker(int column) {
        return sample.heading(column).length() == 1
                && List.of(roles).contains(ColumnRole.VALUE)
                && sample.isNumeric(column)
                && roles[column] != ColumnRole.TIME;
    }

    private int at(ColumnRole role) {
        return Arrays.asList(roles).indexOf(role);
    }

    private static List<Integer> numbers(List<Part> parts, int price, int amount) {
        List<Integer> columns = new ArrayList<>();
        for (Part part : parts) {
            columns.addAll(List.of(part.open(), part.high(), part.low(), part.close()));
            if (part.volume() != NONE) {
                columns.add(part.volume());
            }
        }
        if (parts.isEmpty()) {
            columns.addAll(List.of(price, amount));
        }
        return columns;
    }

    private static int needed(List<Part> parts, int price, int amount) {
        return numbers(parts, price, amount).stream()
                .mapToInt(column -> column + 1)
                .max()
                .orElse(0);
    }

    private boolean isNewestFirst(Clocks clocks, int symbol) {
        TimeText times = new TimeText(clocks.format(), ZoneOffset.UTC, false);
        Map<String, Long> before = new HashMap<>();
        int[] steps = new int[2];
        IntStream.range(0, sample.rows()).forEach(row -> {
            long time = time(times, clocks, row);
            if (time == TimeText.NONE) {
                return;
            }
            Long earlier = before.put(symbol == NONE ? "" : sample.cell(row, symbol), time);
            if (earlier != null && earlier != time) {
                steps[time > earlier ? 0 : 1]++;
            }
        });
        return steps[1] > steps[0];
    }

    private long time(TimeText times, Clocks clocks, int row) {
        byte[] date = sample.cell(row, clocks.time()).getBytes(StandardCharsets.UTF_8);
        if (clocks.clock() == NONE) {
            return times.parse(date, 0, date.length, TimeText.NONE);
        }
        byte[] clock = sample.cell(row, clocks.clock()).getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(date, date.length + clock.length);
        System.arraycopy(clock, 0, both, date.length, clock.length);
        return times.parse(both, 0, date.length, date.length, both.length, TimeText.NONE);
    }
}
