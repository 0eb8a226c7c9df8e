package io.sextant.execution.gate;

import io.sextant.domain.codec.LimitsCodec;
import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.passport.ControlReading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only maker of checked orders and checked amends. Every way in asks the whole {@link RuleBook}. A check
 * changes nothing, so it also serves previews. Used on the engine's thread only.
 */
public final class RiskGate {

    public static final int MAX_WORKING_ORDERS = 10_000;

    /** An amend of an order that does not exist is refused before anybody asks whose it is. */
    private static final OrderSource UNKNOWN = OrderSource.of(OrderOrigin.COMMAND_LINE);

    private final InstrumentCatalog catalog;
    private final RuleBook rules;
    private final LimitTable table;
    private final BuyingPower buyingPower;
    private final Inquiry inquiry;
    private final OrderFlow flow;
    private final KillSwitches kills;
    private final GateStanding standing = new GateStanding();
    private final GateTerms terms;

    private RiskLimits limits = RiskLimits.NONE;
    private @Nullable GateRule broken;

    public RiskGate(GateTerms terms) {
        this(terms, MAX_WORKING_ORDERS);
    }

    public RiskGate(GateTerms terms, int maxWorkingOrders) {
        this(terms, maxWorkingOrders, List.of(GateRule.values()));
    }

    RiskGate(GateTerms terms, int maxWorkingOrders, List<GateRule> rules) {
        this.terms = terms;
        this.rules = new RuleBook(rules);
        catalog = terms.catalog();
        table = new LimitTable(terms);
        flow = new OrderFlow(
                terms.strategies().size(),
                table,
                catalog.all().stream()
                        .mapToLong(Instrument::positionUnitsPerLot)
                        .toArray());
        kills = new KillSwitches(terms.account(), terms.strategies());
        buyingPower = new BuyingPower(catalog);
        inquiry = new Inquiry(terms, table, flow, kills, standing, buyingPower, maxWorkingOrders);
    }

    public BuyingPower buyingPower() {
        return buyingPower;
    }

    /** Replaces all limits, or says which of them makes no sense and keeps the old ones. */
    public Optional<Refusal> limits(RiskLimits newLimits) {
        Optional<Refusal> refusal = table.set(newLimits);
        if (refusal.isEmpty()) {
            limits = newLimits;
            flow.fit();
        }
        return refusal;
    }

    public RiskLimits limits() {
        return limits;
    }

    /** From now on nothing of the scope passes; cancels do. */
    public void engageKillSwitch(KillScope scope, String reason) {
        kills.set(scope, true, reason);
    }

    public void releaseKillSwitch(KillScope scope) {
        kills.set(scope, false, "");
    }

    /** Whether the switch that stops everybody is on. */
    public boolean killSwitchEngaged() {
        return kills.everybody();
    }

    /** Empty while the switch that stops everybody is off. */
    public String killSwitchReason() {
        return kills.everybodyReason();
    }

    /** Reasons by the name of who is stopped. */
    public Map<String, String> killedAccounts() {
        return kills.accounts();
    }

    public Map<String, String> killedStrategies() {
        return kills.strategies();
    }

    public GateStanding standing() {
        return standing;
    }

    public GateTerms terms() {
        return terms;
    }

    /** Lets children be sent for a parent order, all together of so many lots. */
    public void openParent(long parent, long lots) {
        flow.parents.open(parent, lots);
    }

    /** The same for children in several instruments, all together of so many units of a position in any of them. */
    public void openRoute(long parent, long units) {
        flow.parents.openUnits(parent, units);
    }

    /** From now on nothing more passes for it. */
    public void closeParent(long parent) {
        flow.parents.close(parent);
    }

    /** Every change of an order has to come here: rates, repeats and latencies are counted from nothing else. */
    public void onOrderChanged(AmendableOrder order, OrderState from, long nowNanos) {
        flow.changed(order, from, nowNanos);
    }

    /** The same of every fill. */
    public void onFilled(AmendableOrder order, long priceTicks, long lots, long nowNanos) {
        flow.filled(order, priceTicks, lots, nowNanos);
    }

    public boolean isThrottled(int strategy) {
        return flow.throttled[strategy];
    }

    /** A person lets a strategy execute again. */
    public void enable(int strategy) {
        flow.enable(strategy);
    }

    /** What was sent and came back, for people and breakers. */
    public FlowFigures figures() {
        return new FlowFigures(flow, table);
    }

    /**
     * Until it is called again, what is asked about and sent is of this sender, numbered from 0, that is none of the session's own strategies;
     * below 0 of nobody in particular. Two of them that wish the same are no slip.
     */
    public void sendFor(int hosted) {
        flow.sender = hosted < 0 ? OrderSource.NO_STRATEGY : OrderSource.NO_STRATEGY - 1 - hosted;
    }

    public GateDecision check(OrderDraft draft, long orderId, GateView view) {
        return check(draft, null, orderId, view);
    }

    /**
     * The same with a person's word that the draft may pass one control. Afterwards {@link #overrideWasUsed} says whether that was
     * needed.
     */
    public GateDecision check(OrderDraft draft, @Nullable GateOverride override, long orderId, GateView view) {
        begin(draft, override);
        if (!passes(view)) {
            return new GateDecision.Refused(getLastRefusal());
        }
        return inquiry.waits
                ? new GateDecision.Held(heldOrder(orderId))
                : new GateDecision.Passed(checkedOrder(orderId, draft.entry()));
    }

    /** What speaks against a whole that will be sent in parts, each of which is asked for again. */
    public Optional<Refusal> findRefusalOfWhole(OrderDraft draft, GateView view) {
        begin(draft, null);
        inquiry.inParts = true;
        return passes(view) ? Optional.empty() : Optional.of(getLastRefusal());
    }

    private void begin(OrderDraft draft, @Nullable GateOverride override) {
        boolean known = catalog.contains(draft.instrument());
        inquiry.begin(
                OrderSource.of(draft.origin(), OrderSource.NO_STRATEGY, draft.link()),
                known ? catalog.indexOf(draft.instrument()) : -1,
                draft.side());
        inquiry.override = override;
        inquiry.partOfParent = draft.link().hasParent();
        inquiry.entry = draft.entry();
        if (known) {
            inquiry.quantity(draft.quantity());
            inquiry.reduceOnly = draft.handling().reduceOnly();
            inquiry.endsNanos = draft.handling().endsNanos();
            switch (draft.type()) {
                case OrderType.Market _ -> inquiry.market = true;
                case OrderType.Limit(var price) -> inquiry.limit(price);
                case OrderType.Stop(var trigger) -> inquiry.waitFor(trigger);
                case OrderType.StopLimit(var trigger, var limit) -> {
                    inquiry.waitFor(trigger);
                    inquiry.limit(limit);
                    inquiry.waitingLimitTicks = inquiry.limitTicks;
                }
                case OrderType.TrailingStop(var trail, var trigger) -> inquiry.trail(trail);
            }
        } else {
            inquiry.unknownSymbol = draft.instrument().symbol();
        }
    }

    /** For strategies: makes nothing but the order. Null when refused; {@link #lastRefusalCode} then says why. */
    public @Nullable CheckedOrder checkLimit(
            OrderSource source,
            int instrument,
            Side side,
            long lots,
            long limitTicks,
            BookEntry entry,
            long orderId,
            GateView view) {
        inquiry.begin(source, instrument, side);
        inquiry.entry = entry;
        inquiry.lots = lots;
        inquiry.limitTicks = limitTicks;
        return passes(view) ? checkedOrder(orderId, entry) : null;
    }

    /**
     * Asked again when the price of a waiting order came; {@code limitTicks} is zero for one that trades at the market. Null when
     * refused; {@link #lastRefusalCode} then says why.
     */
    public @Nullable CheckedOrder checkReached(
            OrderSource source,
            long orderId,
            int instrument,
            Side side,
            long lots,
            long limitTicks,
            BookEntry entry,
            boolean reduceOnly,
            GateView view) {
        inquiry.begin(source, instrument, side);
        inquiry.entry = entry;
        inquiry.lots = lots;
        inquiry.market = limitTicks == 0;
        inquiry.limitTicks = limitTicks;
        inquiry.reduceOnly = reduceOnly;
        inquiry.released = true;
        return passes(view) ? checkedOrder(orderId, entry) : null;
    }

    /** {@code order} is the one that the amend names, null when there is none. */
    public AmendDecision check(AmendOrder amend, @Nullable AmendableOrder order, GateView view) {
        beginAmend(amend.order().value(), order);
        if (order != null) {
            inquiry.quantity(amend.quantity());
            if (order.state() == OrderState.WAITING) {
                inquiry.waitFor(amend.limit());
                if (!order.isMarket()) {
                    long moved = inquiry.triggerTicks - order.limitTicks();
                    inquiry.movedLimitTicks = order.limitTicksWhenReached() + moved;
                }
            } else {
                inquiry.limit(amend.limit());
            }
        }
        return passes(view) ? new AmendDecision.Passed(checkedAmend()) : new AmendDecision.Refused(getLastRefusal());
    }

    /** The twin of {@link #check(AmendOrder, AmendableOrder, GateView)} for strategies. */
    public @Nullable CheckedAmend checkAmend(AmendableOrder order, long lots, long limitTicks, GateView view) {
        beginAmend(order.orderId(), order);
        inquiry.lots = lots;
        inquiry.limitTicks = limitTicks;
        return passes(view) ? checkedAmend() : null;
    }

    /** Why the last question was answered with no; null when it was yes. */
    public @Nullable RefusalCode lastRefusalCode() {
        return broken == null ? null : broken.code;
    }

    /** Whether the last order passed only on a person's word. */
    public boolean overrideWasUsed() {
        return broken == null && inquiry.overrideUsed;
    }

    /** The same with its sentence. Only after a refusal. */
    public Refusal getLastRefusal() {
        return Objects.requireNonNull(broken, "the last question was not refused")
                .refusal(inquiry);
    }

    /** What the last question was measured by. Only after a yes. */
    public List<ControlReading> getLastReadings() {
        if (broken != null) {
            throw new IllegalStateException("the last question was refused");
        }
        return GateReadings.of(inquiry);
    }

    private void beginAmend(long orderId, @Nullable AmendableOrder order) {
        inquiry.begin(
                order == null ? UNKNOWN : order.source(),
                order == null ? -1 : order.instrument(),
                order == null ? Side.BUY : order.side());
        inquiry.isAmend = true;
        inquiry.amendedId = orderId;
        inquiry.amended = order;
        inquiry.reduceOnly = order != null && order.reduceOnly();
    }

    private boolean passes(GateView view) {
        if (inquiry.instrumentIsKnown()) {
            inquiry.weigh(view);
        }
        broken = rules.findBroken(inquiry);
        return broken == null;
    }

    private HeldOrder heldOrder(long orderId) {
        return new HeldOrder(
                orderId,
                inquiry.instrument,
                inquiry.side,
                inquiry.lots,
                inquiry.triggerTicks,
                inquiry.waitingLimitTicks,
                inquiry.trailTicks,
                inquiry.trailBps);
    }

    private CheckedOrder checkedOrder(long orderId, BookEntry entry) {
        return new CheckedOrder(
                orderId,
                inquiry.instrument,
                inquiry.side,
                entry,
                inquiry.lots,
                inquiry.limitTicks,
                inquiry.source,
                Math.max(0, inquiry.doubledReferenceTicks));
    }

    private CheckedAmend checkedAmend() {
        return new CheckedAmend(inquiry.amendedId, inquiry.lots, inquiry.limitTicks);
    }

    public void save(StateWriter out) {
        LimitsCodec.write(out, limits);
        kills.save(out);
        standing.save(out);
        flow.save(out);
    }

    public void load(StateReader in) {
        limits(LimitsCodec.read(in)).ifPresent(refusal -> {
            throw new IllegalStateException("saved limits do not fit the instruments: " + refusal.sentence());
        });
        kills.load(in);
        standing.load(in);
        flow.load(in);
    }
}
