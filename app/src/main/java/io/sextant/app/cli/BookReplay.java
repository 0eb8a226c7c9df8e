package io.sextant.app.cli;

import io.sextant.analytics.orderflow.BookStatistics;
import io.sextant.analytics.orderflow.Depth;
import io.sextant.analytics.orderflow.MessageBook;
import io.sextant.analytics.orderflow.TradeFlow;
import io.sextant.marketdata.file.FileProblem;
import io.sextant.marketdata.file.NumberTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A file of messages, taken record by record. */
abstract sealed class BookReplay permits LobsterReplay, MboReplay, LevelReplay, SnapshotReplay {

    private final String format;
    private final int scale;
    private final int sizeScale;
    private final long size;
    private final TradeFlow flow = new TradeFlow();
    private final BookStatistics statistics;
    private long records;

    final MessageBook book = new MessageBook();

    /**
     * @param scale how many units of the book's prices make one of money
     * @param sizeScale how many units of its sizes make one of quantity
     */
    BookReplay(String format, int scale, int sizeScale, long size) {
        this.format = format;
        this.scale = scale;
        this.sizeScale = sizeScale;
        this.size = size;
        statistics = new BookStatistics(1.0 / scale, 1.0 / sizeScale);
    }

    static BookReplay of(Path messages, @Nullable Path states, @Nullable Path snapshot) {
        NumberTable table = NumberTable.read(messages);
        boolean levels = LevelReplay.isIn(table);
        boolean lobster = table.headings().size() >= 6 && table.has("6");
        if (states != null && !lobster) {
            throw new RefusedByRule("Only LOBSTER has a file of states beside its messages.");
        }
        if (snapshot != null && !levels) {
            throw new RefusedByRule("Only changes of levels begin with a snapshot from another file.");
        }
        if (table.has("action") && table.has("order_id")) {
            return new MboReplay(table);
        }
        if (levels) {
            return new LevelReplay(table, snapshot == null ? null : NumberTable.read(snapshot));
        }
        if (SnapshotReplay.isIn(table)) {
            return new SnapshotReplay(table);
        }
        if (lobster) {
            return new LobsterReplay(table, states == null ? null : NumberTable.read(states));
        }
        throw new RefusedByRule(
                "The file " + messages
                        + " holds no messages: there are the six columns of LOBSTER without a heading; columns action, side, order_id,"
                        + " price and size; side, price and qty of levels that change; or asks[0].price, asks[0].amount and so on.");
    }

    /** Takes the next record; false when there is none. */
    final boolean next() {
        if (records == size) {
            return false;
        }
        int row = Math.toIntExact(records);
        take(row);
        records++;
        if (isWhole(row)) {
            statistics.state(depth());
        }
        return true;
    }

    /** Whether the book is one that was seen once this record is in it, not one halfway through a change of several levels. */
    boolean isWhole(int row) {
        return true;
    }

    /** A number that a record cannot do without. */
    static double need(double[] column, int row, String name) {
        if (!Double.isFinite(column[row])) {
            throw torn(row, "has no " + name);
        }
        return column[row];
    }

    static FileProblem torn(int row, String what) {
        return new FileProblem("Record " + (row + 1) + " " + what + ": the file is damaged, or another kind of file.");
    }

    /** Applies a record to the book, and tells its trade, if it is one. */
    abstract void take(int row);

    /** What stands in the book now. */
    Depth depth() {
        return book;
    }

    /** How many messages there were of each kind, and what was odd. */
    abstract Map<String, Object> counts();

    final void trade(int sign, long price, double quantity, boolean visible) {
        flow.trade(sign, (double) price / scale, quantity);
        if (visible) {
            statistics.trade(sign, (double) price);
        }
    }

    final Map<String, Object> metrics() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("trades", flow.trades());
        map.put("tradeVolume", flow.volume());
        map.put("buyVolume", flow.buyVolume());
        map.put("sellVolume", flow.sellVolume());
        BookCommand.put(map, "vwap", flow.weightedPrice());
        BookCommand.put(map, "meanSpread", statistics.meanSpread());
        BookCommand.put(map, "meanMid", statistics.meanMid());
        BookCommand.put(map, "sumOfi", statistics.sumOfFlow());
        BookCommand.put(map, "impactSlope", statistics.impact().slope());
        BookCommand.put(map, "impactIntercept", statistics.impact().intercept());
        BookCommand.put(map, "impactCorrelation", statistics.impact().correlation());
        BookCommand.put(map, "realizedVariance", statistics.realizedVariance());
        BookCommand.put(map, "effectiveSpread", statistics.effectiveSpread());
        BookCommand.put(map, "rollSpread", flow.rollSpread());
        BookCommand.put(map, "kyleLambda", flow.kyleLambda());
        return map;
    }

    final String format() {
        return format;
    }

    final long records() {
        return records;
    }

    /** How many orders wait, empty where the messages are of levels. */
    OptionalInt orders() {
        return OptionalInt.of(book.orders());
    }

    /** A size in the file's own units. */
    final Number quantity(double size) {
        return sizeScale == 1 ? (Number) Math.round(size) : (Number) (size / sizeScale);
    }

    final TradeFlow flow() {
        return flow;
    }

    final double unit() {
        return 1.0 / scale;
    }

    final double money(long price) {
        return (double) price / scale;
    }
}
