package io.sextant.marketdata.file;

import io.sextant.domain.dataset.QuarantineReason;
import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.market.BarSeries;
import io.sextant.marketdata.bar.BarLength;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one text of a known layout. Works on bytes: no String and no object a row. */
final class TableReader {

    /** Bars that wait in memory at most, over all series of a text, before they are handed on. */
    private static final int WAITING_MAX = 1 << 17;

    private static final int ROWS_A_REPORT = 1 << 14;
    private static final int QUARANTINED_TEXT_MAX = 500;
    private static final long TIE_NANOS = 1_000_000_000L;

    private final String name;
    private final Layout layout;
    private final Reading reading;
    private final Optional<BarLength> length;
    private final PriceFileTaker taker;
    private final Cells cells = new Cells();
    private final NumberText numbers;
    private final TimeText times;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private @Nullable Group newest;
    private byte[] newestCell = new byte[0];
    private byte[] line = new byte[0];
    private int waiting;

    /** The series of one symbol in a text. */
    private static final class Group {
        private final SeriesRows[] series;
        private final @Nullable TradeRows trades;
        private long previousNanos = TimeText.NONE;

        Group(SeriesRows[] series, @Nullable TradeRows trades) {
            this.series = series;
            this.trades = trades;
        }
    }

    TableReader(String name, Layout layout, Reading reading, Optional<BarLength> length, PriceFileTaker taker) {
        this.name = name;
        this.layout = layout;
        this.reading = reading;
        this.length = length;
        this.taker = taker;
        numbers = new NumberText(layout.decimalComma());
        times = new TimeText(layout.timeFormat(), reading.zone(), layout.newestFirst());
    }

    void read(Lines lines) throws IOException {
        long rows = 0;
        long quarantined = 0;
        while (lines.next()) {
            if (lines.number() <= layout.skippedLines() || lines.isBlank()) {
                continue;
            }
            rows++;
            QuarantineReason wrong = readRow(lines);
            if (wrong != null) {
                quarantined++;
                taker.quarantined(new QuarantinedRow(name, lines.number(), wrong, text(lines)));
            }
            if (waiting >= WAITING_MAX) {
                handOn();
            }
            if (rows % ROWS_A_REPORT == 0) {
                taker.progress(ROWS_A_REPORT);
            }
        }
        for (Group group : groups.values()) {
            if (group.trades != null) {
                group.trades.finish();
            }
        }
        handOn();
        taker.progress(rows % ROWS_A_REPORT);
        taker.end(rows, quarantined);
    }

    private @Nullable QuarantineReason readRow(Lines lines) {
        line = lines.bytes();
        cells.split(line, lines.start(), lines.end(), layout.separator());
        if (cells.count() < layout.cells() || cells.isBlank(layout.time())) {
            return QuarantineReason.MISSING_CELL;
        }
        Group group = group();
        if (group == null) {
            return QuarantineReason.NOT_A_SYMBOL;
        }
        // Two trades may have the same time, two bars of a series may not.
        boolean ties = group.trades != null && group.previousNanos != TimeText.NONE;
        long time = time(ties ? group.previousNanos - TIE_NANOS : group.previousNanos);
        if (time == TimeText.NONE) {
            return QuarantineReason.NOT_A_TIME;
        }
        QuarantineReason wrong = group.trades != null ? trade(group, group.trades, time) : bars(group, time);
        if (wrong == null) {
            group.previousNanos = time;
        }
        return wrong;
    }

    private long time(long previousNanos) {
        int at = layout.time();
        int clock = layout.clock();
        return clock < 0
                ? times.parse(line, cells.start(at), cells.end(at), previousNanos)
                : times.parse(
                        line, cells.start(at), cells.end(at), cells.start(clock), cells.end(clock), previousNanos);
    }

    private @Nullable QuarantineReason trade(Group group, TradeRows trades, long time) {
        if (cells.isBlank(layout.price()) || cells.isBlank(layout.amount())) {
            return QuarantineReason.MISSING_CELL;
        }
        int before = group.series[0].size();
        QuarantineReason wrong =
                trades.add(time, number(layout.price()), number(layout.amount()), id(layout.tradeId()));
        waiting += group.series[0].size() - before;
        return wrong;
    }

    /** A number for the identity of a trade: equal for equal texts, practically never for others (FNV-1a). */
    private long id(int column) {
        if (column < 0 || cells.isBlank(column)) {
            return TradeRows.NO_ID;
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = cells.start(column); i < cells.end(column); i++) {
            hash = (hash ^ line[i]) * 0x100000001b3L;
        }
        return hash == TradeRows.NO_ID ? 1 : hash;
    }

    private @Nullable QuarantineReason bars(Group group, long time) {
        long start = layout.barEndTimes() || reading.barEndTimes() ? startOfBarThatEnds(time) : time;
        QuarantineReason wrong = null;
        for (int i = 0; i < group.series.length; i++) {
            QuarantineReason reason = bar(group.series[i], layout.parts().get(i), start);
            wrong = wrong == null ? reason : wrong;
        }
        return wrong;
    }

    private @Nullable QuarantineReason bar(SeriesRows series, Layout.Part part, long start) {
        boolean optional = layout.parts().size() > 1 || part.isOneFigure();
        if (part.isOneFigure()) {
            if (cells.isBlank(part.close())) {
                return null;
            }
            double figure = number(part.close());
            return counted(series.add(start, figure, figure, figure, figure, 0));
        }
        int blank = (cells.isBlank(part.open()) ? 1 : 0)
                + (cells.isBlank(part.high()) ? 1 : 0)
                + (cells.isBlank(part.low()) ? 1 : 0)
                + (cells.isBlank(part.close()) ? 1 : 0);
        if (blank > 0) {
            return optional && blank == 4 ? null : QuarantineReason.MISSING_CELL;
        }
        boolean traded = part.volume() >= 0 && !cells.isBlank(part.volume());
        return counted(series.add(
                start,
                number(part.open()),
                number(part.high()),
                number(part.low()),
                number(part.close()),
                traded ? number(part.volume()) : 0));
    }

    private @Nullable QuarantineReason counted(@Nullable QuarantineReason wrong) {
        waiting += wrong == null ? 1 : 0;
        return wrong;
    }

    private double number(int column) {
        return numbers.parse(line, cells.start(column), cells.end(column));
    }

    /** Ends are also written as the last millisecond or second of a bar. */
    private long startOfBarThatEnds(long end) {
        if (length.isEmpty()) {
            return end;
        }
        BarLength bar = length.get();
        long start = bar.startOf(end);
        boolean lastMoment = bar.nextStart(start) - end <= 1_000_000_000L && bar.seconds() > 1;
        return lastMoment ? start : bar.isMonth() ? bar.startOf(end - 1) : end - bar.nominalNanos();
    }

    private @Nullable Group group() {
        int column = layout.symbol();
        if (column < 0) {
            if (newest == null) {
                newest = newGroup("");
            }
            return newest;
        }
        if (column >= cells.count()) {
            return null;
        }
        int from = cells.start(column);
        int to = cells.end(column);
        if (newest != null && Arrays.equals(line, from, to, newestCell, 0, newestCell.length)) {
            return newest;
        }
        String symbol = SymbolNames.ofCell(cells.text(column));
        if (symbol.isEmpty()) {
            return null;
        }
        newestCell = Arrays.copyOfRange(line, from, to);
        newest = groups.computeIfAbsent(symbol, this::newGroup);
        return newest;
    }

    /** {@code inRow} is the symbol that the rows name, empty where they name none. */
    private Group newGroup(String inRow) {
        String given = reading.symbol().orElse("");
        String base = inRow.isEmpty() ? given.isEmpty() ? SymbolNames.ofFile(name) : given : inRow;
        SeriesRows[] series = new SeriesRows[Math.max(1, layout.parts().size())];
        boolean trades = layout.kind() == Layout.Kind.TRADES;
        for (int i = 0; i < series.length; i++) {
            String symbol = base;
            if (!trades) {
                Layout.Part part = layout.parts().get(i);
                symbol = part.ownName() && given.isEmpty()
                        ? SymbolNames.with(part.suffix(), "CLOSE")
                        : SymbolNames.with(base, part.suffix());
            }
            series[i] = new SeriesRows(symbol, layout.newestFirst() && !trades);
        }
        TradeRows rows = trades ? new TradeRows(reading.trades(), series[0], layout.newestFirst()) : null;
        Group group = new Group(series, rows);
        if (inRow.isEmpty()) {
            groups.put("", group);
        }
        return group;
    }

    private void handOn() {
        for (Group group : groups.values()) {
            for (SeriesRows series : group.series) {
                if (series.size() > 0) {
                    BarSeries stretch = series.takeStretch();
                    taker.bars(series.symbol(), stretch);
                }
            }
        }
        waiting = 0;
    }

    private static String text(Lines lines) {
        int size = Math.min(QUARANTINED_TEXT_MAX, lines.end() - lines.start());
        return new String(lines.bytes(), lines.start(), size, StandardCharsets.UTF_8);
    }
}
