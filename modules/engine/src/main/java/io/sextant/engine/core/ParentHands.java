package io.sextant.engine.core;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.event.ParentChanged;
import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.gate.GateView;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.execution.parent.Parent;
import io.sextant.execution.parent.ParentDesk;
import io.sextant.marketdata.bar.BarAggregator;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What parents do, done by the desk: the same gate, books and venue as for everybody. */
final class ParentHands implements ParentDesk {

    private static final long MILLION = 1_000_000;

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final FactOutlet facts;
    private final Ledger ledger;
    private final BarAggregator bars;
    private final MarketBoard market;
    private final long sessionNanos;
    private @Nullable WorkingOrders orders;
    private @Nullable RiskGate gate;
    private @Nullable GateView view;
    private @Nullable CommandDesk desk;
    private @Nullable WaitingOrders waiting;
    private @Nullable Refusal lastRefusal;
    private long told;

    ParentHands(
            InstrumentCatalog instruments,
            CoreTime time,
            FactOutlet facts,
            Ledger ledger,
            BarAggregator bars,
            MarketBoard market) {
        this.instruments = instruments;
        this.time = time;
        this.facts = facts;
        this.ledger = ledger;
        this.bars = bars;
        this.market = market;
        sessionNanos = time.marketNanos;
    }

    /** They need each other. */
    void connect(
            WorkingOrders workingOrders,
            RiskGate riskGate,
            GateView gateView,
            CommandDesk commandDesk,
            WaitingOrders waitingOrders) {
        orders = workingOrders;
        view = gateView;
        gate = riskGate;
        desk = commandDesk;
        waiting = waitingOrders;
    }

    @Override
    public long nowNanos() {
        return time.marketNanos;
    }

    @Override
    public long bidTicks(int instrument) {
        return market.bidTicks(instrument);
    }

    @Override
    public long askTicks(int instrument) {
        return market.askTicks(instrument);
    }

    @Override
    public long lastTicks(int instrument) {
        return market.lastTicks(instrument);
    }

    @Override
    public int levels(int instrument, Side side) {
        return market.depth().levels(instrument, side);
    }

    @Override
    public long levelTicks(int instrument, Side side, int level) {
        return market.depth().priceTicks(instrument, side, level);
    }

    @Override
    public long levelLots(int instrument, Side side, int level) {
        return market.depth().lots(instrument, side, level);
    }

    @Override
    public boolean isOpen(int instrument) {
        return !view().feedIsGone(instrument) && view().venueTrust(instrument) == VenueTrust.AGREED;
    }

    @Override
    public long payableLots(int instrument, Side side, long ticks) {
        Instrument on = instruments.get(instrument);
        if (side == Side.SELL) {
            return on.isPaidInFull() && !(on instanceof Equity)
                    ? Math.max(0, positionLots(instrument) - orders().workingLots(instrument, side))
                    : Long.MAX_VALUE;
        }
        FeeSchedule fees = on.fees();
        long share = fees.charged() == FeeCurrency.BASE_WHEN_BUYING ? 0 : Math.max(0, fees.takerPartsPerMillion());
        long unitsPerLot = Math.multiplyExact(Math.max(1, ticks), on.moneyUnitsPerTickLot());
        long each = Math.addExact(
                Math.multiplyExact(unitsPerLot, MILLION + share), Math.multiplyExact(fees.moneyUnitsPerLot(), MILLION));
        // A unit less, because fees are rounded up.
        long free = Math.max(0, view().freeFundsUnits(instrument) - 1);
        return Decimals.multiplyDivideFloor(free, MILLION, each);
    }

    @Override
    public long positionLots(int instrument) {
        return ledger.signedLots(instrument);
    }

    @Override
    public long place(OrderDraft draft) {
        return switch (desk().place(draft)) {
            case Outcome.Done(var order) -> order.map(OrderId::value).orElse(0L);
            case Outcome.Refused(Refusal refusal) -> {
                lastRefusal = refusal;
                yield 0;
            }
        };
    }

    @Override
    public boolean cancel(long orderId, String why) {
        return desk().cancel(orderId, why).isEmpty();
    }

    @Override
    public boolean amend(long orderId, long lots, long ticks) {
        OrderSlot slot = orders().find(orderId);
        if (slot == null) {
            lastRefusal = Refusal.of(RefusalCode.UNKNOWN_ORDER, new OrderId(orderId));
            return false;
        }
        Instrument instrument = instruments.get(slot.instrument());
        return switch (desk().amend(
                        new AmendOrder(new OrderId(orderId), instrument.quantityOf(lots), instrument.priceOf(ticks)))) {
            case Outcome.Done _ -> true;
            case Outcome.Refused(Refusal refusal) -> {
                lastRefusal = refusal;
                yield false;
            }
        };
    }

    @Override
    public @Nullable RefusalCode lastRefusalCode() {
        return lastRefusal == null ? null : lastRefusal.code();
    }

    @Override
    public String lastRefusal() {
        return lastRefusal == null ? "" : lastRefusal.sentence();
    }

    /** Only after a refusal. */
    Refusal getLastRefusal() {
        return Objects.requireNonNull(lastRefusal);
    }

    @Override
    public long triggerTicks(long orderId) {
        OrderSlot slot = orders().find(orderId);
        return slot != null && slot.state() == OrderState.WAITING ? slot.limitTicks() : 0;
    }

    @Override
    public void release(long orderId, long mostLots) {
        OrderSlot slot = orders().find(orderId);
        if (slot != null && slot.state() == OrderState.WAITING) {
            Objects.requireNonNull(waiting).reached(slot, mostLots);
        }
    }

    @Override
    public long averageRangeTicks(int instrument, Timeframe timeframe, int length) {
        return AverageRange.ticks(
                bars.newest(instrument, timeframe, AverageRange.barsFor(length)),
                instruments.get(instrument),
                timeframe,
                length,
                sessionNanos,
                time.marketNanos);
    }

    /** How many complete bars an average could be made of now. */
    int completeBars(int instrument, Timeframe timeframe, int length) {
        return AverageRange.completeBars(
                bars.newest(instrument, timeframe, AverageRange.barsFor(length)),
                timeframe,
                sessionNanos,
                time.marketNanos);
    }

    @Override
    public int takeBack(int instrument, long exceptOfParent, String why) {
        int[] left = {0};
        orders().forEachWorking(slot -> {
            if (slot.instrument() == instrument && slot.link().parent() != exceptOfParent) {
                cancel(slot.orderId(), why);
                if (!slot.state().isTerminal()) {
                    left[0]++;
                }
            }
        });
        return left[0];
    }

    @Override
    public String openOrders(int instrument, long exceptOfParent) {
        StringJoiner names = new StringJoiner(", ");
        orders().forEachWorking(slot -> {
            if (slot.instrument() == instrument && slot.link().parent() != exceptOfParent) {
                names.add("#" + slot.orderId() + " " + slot.state());
            }
        });
        return names.toString();
    }

    @Override
    public long largestOrderLots(int instrument, Side side) {
        Instrument terms = instruments.get(instrument);
        long ticks = Math.max(1, Math.max(market.lastTicks(instrument), market.askTicks(instrument)));
        return Objects.requireNonNull(gate)
                .limits()
                .findLimits(terms.id())
                .map(limits -> largest(limits, terms, ticks))
                .orElse(0L);
    }

    /** A tenth less than the value allows: the gate counts a market order at the edge of its collar. */
    private static long largest(InstrumentLimits limits, Instrument terms, long ticks) {
        long unitsPerLot = Math.max(1, Math.multiplyExact(ticks, terms.moneyUnitsPerTickLot()));
        long byValue = limits.maxOrderNotional().units() / 10 * 9 / unitsPerLot;
        long byQuantity =
                terms.isWholeLots(limits.maxOrderQuantity()) ? terms.lotsOf(limits.maxOrderQuantity()) : Long.MAX_VALUE;
        return Math.min(byValue, byQuantity);
    }

    /** From now on the gate lets children of this parent pass, all together of so many lots. */
    void openBudget(long parent, long lots) {
        Objects.requireNonNull(gate).openParent(parent, lots);
    }

    /** The same for children in several instruments, in units of the position. */
    void openRoute(long parent, long units) {
        Objects.requireNonNull(gate).openRoute(parent, units);
    }

    @Override
    public void tell(Parent parent) {
        told++;
        if (parent.isOver()) {
            Objects.requireNonNull(gate).closeParent(parent.id());
        }
        if (facts.isListening()) {
            facts.accept(new ParentChanged(facts.nextPosition(), time.marketNanos, parent.toOrder()));
        }
    }

    long told() {
        return told;
    }

    private CommandDesk desk() {
        return Objects.requireNonNull(desk);
    }

    private GateView view() {
        return Objects.requireNonNull(view);
    }

    private WorkingOrders orders() {
        return Objects.requireNonNull(orders);
    }
}
