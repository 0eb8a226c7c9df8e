package io.sextant.engine.core;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.execution.gate.BuyingPower;
import io.sextant.execution.gate.GateView;
import io.sextant.execution.order.WorkingOrders;

/** The desk and the market as the gate sees them. */
final class DeskGateView implements GateView {

    private final InstrumentCatalog instruments;
    private final MarketBoard market;
    private final Ledger ledger;
    private final WorkingOrders orders;
    private final BuyingPower buyingPower;

    DeskGateView(
            InstrumentCatalog instruments,
            MarketBoard market,
            Ledger ledger,
            WorkingOrders orders,
            BuyingPower buyingPower) {
        this.instruments = instruments;
        this.market = market;
        this.ledger = ledger;
        this.orders = orders;
        this.buyingPower = buyingPower;
    }

    @Override
    public boolean feedIsGone() {
        return switch (market.feedStatus()) {
            case DISCONNECTED, ENDED -> true;
            case CONNECTED, POLLING, STALE -> false;
        };
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

    @Override
    public long freeFundsUnits(int instrument) {
        long free = ledger.fundsUnits(instrument);
        for (int i = 0; i < instruments.size(); i++) {
            if (ledger.sharesCurrency(i, instrument)) {
                free = Math.subtractExact(free, buyingPower.tiedUnits(i, this));
            }
        }
        return free;
    }

    @Override
    public int workingOrders() {
        return orders.workingCount();
    }
}
