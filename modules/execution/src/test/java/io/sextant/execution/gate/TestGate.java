package io.sextant.execution.gate;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import io.sextant.domain.venue.VenueTrust;
import java.util.List;
import java.util.Objects;

/** A real gate with limits so wide that tests of venues and of the state machine get the orders they ask for. */
public final class TestGate {

    private final RiskGate gate;
    private final Wide view = new Wide();

    public TestGate(InstrumentCatalog catalog) {
        gate = new RiskGate(new GateTerms(catalog, Currency.USD, "test", List.of()));
        RiskLimits wide = new RiskLimits(
                catalog.all().stream()
                        .map(i -> new InstrumentLimits(
                                i.id(),
                                Quantity.of(1_000_000_000, 0),
                                Money.of(Long.MAX_VALUE / 4, i.quote()),
                                10_000,
                                Quantity.of(1_000_000_000, 0)))
                        .toList(),
                AccountLimits.UNBOUNDED,
                List.of());
        gate.limits(wide).ifPresent(refusal -> {
            throw new IllegalStateException(refusal.sentence());
        });
    }

    public CheckedOrder order(long orderId, int instrument, Side side, long lots, long limitTicks) {
        return order(orderId, instrument, side, lots, limitTicks, BookEntry.REST);
    }

    public CheckedOrder order(long orderId, int instrument, Side side, long lots, long limitTicks, BookEntry entry) {
        view.ticks = limitTicks;
        CheckedOrder order = gate.checkLimit(
                OrderSource.of(OrderOrigin.TICKET), instrument, side, lots, limitTicks, entry, orderId, view);
        return Objects.requireNonNull(order, () -> gate.getLastRefusal().sentence());
    }

    public CheckedAmend amend(long orderId, int instrument, Side side, long lots, long limitTicks) {
        view.ticks = limitTicks;
        StandingOrder order =
                new StandingOrder(orderId, instrument, side, OrderState.ACCEPTED, lots, 0, limitTicks, true, false);
        return Objects.requireNonNull(
                gate.checkAmend(order, lots, limitTicks, view),
                () -> gate.getLastRefusal().sentence());
    }

    private static final class Wide implements GateView {

        @Override
        public long nowNanos() {
            return 0;
        }

        @Override
        public boolean feedIsGone() {
            return false;
        }

        private long ticks;

        @Override
        public long bidTicks(int instrument) {
            return ticks;
        }

        @Override
        public long askTicks(int instrument) {
            return ticks;
        }

        @Override
        public long lastTicks(int instrument) {
            return ticks;
        }

        @Override
        public long positionLots(int instrument) {
            return 1_000_000;
        }

        @Override
        public long workingLots(int instrument, Side side) {
            return 0;
        }

        @Override
        public long workingTickLots(int instrument, Side side) {
            return 0;
        }

        @Override
        public long freeFundsUnits(int instrument) {
            return Long.MAX_VALUE / 2;
        }

        @Override
        public int workingOrders() {
            return 0;
        }

        @Override
        public long priceNanos(int instrument) {
            return 0;
        }

        @Override
        public long clockSkewNanos() {
            return 0;
        }

        @Override
        public int limitPercent() {
            return LimitShare.WHOLE_PERCENT;
        }

        @Override
        public long grossExposureUnits() {
            return 0;
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
        public long equityUnits() {
            return 1;
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
            return 0;
        }

        @Override
        public long reachTicks(int instrument, Side side, long lots) {
            return 0;
        }

        @Override
        public long workingChildLots(long parent) {
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
    }
}
