package io.sextant.execution.routing;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.gate.TestGate;
import io.sextant.execution.order.OddAnswer;
import io.sextant.execution.order.OrderListener;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.execution.parent.Parent;
import io.sextant.execution.parent.ParentDesk;
import io.sextant.execution.routing.RouteOrder.Place;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Three venues with grids of their own before the real state machine of orders, which answer anything in any order, or nothing, and
 * whose fills cross an end by less than a parent waits.
 */
final class RouteVenues implements ParentDesk, OrderListener {

    private static final Currency BASE = new Currency("ABC", 8);
    private static final Currency QUOTE = new Currency("USD", 8);
    private static final int LEVELS = 4;

    /** Lots of 10, 1 and 4 thousandths. */
    static final InstrumentCatalog CATALOG = new InstrumentCatalog(
            List.of(pair("A", "0.1", "0.01", 4_000), pair("B", "0.01", "0.001", 1_000), pair("C", "0.5", "0.004", 0)));

    private final TestGate gate = new TestGate(CATALOG);
    private final WorkingOrders orders = new WorkingOrders(CATALOG.size(), 200, this);
    private final RandomGenerator random;
    private final Map<Long, Long> ended = new HashMap<>();
    private final boolean[] lost = new boolean[CATALOG.size()];
    private final long[] payable = {40, 40, 40};
    private final long[][] sizes = new long[CATALOG.size()][LEVELS];
    private @Nullable Parent parent;
    private long now = 1_000_000_000_000L;
    private long lastId;
    private long lastTrade;
    private long filledUnits;
    private BigInteger filledValue = BigInteger.ZERO;
    private int sentAtLost;
    private boolean kind;

    RouteVenues(RandomGenerator random) {
        this.random = random;
        newBooks();
    }

    private static SpotPair pair(String venue, String tick, String lot, long feeMillionths) {
        return new SpotPair(
                InstrumentId.of("ABC-USD").at(venue),
                "Abc",
                BASE,
                QUOTE,
                TradingRules.of(tick, lot),
                new FeeSchedule(0, feeMillionths, 0, FeeSchedule.FeeCurrency.QUOTE));
    }

    static List<Place> places() {
        return IntStream.range(0, CATALOG.size())
                .mapToObj(i -> new Place(i, CATALOG.get(i)))
                .toList();
    }

    void follow(Parent newParent) {
        parent = newParent;
    }

    private static long units(OrderSlot slot, long lots) {
        return lots * CATALOG.get(slot.instrument()).positionUnitsPerLot();
    }

    long filledUnits() {
        return filledUnits;
    }

    /** In ledger units of the quote currency. */
    BigInteger filledValue() {
        return filledValue;
    }

    /** What was sent to a venue whose connection was lost. */
    int sentAtLost() {
        return sentAtLost;
    }

    int sent() {
        return (int) lastId;
    }

    /** What working orders could still trade, and what may cross the end of others. */
    long couldFillUnits() {
        long could = 0;
        for (long id = 1; id <= lastId; id++) {
            OrderSlot slot = orders.find(id);
            if (slot != null && (!slot.state().isTerminal() || mayFillLate(id))) {
                could += units(slot, slot.remainingLots());
            }
        }
        return could;
    }

    private boolean mayFillLate(long id) {
        return now < ended.getOrDefault(id, 0L) + Parent.LATE_FILL_NANOS;
    }

    private void newBooks() {
        for (long[] side : sizes) {
            for (int i = 0; i < LEVELS; i++) {
                side[i] = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(60);
            }
        }
    }

    /** Neither an answer nor a book comes from there any more. */
    void loseSilently(int venue) {
        lost[venue] = true;
        for (long id = 1; id <= lastId; id++) {
            OrderSlot slot = orders.find(id);
            if (slot != null && slot.instrument() == venue) {
                orders.onSilence(id, now);
            }
        }
    }

    void answer() {
        now += random.nextLong(random.nextInt(4) == 0 ? 3_000_000_000L : 300_000_000L);
        newBooks();
        if (random.nextInt(30) == 0) {
            int venue = random.nextInt(lost.length);
            lost[venue] = !lost[venue];
        }
        if (lastId == 0) {
            return;
        }
        long id = Math.max(1, lastId - random.nextInt(5));
        OrderSlot slot = orders.find(id);
        boolean over = slot == null || slot.state().isTerminal();
        switch (random.nextInt(10)) {
            case 0, 1 -> orders.onAccepted(id, now);
            case 2 -> orders.onRejected(id, now, RefusalCode.EMPTY_BOOK);
            case 3, 4, 5 -> {
                if (slot != null && (!over || mayFillLate(id))) {
                    orders.onFill(id, ++lastTrade, now, slot.limitTicks(), 1 + random.nextLong(9), false);
                }
            }
            case 6, 7 -> orders.onCancelled(id, now);
            case 8 -> orders.onCancelRejected(id, now, RefusalCode.EMPTY_BOOK);
            default -> orders.onSilence(id, now);
        }
    }

    /** From now on every venue is there and refuses nothing. */
    void becomeKind() {
        kind = true;
        Arrays.fill(lost, false);
    }

    /** There is no money left there. */
    void spendAllAt(int venue) {
        payable[venue] = 0;
    }

    /** A second in which each order trades at least half of what it is, and then is over. */
    void tradeAndEnd() {
        now += 1_100_000_000L;
        newBooks();
        for (long id = 1; id <= lastId; id++) {
            OrderSlot slot = orders.find(id);
            if (slot != null && !slot.state().isTerminal() && !lost[slot.instrument()]) {
                orders.onFill(id, ++lastTrade, now, slot.limitTicks(), Math.ceilDiv(slot.remainingLots(), 2), false);
                orders.onCancelled(id, now);
            }
        }
    }

    @Override
    public void onOrderChanged(OrderSlot slot, OrderState from, String reason) {
        if (slot.state().isTerminal()) {
            ended.putIfAbsent(slot.orderId(), slot.changedNanos());
        }
        if (parent != null) {
            parent.orderChanged(slot, reason, this);
        }
    }

    @Override
    public void onFilled(OrderSlot slot, long tradeId, long ticks, long lots, boolean maker, long timeNanos) {
        filledUnits += units(slot, lots);
        Instrument instrument = CATALOG.get(slot.instrument());
        filledValue = filledValue.add(
                BigInteger.valueOf(instrument.notional(ticks, lots).units()));
        if (parent != null) {
            parent.filled(slot.orderId(), slot.instrument(), slot.link().leg(), ticks, lots, 1);
        }
    }

    @Override
    public void onOddAnswer(long orderId, OddAnswer what, long timeNanos) {}

    @Override
    public long nowNanos() {
        return now;
    }

    /** A hundred and its neighbours, on each grid. */
    private static long middleTicks(int instrument) {
        return switch (instrument) {
            case 0 -> 1_000;
            case 1 -> 10_000;
            default -> 200;
        };
    }

    @Override
    public long bidTicks(int instrument) {
        return middleTicks(instrument) - 1;
    }

    @Override
    public long askTicks(int instrument) {
        return middleTicks(instrument) + 1;
    }

    @Override
    public long lastTicks(int instrument) {
        return middleTicks(instrument);
    }

    @Override
    public int levels(int instrument, Side side) {
        return LEVELS;
    }

    @Override
    public long levelTicks(int instrument, Side side, int level) {
        return middleTicks(instrument) - side.sign() * (1L + level);
    }

    @Override
    public long levelLots(int instrument, Side side, int level) {
        return sizes[instrument][level];
    }

    @Override
    public boolean isOpen(int instrument) {
        return !lost[instrument];
    }

    @Override
    public long payableLots(int instrument, Side side, long ticks) {
        return payable[instrument];
    }

    @Override
    public long positionLots(int instrument) {
        return 0;
    }

    @Override
    public long place(OrderDraft draft) {
        int index = CATALOG.indexOf(draft.instrument());
        sentAtLost += lost[index] ? 1 : 0;
        if (!kind && random.nextInt(10) == 0) {
            return 0;
        }
        long id = ++lastId;
        Instrument instrument = CATALOG.get(index);
        long ticks = draft.type().findLimit().map(instrument::ticksOf).orElseThrow();
        orders.open(
                gate.order(
                        id,
                        index,
                        draft.side(),
                        instrument.lotsOf(draft.quantity()),
                        ticks,
                        BookEntry.IMMEDIATE_OR_CANCEL),
                draft,
                now);
        return id;
    }

    @Override
    public boolean cancel(long orderId, String why) {
        return orders.requestCancel(orderId, now, why) == null;
    }

    @Override
    public boolean amend(long orderId, long lots, long ticks) {
        throw new AssertionError("a route amends nothing");
    }

    @Override
    public @Nullable RefusalCode lastRefusalCode() {
        return RefusalCode.EMPTY_BOOK;
    }

    @Override
    public String lastRefusal() {
        return "no";
    }

    @Override
    public long triggerTicks(long orderId) {
        return 0;
    }

    @Override
    public void release(long orderId, long mostLots) {}

    @Override
    public long averageRangeTicks(int instrument, Timeframe timeframe, int length) {
        return 0;
    }

    @Override
    public int takeBack(int instrument, long exceptOfParent, String why) {
        return 0;
    }

    @Override
    public String openOrders(int instrument, long exceptOfParent) {
        return "";
    }

    @Override
    public long largestOrderLots(int instrument, Side side) {
        return 1_000;
    }

    @Override
    public void tell(Parent told) {}
}
