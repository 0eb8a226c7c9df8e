package io.sextant.domain.alert;

import io.sextant.domain.alert.AlertCondition.MoveBy;
import io.sextant.domain.alert.AlertCondition.PriceAt;
import io.sextant.domain.alert.LevelTest.Direction;
import io.sextant.domain.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Alerts as sentences ask for them: "alert me when bitcoin falls below 50 000", "when it moves by 3 percent". A draft does nothing; whoever
 * made it shows it and sends {@link AlertPlan#toSetting()} when its person agrees.
 */
public final class AlertDrafts {

    private AlertDrafts() {}

    /** Once, when the price is there or beyond. */
    public static AlertPlan priceAt(
            InstrumentId instrument, Direction direction, BigDecimal level, long nowNanos, long marketNanos) {
        return AlertPlan.once(
                new PriceAt(instrument, new LevelTest(direction, level.doubleValue())), nowNanos, marketNanos);
    }

    /**
     * Once, when the price is so many percent from {@code last}; no direction stands for either. The level is fixed now, so the alert does not
     * move along with the price.
     */
    public static AlertPlan percentAway(
            InstrumentId instrument,
            Optional<Direction> direction,
            BigDecimal percent,
            BigDecimal last,
            long nowNanos,
            long marketNanos) {
        if (direction.isEmpty()) {
            return AlertPlan.once(
                    new MoveBy(instrument, percent.abs().doubleValue(), last.doubleValue()), nowNanos, marketNanos);
        }
        BigDecimal share = percent.abs().movePointLeft(2);
        BigDecimal factor =
                direction.get() == Direction.ABOVE ? BigDecimal.ONE.add(share) : BigDecimal.ONE.subtract(share);
        return priceAt(instrument, direction.get(), last.multiply(factor), nowNanos, marketNanos);
    }
}
