package io.sextant.execution.gate;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only maker of checked orders and checked amends. Every way in asks {@link GateRule} from first to last. A check
 * changes nothing, so it also serves previews. Used on the engine's thread only.
 */
public final class RiskGate {

    public static final int MAX_WORKING_ORDERS = 10_000;

    private final InstrumentCatalog catalog;
    private final GateRule[] rules;
    private final LimitTable table;
    private final BuyingPower buyingPower;
    private final Inquiry inquiry;

    private RiskLimits limits = RiskLimits.NONE;
    private @Nullable GateRule broken;

    public RiskGate(InstrumentCatalog catalog) {
        this(catalog, MAX_WORKING_ORDERS);
    }

    public RiskGate(InstrumentCatalog catalog, int maxWorkingOrders) {
        this(catalog, maxWorkingOrders, List.of(GateRule.values()));
    }

    RiskGate(InstrumentCatalog catalog, int maxWorkingOrders, List<GateRule> rules) {
        this.catalog = catalog;
        this.rules = rules.toArray(GateRule[]::new);
        table = new LimitTable(catalog);
        buyingPower = new BuyingPower(catalog);
        inquiry = new Inquiry(catalog, table, buyingPower, maxWorkingOrders);
    }

    public BuyingPower buyingPower() {
        return buyingPower;
    }

    /** Replaces all limits, or says which of them makes no sense and keeps the old ones. */
    public Optional<Refusal> limits(RiskLimits newLimits) {
        Optional<Refusal> refusal = table.set(newLimits);
        if (refusal.isEmpty()) {
            limits = newLimits;
        }
        return refusal;
    }

    public RiskLimits limits() {
        return limits;
    }

    /** From now on nothing passes. */
    public void engageKillSwitch(String reason) {
        inquiry.killSwitchEngaged = true;
        inquiry.killSwitchReason = reason;
    }

    public void releaseKillSwitch() {
        inquiry.killSwitchEngaged = false;
        inquiry.killSwitchReason = "";
    }

    public boolean killSwitchEngaged() {
        return inquiry.killSwitchEngaged;
    }

    /** Empty while the kill switch is off. */
    public String killSwitchReason() {
        return inquiry.killSwitchReason;
    }

    public GateDecision check(OrderDraft draft, long orderId, GateView view) {
        boolean known = catalog.contains(draft.instrument());
        inquiry.begin(known ? catalog.indexOf(draft.instrument()) : -1, draft.side());
        if (known) {
            inquiry.quantity(draft.quantity());
            switch (draft.type()) {
                case OrderType.Market _ -> inquiry.market = true;
                case OrderType.Limit(var price) -> inquiry.limit(price);
            }
        } else {
            inquiry.subject = draft.instrument().symbol();
        }
        if (!passes(view)) {
            return new GateDecision.Refused(getLastRefusal());
        }
        boolean immediate = inquiry.market || draft.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL;
        return new GateDecision.Passed(checkedOrder(orderId, immediate));
    }

    /** For strategies: makes nothing but the order. Null when refused; {@link #lastRefusalCode} then says why. */
    public @Nullable CheckedOrder checkLimit(
            int instrument,
            Side side,
            long lots,
            long limitTicks,
            boolean immediateOrCancel,
            long orderId,
            GateView view) {
        inquiry.begin(instrument, side);
        inquiry.lots = lots;
        inquiry.limitTicks = limitTicks;
        return passes(view) ? checkedOrder(orderId, immediateOrCancel) : null;
    }

    /** {@code order} is the one that the amend names, null when there is none. */
    public AmendDecision check(AmendOrder amend, @Nullable AmendableOrder order, GateView view) {
        beginAmend(amend.order().value(), order);
        if (order != null) {
            inquiry.quantity(amend.quantity());
            inquiry.limit(amend.limit());
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

    /** The same with its sentence. Only after a refusal. */
    public Refusal getLastRefusal() {
        return Objects.requireNonNull(broken, "the last question was not refused")
                .refusal(inquiry);
    }

    private void beginAmend(long orderId, @Nullable AmendableOrder order) {
        inquiry.begin(order == null ? -1 : order.instrument(), order == null ? Side.BUY : order.side());
        inquiry.isAmend = true;
        inquiry.amendedId = orderId;
        inquiry.amended = order;
    }

    private boolean passes(GateView view) {
        if (inquiry.instrumentIsKnown()) {
            inquiry.weigh(view);
        }
        broken = null;
        for (GateRule rule : rules) {
            if (rule.isBroken(inquiry)) {
                broken = rule;
                return false;
            }
        }
        return true;
    }

    private CheckedOrder checkedOrder(long orderId, boolean immediateOrCancel) {
        return new CheckedOrder(
                orderId, inquiry.instrument, inquiry.side, immediateOrCancel, inquiry.lots, inquiry.limitTicks);
    }

    private CheckedAmend checkedAmend() {
        return new CheckedAmend(inquiry.amendedId, inquiry.lots, inquiry.limitTicks);
    }

    public void save(StateWriter out) {
        out.putBoolean(inquiry.killSwitchEngaged);
        out.putString(inquiry.killSwitchReason);
        out.putInt(limits.byInstrument().size());
        for (InstrumentLimits one : limits.byInstrument()) {
            out.putInt(catalog.indexOf(one.instrument()));
            out.putLong(one.maxOrderQuantity().units());
            out.putInt(one.maxOrderQuantity().scale());
            out.putLong(one.maxOrderNotional().units());
            out.putInt(one.collarBps());
            out.putLong(one.maxPosition().units());
            out.putInt(one.maxPosition().scale());
        }
    }

    public void load(StateReader in) {
        inquiry.killSwitchEngaged = in.getBoolean();
        inquiry.killSwitchReason = in.getString();
        int count = in.getInt();
        List<InstrumentLimits> loaded = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = in.getInt();
            InstrumentId id = catalog.get(index).id();
            Quantity maxOrder = Quantity.of(in.getLong(), in.getInt());
            Money maxNotional = Money.of(in.getLong(), catalog.get(index).quote());
            int collarBps = in.getInt();
            loaded.add(
                    new InstrumentLimits(id, maxOrder, maxNotional, collarBps, Quantity.of(in.getLong(), in.getInt())));
        }
        limits(new RiskLimits(loaded)).ifPresent(refusal -> {
            throw new IllegalStateException("saved limits do not fit the instruments: " + refusal.sentence());
        });
    }
}
