package io.sextant.engine.core;

import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.request.BracketPreview;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.GateStatus;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.request.WatchlistState;
import io.sextant.domain.session.SessionTerms;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.marketdata.bar.BarAggregator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Pictures of the core for people: immutable values, made only when somebody looks. */
public final class DeskViews {

    private static final int SPARK_MINUTES = 60;

    private final SessionTerms terms;
    private final InstrumentCatalog instruments;
    private final MarketBoard market;
    private final Ledger ledger;
    private final BarAggregator bars;
    private final WorkingOrders orders;
    private final RiskGate gate;
    private final DeskSwitches switches;
    private final PreviewDesk previews;
    private final CommandDesk desk;
    private final ParentBook parents;
    private final GateViews gates;
    private final OrderNotes notes;

    DeskViews(
            SessionTerms terms,
            MarketBoard market,
            Ledger ledger,
            BarAggregator bars,
            WorkingOrders orders,
            RiskGate gate,
            DeskSwitches switches,
            CommandDesk desk,
            ParentBook parents,
            GateViews gates) {
        this.gates = gates;
        this.desk = desk;
        this.terms = terms;
        this.market = market;
        this.ledger = ledger;
        this.bars = bars;
        this.orders = orders;
        this.gate = gate;
        this.switches = switches;
        this.parents = parents;
        instruments = terms.instruments();
        previews = new PreviewDesk(instruments, market, ledger, desk);
        notes = new OrderNotes(previews);
        desk.noting(notes);
    }

    /** What was measured of the newest orders. */
    public OrderNotes orderNotes() {
        return notes;
    }

    public DeskState desk(long shownNanos, EngineHealth health) {
        List<Order> working = new ArrayList<>();
        orders.forEachWorking(slot -> working.add(slot.toOrder(instruments.get(slot.instrument()))));
        return new DeskState(
                terms.mode(),
                terms.seed(),
                shownNanos,
                switches.timesRealTime(),
                switches.isPaused(),
                gate.killSwitchEngaged(),
                gate.killSwitchReason(),
                ledger.account(),
                ledger.positions(),
                working,
                gate.limits(),
                health,
                parents.orders());
    }

    /** What the account is worth at the newest prices, in ledger units of the reporting currency. */
    public long equityUnits() {
        return ledger.equityUnits();
    }

    /** What is held, with its sign. */
    public long positionLots(int instrument) {
        return ledger.signedLots(instrument);
    }

    /** The parents that work, then the newest that are over. */
    public List<ParentOrder> parents() {
        return parents.orders();
    }

    public GateStatus gate() {
        return gates.status();
    }

    /** What is known of the venue's books; empty where it keeps none of its own. */
    public Optional<VenueChecked> books() {
        return desk.books();
    }

    public MarketState market(InstrumentId id) {
        int index = instruments.indexOf(id);
        Instrument instrument = instruments.get(index);
        DayStatistics day = market.day(index);
        return new MarketState(
                id,
                market.nowNanos(),
                price(instrument, market.lastTicks(index)),
                depth(index, instrument),
                market.tape(index).newest(instrument),
                day.hasTraded() ? Optional.of(instrument.priceOf(day.openTicks())) : Optional.empty(),
                day.hasTraded() ? Optional.of(instrument.priceOf(day.highTicks())) : Optional.empty(),
                day.hasTraded() ? Optional.of(instrument.priceOf(day.lowTicks())) : Optional.empty(),
                instrument.quantityOf(day.lots()));
    }

    public WatchlistState watchlist(long shownNanos) {
        List<WatchlistState.Row> rows = new ArrayList<>(instruments.size());
        for (int index = 0; index < instruments.size(); index++) {
            Instrument instrument = instruments.get(index);
            DayStatistics day = market.day(index);
            BarSeries minutes = bars.newest(index, Timeframe.M1, SPARK_MINUTES);
            rows.add(new WatchlistState.Row(
                    instrument.id(),
                    price(instrument, market.lastTicks(index)),
                    price(instrument, market.bidTicks(index)),
                    price(instrument, market.askTicks(index)),
                    day.hasTraded() ? Optional.of(instrument.priceOf(day.openTicks())) : Optional.empty(),
                    Arrays.copyOf(minutes.close(), minutes.size())));
        }
        return new WatchlistState(shownNanos, rows);
    }

    public LiveBars liveBars(InstrumentId id, Timeframe timeframe) {
        return new LiveBars(id, timeframe, bars.newest(instruments.indexOf(id), timeframe, LiveBars.TAIL_LENGTH));
    }

    public OrderPreview preview(OrderDraft draft) {
        return previews.preview(draft);
    }

    public BracketPreview preview(BracketTerms bracket) {
        return previews.preview(bracket);
    }

    private Depth depth(int index, Instrument instrument) {
        return market.depth().toDepth(index, instrument, this::ownLots);
    }

    private long ownLots(int index, Side side, long ticks) {
        long own = 0;
        for (OrderSlot slot = orders.firstWorking(); slot != null; slot = orders.nextWorking(slot)) {
            if (slot.instrument() == index && slot.side() == side && slot.limitTicks() == ticks) {
                own += slot.remainingLots();
            }
        }
        return own;
    }

    private static Optional<Price> price(Instrument instrument, long ticks) {
        return ticks == 0 ? Optional.empty() : Optional.of(instrument.priceOf(ticks));
    }
}
