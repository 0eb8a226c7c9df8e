package io.sextant.execution.algo;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The real state machine of orders before a venue that says anything; fills cross a cancel by less than the parents wait. */
final class AnyAnswers implements ParentDesk, OrderListener {

    static final Instrument SHARE =
            new Equity(InstrumentId.of("ACME"), "Acme", Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE);

    private final TestGate gate = new TestGate(new InstrumentCatalog(List.of(SHARE)));
    private final WorkingOrders orders = new WorkingOrders(1, 100, this);
    private final RandomGenerator random;
    private final Map<Long, Long> ended = new HashMap<>();
    private @Nullable Parent parent;
    private long now = 1_000_000_000_000L;
    private long lastId;
    private long lastTrade;
    private long filled;
    private long bid = 990;
    private boolean kind;

    AnyAnswers(RandomGenerator random) {
        this.random = random;
    }

    void follow(Parent newParent) {
        parent = newParent;
    }

    long filledLots() {
        return filled;
    }

    /** What working orders could still trade, and what may cross the end of others. */
    long couldFillLots() {
        long could = 0;
        for (long id = 1; id <= lastId; id++) {
            OrderSlot slot = orders.find(id);
            if (slot != null && (!slot.state().isTerminal() || mayFillLate(id))) {
                could += slot.remainingLots();
            }
        }
        return could;
    }

    private boolean mayFillLate(long id) {
        return now < ended.getOrDefault(id, 0L) + Parent.LATE_FILL_NANOS;
    }

    void answer() {
        now += random.nextLong(random.nextInt(4) == 0 ? 3_000_000_000L : 300_000_000L);
        bid = Math.max(900, bid + random.nextInt(5) - 2);
        if (random.nextBoolean() && parent != null) {
            parent.traded(now, bid, random.nextLong(20));
        }
        if (lastId == 0) {
            return;
        }
        long id = Math.max(1, lastId - random.nextInt(3));
        OrderSlot slot = orders.find(id);
        boolean over = slot == null || slot.state().isTerminal();
        switch (random.nextInt(11)) {
            case 0, 1, 2 -> orders.onAccepted(id, now);
            case 3 -> orders.onRejected(id, now, RefusalCode.EMPTY_BOOK);
            case 4, 5, 6 -> {
                if (!over || mayFillLate(id)) {
                    orders.onFill(id, ++lastTrade, now, bid, 1 + random.nextLong(9), true);
                }
            }
            case 7 -> orders.onCancelled(id, now);
            case 8 -> orders.onCancelRejected(id, now, RefusalCode.EMPTY_BOOK);
            case 9 -> {
                if (slot != null && !over && slot.state() == OrderState.AMEND_PENDING) {
                    orders.onAmendRejected(id, now, RefusalCode.EMPTY_BOOK);
                }
            }
            default -> orders.onSilence(id, now);
        }
    }

    /** From now on nothing is refused, and what works trades at once. */
    void becomeKind() {
        kind = true;
    }

    /** A second of a market in which everything trades. */
    void tradeEverything() {
        now += 1_000_000_000L;
        if (parent != null) {
            parent.traded(now, bid, 20);
        }
        for (long id = 1; id <= lastId; id++) {
            OrderSlot slot = orders.find(id);
            if (slot != null && !slot.state().isTerminal()) {
                orders.onFill(id, ++lastTrade, now, bid, slot.remainingLots(), true);
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
        filled += lots;
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

    @Override
    public long bidTicks(int instrument) {
        return bid;
    }

    @Override
    public long askTicks(int instrument) {
        return bid + 3;
    }

    @Override
    public long lastTicks(int instrument) {
        return bid;
    }

    @Override
    public int levels(int instrument, Side side) {
        return 0;
    }

    @Override
    public long levelTicks(int instrument, Side side, int level) {
        return 0;
    }

    @Override
    public long levelLots(int instrument, Side side, int level) {
        return 0;
    }

    @Override
    public boolean isOpen(int instrument) {
        return true;
    }

    @Override
    public long payableLots(int instrument, Side side, long ticks) {
        return Long.MAX_VALUE;
    }

    @Override
    public long positionLots(int instrument) {
        return 0;
    }

    @Override
    public long place(OrderDraft draft) {
        if (!kind && random.nextInt(10) == 0) {
            return 0;
        }
        long id = ++lastId;
        long ticks = draft.type().findLimit().map(SHARE::ticksOf).orElseThrow();
        orders.open(gate.order(id, 0, draft.side(), SHARE.lotsOf(draft.quantity()), ticks), draft, now);
        return id;
    }

    @Override
    public boolean cancel(long orderId, String why) {
        return orders.requestCancel(orderId, now, why) == null;
    }

    @Override
    public boolean amend(long orderId, long lots, long ticks) {
        if (random.nextInt(5) == 0) {
            return false;
        }
        orders.requestAmend(gate.amend(orderId, 0, Side.BUY, lots, ticks), now, "");
        if (random.nextBoolean()) {
            orders.onAmended(orderId, now, lots, ticks);
        }
        return true;
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
