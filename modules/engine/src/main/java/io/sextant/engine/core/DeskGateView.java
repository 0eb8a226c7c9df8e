package io.sextant.engine.core;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.Reconciliation;
import io.sextant.execution.gate.BuyingPower;
import io.sextant.execution.gate.GateView;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.marketdata.depth.DepthView;
import java.util.function.IntToLongFunction;

/** The desk and the market as the gate sees them. */
final class DeskGateView implements GateView {

    private final InstrumentCatalog instruments;
    private final MarketBoard market;
    private final Ledger ledger;
    private final WorkingOrders orders;
    private final BuyingPower buyingPower;
    private final Reconciliation venue;
    private final DeskSwitches switches;
    private final DeskVenues venues;
    private IntToLongFunction ownFunds;

    DeskGateView(
            InstrumentCatalog instruments,
            MarketBoard market,
            Ledger ledger,
            WorkingOrders orders,
            BuyingPower buyingPower,
            Reconciliation venue,
            DeskSwitches switches) {
        this.switches = switches;
        venues = market.venues();
        ownFunds = new VenueShares(venues, ledger, instruments)::fundsUnits;
        this.venue = venue;
        this.instruments = instruments;
        this.market = market;
        this.ledger = ledger;
        this.orders = orders;
        this.buyingPower = buyingPower;
    }

    @Override
    public long nowNanos() {
        return market.nowNanos();
    }

    /** Where several venues have what an instrument's own venue holds in its quote currency, in ledger units. */
    void fundedBy(IntToLongFunction fundsByInstrument) {
        ownFunds = fundsByInstrument;
    }

    @Override
    public boolean feedIsGone() {
        for (int i = 0; i < instruments.size(); i++) {
            if (market.isGone(i)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean feedIsGone(int instrument) {
        return market.isGone(instrument);
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
    public long positionLots(int instrument) {
        return ledger.signedLots(instrument);
    }

    @Override
    public long workingLots(int instrument, Side side) {
        return orders.workingLots(instrument, side);
    }

    @Override
    public long workingTickLots(int instrument, Side side) {
        return orders.workingTickLots(instrument, side);
    }

    /** No more than the instrument's own venue holds: what lies at another pays for nothing here. */
    @Override
    public long freeFundsUnits(int instrument) {
        long free = ledger.fundsUnits(instrument);
        long own = venues.areSeveral() ? ownFunds.applyAsLong(instrument) : free;
        for (int i = 0; i < instruments.size(); i++) {
            if (ledger.sharesCurrency(i, instrument)) {
                long tied = buyingPower.tiedUnits(i, this);
                free = Math.subtractExact(free, tied);
                own = venues.of(i) == venues.of(instrument) ? Math.subtractExact(own, tied) : own;
            }
        }
        return venues.areSeveral() ? Math.min(free, own) : free;
    }

    @Override
    public int workingOrders() {
        return orders.workingCount();
    }

    @Override
    public long priceNanos(int instrument) {
        return market.watch().priceNanos(instrument);
    }

    @Override
    public long clockSkewNanos() {
        return market.watch().skewNanos();
    }

    @Override
    public long grossExposureUnits() {
        long gross = 0;
        for (int i = 0; i < instruments.size(); i++) {
            long position = ledger.signedLots(i);
            long longest = Math.abs(Math.addExact(position, orders.workingLots(i, Side.BUY)));
            long shortest = Math.abs(Math.subtractExact(position, orders.workingLots(i, Side.SELL)));
            long lots = Math.max(longest, shortest);
            if (lots > 0) {
                gross = Math.addExact(gross, ledger.reportedUnits(i, buyingPower.worthUnits(i, lots, this)));
            }
        }
        return gross;
    }

    @Override
    public int exposureCapPercent() {
        return switches.exposureCapPercent(market.nowNanos());
    }

    @Override
    public int limitPercent() {
        return switches.limitPercent(market.nowNanos());
    }

    @Override
    public long reportedUnits(int instrument, long units) {
        return ledger.reportedUnits(instrument, units);
    }

    @Override
    public long equityUnits() {
        return ledger.equityUnits();
    }

    @Override
    public long dayLossUnits() {
        return ledger.dayLossUnits();
    }

    @Override
    public long drawdownUnits() {
        return ledger.drawdownUnits();
    }

    @Override
    public long ownRestingTicks(int instrument, Side side) {
        return orders.nearestRestingTicks(instrument, side);
    }

    @Override
    public long reachTicks(int instrument, Side side, long lots) {
        DepthView depth = market.depth();
        Side other = side.opposite();
        long left = lots;
        for (int i = 0; i < depth.levels(instrument, other); i++) {
            left -= depth.lots(instrument, other, i);
            if (left <= 0) {
                return depth.priceTicks(instrument, other, i);
            }
        }
        return 0;
    }

    @Override
    public long workingChildLots(long parent) {
        return orders.workingChildLots(parent);
    }

    @Override
    public VenueTrust venueTrust() {
        return venue.trust();
    }

    @Override
    public String venueReason() {
        return venue.reason();
    }

    @Override
    public VenueTrust venueTrust(int instrument) {
        return venue.at(instrument).trust();
    }

    @Override
    public String venueReason(int instrument) {
        return venue.at(instrument).reason();
    }

    @Override
    public long workingChildLots(long parent, int instrument) {
        return orders.workingChildLots(parent, instrument);
    }
}
