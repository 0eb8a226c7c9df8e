package io.sextant.ui.panel.ladder;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.TapeTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The book of one instrument laid on a window of prices. The window follows the market until the reader scrolls, and again
 * after a recentring. A row holds one tick or, so that ten levels of a fine-ticked market fit, a bucket of several.
 */
final class LadderModel {

    /** Bucket sizes in ticks that people can read. */
    private static final long[] STEPS = {
        1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000
    };

    /** The share of the rows that the visible depth should fill at most when the bucket is chosen by itself. */
    private static final double FILL = 0.8;

    /** The market may wander over this share of the rows around the middle before the window moves. */
    private static final double CALM_ZONE = 0.5;

    private static final long FAR_ROWS = 1_000_000;

    private final ReadOnlyObjectWrapper<LadderFrame> frame = new ReadOnlyObjectWrapper<>(LadderFrame.EMPTY);
    private final BooleanProperty following = new SimpleBooleanProperty(true);

    private @Nullable Instrument instrument;
    private @Nullable MarketState market;
    private List<Order> working = List.of();
    private int rowCount = 1;
    private long stepTicks = 1;
    private boolean stepChosen;
    private long centreTicks;
    private boolean centred;
    private @Nullable Long cursorTicks;

    ReadOnlyObjectProperty<LadderFrame> frame() {
        return frame.getReadOnlyProperty();
    }

    /** Whether the window keeps the market in its middle. */
    BooleanProperty following() {
        return following;
    }

    Optional<Instrument> instrument() {
        return Optional.ofNullable(instrument);
    }

    void show(Optional<Instrument> chosen) {
        if (chosen.equals(instrument())) {
            return;
        }
        instrument = chosen.orElse(null);
        market = null;
        centred = false;
        stepChosen = false;
        stepTicks = 1;
        cursorTicks = null;
        following.set(true);
        refresh();
    }

    void update(MarketState state) {
        if (instrument != null && state.instrument().equals(instrument.id())) {
            market = state;
            refresh();
        }
    }

    void updateWorking(List<Order> orders) {
        working = orders;
        refresh();
    }

    void rowCount(int rows) {
        if (rows != rowCount && rows > 0) {
            rowCount = rows;
            refresh();
        }
    }

    /** Brings the market to the middle and follows it again. */
    void recentre() {
        following.set(true);
        centred = false;
        refresh();
    }

    /** Moves the window up (positive) or down by rows and stops following. */
    void scroll(long rows) {
        if (centred && rows != 0) {
            following.set(false);
            centreTicks += rows * stepTicks;
            refresh();
        }
    }

    /** Fewer or more ticks a row; from then on the bucket stays as chosen. */
    void coarser() {
        chooseStep(1);
    }

    void finer() {
        chooseStep(-1);
    }

    /** Lets the bucket follow the depth again. */
    void automaticStep() {
        stepChosen = false;
        recentre();
    }

    /** The row a keyboard user is on. */
    Optional<LadderRow> cursorRow() {
        return frame.get().rows().stream().filter(this::isCursor).findFirst();
    }

    boolean isCursor(LadderRow row) {
        return cursorTicks != null && row.priceTicks() == bucketOf(cursorTicks, Side.BUY);
    }

    /** Moves the cursor by rows (up is positive), first onto the market; the window follows it. */
    void moveCursor(int rows) {
        List<LadderRow> shown = frame.get().rows();
        if (shown.isEmpty()) {
            return;
        }
        if (cursorTicks == null) {
            cursorTicks = marketTicks().orElse(centreTicks);
        } else {
            cursorTicks += rows * stepTicks;
        }
        long highest = shown.getFirst().priceTicks();
        long lowest = shown.getLast().priceTicks();
        if (cursorTicks >= highest + stepTicks) {
            scroll((cursorTicks - highest) / stepTicks);
        } else if (cursorTicks < lowest) {
            scroll(Math.floorDiv(cursorTicks - lowest, stepTicks));
        } else {
            refresh();
        }
    }

    void cursorTo(long priceTicks) {
        cursorTicks = priceTicks;
        refresh();
    }

    /** The price a click on a row means. */
    Price priceOf(LadderRow row) {
        return Optional.ofNullable(instrument).orElseThrow().priceOf(row.priceTicks());
    }

    /** Our working orders on this row. */
    List<OrderId> ownOrdersAt(LadderRow row) {
        List<OrderId> found = new ArrayList<>();
        for (Order order : ownLimits()) {
            if (bucketOf(limitTicks(order), order.terms().side()) == row.priceTicks()) {
                found.add(order.id());
            }
        }
        return found;
    }

    private void chooseStep(int direction) {
        int index = 0;
        while (index < STEPS.length - 1 && STEPS[index] < stepTicks) {
            index++;
        }
        stepTicks = STEPS[Math.clamp(index + direction, 0, STEPS.length - 1)];
        stepChosen = true;
        refresh();
    }

    private void refresh() {
        if (instrument == null || market == null || marketTicks().isEmpty()) {
            frame.set(LadderFrame.EMPTY);
            return;
        }
        if (!stepChosen && following.get()) {
            stepTicks = fittingStep(market.depth());
        }
        long middle = marketTicks().orElse(centreTicks);
        boolean outside = Math.abs(middle - centreTicks) > rowCount * stepTicks * CALM_ZONE / 2;
        if (!centred || (following.get() && outside)) {
            centreTicks = middle;
            centred = true;
        }
        frame.set(lay(middle));
    }

    private LadderFrame lay(long middle) {
        long top = bucketOf(centreTicks, Side.BUY) + (rowCount / 2) * stepTicks;
        long[] bids = new long[rowCount];
        long[] asks = new long[rowCount];
        long[] ownBuys = new long[rowCount];
        long[] ownSells = new long[rowCount];
        Depth depth = depth();
        depth.bids().forEach(level -> addTo(bids, bidRow(top, level.price()), lots(level.quantity())));
        depth.asks().forEach(level -> addTo(asks, askRow(top, level.price()), lots(level.quantity())));
        for (Order order : ownLimits()) {
            Side side = order.terms().side();
            addTo(side == Side.BUY ? ownBuys : ownSells, rowOf(top, limitTicks(order), side), lots(order.remaining()));
        }
        int bestBid = depth.bids().isEmpty()
                ? -1
                : bidRow(top, depth.bids().getFirst().price());
        int bestAsk = depth.asks().isEmpty()
                ? -1
                : askRow(top, depth.asks().getFirst().price());
        Optional<TapeTrade> last = newestTrade();
        int lastRow = last.map(trade ->
                        rowOf(top, ticks(trade.price()), trade.aggressor().opposite()))
                .orElse(-1);
        List<LadderRow> rows = new ArrayList<>(rowCount);
        long largest = 0;
        for (int i = 0; i < rowCount; i++) {
            largest = Math.max(largest, Math.max(bids[i], asks[i]));
            rows.add(new LadderRow(
                    top - i * stepTicks,
                    bids[i],
                    asks[i],
                    ownBuys[i],
                    ownSells[i],
                    i == bestBid,
                    i == bestAsk,
                    i == lastRow ? last.map(TapeTrade::aggressor) : Optional.empty()));
        }
        return new LadderFrame(rows, stepTicks, largest, rowsAway(top, middle));
    }

    private long rowsAway(long top, long middle) {
        int row = rowOf(top, middle, Side.BUY);
        if (row < 0) {
            return -row;
        }
        return row >= rowCount ? rowCount - 1 - row : 0;
    }

    private static void addTo(long[] column, int row, long lots) {
        if (row >= 0 && row < column.length) {
            column[row] += lots;
        }
    }

    private int bidRow(long top, Price price) {
        return rowOf(top, ticks(price), Side.BUY);
    }

    private int askRow(long top, Price price) {
        return rowOf(top, ticks(price), Side.SELL);
    }

    private int rowOf(long top, long ticks, Side side) {
        return (int) Math.clamp((top - bucketOf(ticks, side)) / stepTicks, -FAR_ROWS, FAR_ROWS);
    }

    /** Bids share a row with the price below them and offers with the one above, so the two never meet in one row. */
    private long bucketOf(long ticks, Side side) {
        return switch (side) {
            case BUY -> Math.floorDiv(ticks, stepTicks) * stepTicks;
            case SELL -> Math.ceilDiv(ticks, stepTicks) * stepTicks;
        };
    }

    /** The finest readable bucket with which the depth fits; it changes only when another one fits much better. */
    private long fittingStep(Depth depth) {
        if (depth.bids().isEmpty() || depth.asks().isEmpty()) {
            return stepTicks;
        }
        long highest = ticks(depth.asks().getLast().price());
        long lowest = ticks(depth.bids().getLast().price());
        double span = highest - lowest;
        double current = span / stepTicks;
        boolean fits = current <= rowCount && current >= rowCount * FILL / 5;
        if (fits && centred) {
            return stepTicks;
        }
        for (long step : STEPS) {
            if (span / step <= rowCount * FILL) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private Optional<Long> marketTicks() {
        Depth depth = depth();
        if (!depth.bids().isEmpty() && !depth.asks().isEmpty()) {
            long bid = ticks(depth.bids().getFirst().price());
            long ask = ticks(depth.asks().getFirst().price());
            return Optional.of(Math.floorDiv(bid + ask, 2));
        }
        return market == null ? Optional.empty() : market.last().map(this::ticks);
    }

    private Optional<TapeTrade> newestTrade() {
        return market == null ? Optional.empty() : market.tape().stream().findFirst();
    }

    private Depth depth() {
        return market == null ? Depth.EMPTY : market.depth();
    }

    private List<Order> ownLimits() {
        Instrument shown = instrument;
        if (shown == null) {
            return List.of();
        }
        return working.stream()
                .filter(order -> order.terms().instrument().equals(shown.id()))
                .filter(order -> order.state() != OrderState.WAITING)
                .filter(order -> order.terms().type().findLimit().isPresent())
                .toList();
    }

    private long limitTicks(Order order) {
        return ticks(order.terms().type().findLimit().orElseThrow());
    }

    private long ticks(Price price) {
        return Optional.ofNullable(instrument).orElseThrow().ticksOf(price);
    }

    private long lots(Quantity quantity) {
        return Optional.ofNullable(instrument).orElseThrow().lotsOf(quantity);
    }
}
