package io.sextant.benchmarks.order;

import io.sextant.domain.market.Side;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.execution.gate.GateView;
import io.sextant.execution.order.WorkingOrders;

/** A desk with one position and all the money it needs; what works is asked of the real state machine. */
final class BenchView implements GateView {

    private static final long PLENTY = Long.MAX_VALUE / 8;
    private static final long EQUITY = PLENTY / 100;

    private final int instruments;
    private final WorkingOrders orders;
    long nowNanos;
    long bidTicks;
    long askTicks;
    long position;

    BenchView(int instruments, WorkingOrders orders) {
        this.instruments = instruments;
        this.orders = orders;
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public boolean feedIsGone() {
        return false;
    }

    @Override
    public long bidTicks(int instrument) {
        return bidTicks;
    }

    @Override
    public long askTicks(int instrument) {
        return askTicks;
    }

    @Override
    public long lastTicks(int instrument) {
        return bidTicks;
    }

    @Override
    public long positionLots(int instrument) {
        return position;
    }

    @Override
    public long workingLots(int instrument, Side side) {
        return orders.workingLots(instrument, side);
    }

    @Override
    public long workingTickLots(int instrument, Side side) {
        return orders.workingTickLots(instrument, side);
    }

    /** As much work as a real desk has that adds up what every instrument ties. */
    @Override
    public long freeFundsUnits(int instrument) {
        long tied = 0;
        for (int i = 0; i < instruments; i++) {
            tied += orders.workingTickLots(i, Side.BUY) + orders.workingTickLots(i, Side.SELL);
        }
        return PLENTY - tied;
    }

    @Override
    public int workingOrders() {
        return orders.workingCount();
    }

    @Override
    public long priceNanos(int instrument) {
        return nowNanos;
    }

    @Override
    public long clockSkewNanos() {
        return 0;
    }

    @Override
    public long grossExposureUnits() {
        long gross = 0;
        for (int i = 0; i < instruments; i++) {
            gross += Math.abs(position) + orders.workingLots(i, Side.BUY) + orders.workingLots(i, Side.SELL);
        }
        return gross;
    }

    @Override
    public long reportedUnits(int instrument, long units) {
        return units;
    }

    @Override
    public int exposureCapPercent() {
        return ExposureCap.OFF;
    }

    @Override
    public int limitPercent() {
        return LimitShare.WHOLE_PERCENT;
    }

    @Override
    public long equityUnits() {
        return EQUITY;
    }

    @Override
    public long dayLossUnits() {
        return 0;
    }

    @Override
    public long drawdownUnits() {
        return 0;
    }

    @Override
    public long ownRestingTicks(int instrument, Side side) {
        return orders.nearestRestingTicks(instrument, side);
    }

    @Override
    public long reachTicks(int instrument, Side side, long lots) {
        return 0;
    }

    @Override
    public VenueTrust venueTrust() {
        return VenueTrust.AGREED;
    }

    @Override
    public String venueReason() {
        return "";
    }

    @Override
    public long workingChildLots(long parent) {
        return orders.workingChildLots(parent);
    }
}
