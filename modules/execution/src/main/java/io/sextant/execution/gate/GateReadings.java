package io.sextant.execution.gate;

import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.passport.ControlReading;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules that have a limit measured of a question that was answered with yes. A rule that was not asked, because its limit is not set
 * or because the order makes nothing larger, is not in it.
 */
final class GateReadings {

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    private final Inquiry q;
    private final List<ControlReading> readings = new ArrayList<>();

    private GateReadings(Inquiry question) {
        q = question;
    }

    static List<ControlReading> of(Inquiry question) {
        GateReadings all = new GateReadings(question);
        all.ofAccount();
        all.ofOrder();
        all.ofExposure();
        all.ofFlow();
        return List.copyOf(all.readings);
    }

    private void ofAccount() {
        if (isSet(q.limits.maxDailyLossUnits)) {
            add(
                    RefusalCode.DAILY_LOSS,
                    q.words.reporting(q.account.dayLossUnits),
                    q.words.reporting(whileRegimeLasts(q.limits.maxDailyLossUnits)));
        }
        if (isSet(q.limits.maxDrawdownUnits)) {
            add(
                    RefusalCode.DRAWDOWN,
                    q.words.reporting(q.account.drawdownUnits),
                    q.words.reporting(whileRegimeLasts(q.limits.maxDrawdownUnits)));
        }
    }

    private void ofOrder() {
        add(
                RefusalCode.QUANTITY_LIMIT,
                q.words.signedQuantityText(q.lots),
                q.words.signedQuantityText(whileRegimeLasts(q.limits.maxOrderLots[q.instrument])));
        addSpan(RefusalCode.STALE_PRICE, q.priceAgeNanos, q.limits.account.maxPriceAgeNanos());
        addSpan(RefusalCode.CLOCK_SKEW, q.clockSkewNanos, q.limits.account.maxClockSkewNanos());
        if (!q.waits && !q.market && q.doubledReferenceTicks > 0) {
            add(RefusalCode.PRICE_COLLAR, collarText(), q.limits.collarBps[q.instrument] + " bp");
        }
        add(
                RefusalCode.NOTIONAL_LIMIT,
                q.words.money(q.notionalUnits),
                q.words.money(whileRegimeLasts(q.limits.maxOrderUnits[q.instrument])));
        if (q.addedLots > 0) {
            add(
                    RefusalCode.POSITION_LIMIT,
                    q.words.signedQuantityText(q.worstPositionLots),
                    q.words.signedQuantityText(whileRegimeLasts(q.limits.maxPositionLots[q.instrument])));
        }
        if (q.neededUnits > 0) {
            add(RefusalCode.BUYING_POWER, q.words.money(q.neededUnits), q.words.money(q.freeUnits));
        }
    }

    /** How far its limit is from the middle of the market. */
    private String collarText() {
        BigDecimal distance = BigDecimal.valueOf(2 * q.limitTicks - q.doubledReferenceTicks)
                .abs()
                .multiply(BPS)
                .divide(BigDecimal.valueOf(q.doubledReferenceTicks), 1, RoundingMode.UP);
        return distance.toPlainString() + " bp";
    }

    private void ofExposure() {
        if (!q.account.grows()) {
            return;
        }
        if (isSet(q.limits.maxGrossUnits)) {
            add(
                    RefusalCode.GROSS_EXPOSURE,
                    q.words.reporting(q.account.grossUnits),
                    q.words.reporting(q.limits.maxGrossUnits));
        }
        if (q.limits.account.maxLeverageHundredths() != AccountLimits.UNSET) {
            add(RefusalCode.LEVERAGE, q.words.leverageText(), q.words.mostLeverageText());
        }
        if (q.account.capPercent != ExposureCap.OFF) {
            add(RefusalCode.REGIME_EXPOSURE, q.words.leverageText(), q.words.regimeCapText());
        }
    }

    private void ofFlow() {
        RateLimit orders = q.limits.account.orders();
        if (orders.isBounded() && q.countsAsOrder()) {
            add(
                    RefusalCode.ORDER_RATE,
                    Integer.toString(q.flow.orders.within(orders.windowNanos(), q.nowNanos) + 1),
                    orders.count() + " / " + seconds(orders.windowNanos()));
        }
        add(RefusalCode.TOO_MANY_ORDERS, Integer.toString(q.workingOrders + 1), Integer.toString(q.maxWorkingOrders));
    }

    /** Of a limit, what the regime leaves to an order that makes a position larger. */
    private long whileRegimeLasts(long limit) {
        boolean part = q.account.limitPercent != LimitShare.WHOLE_PERCENT && !q.makesSmaller();
        return part ? q.account.part(limit) : limit;
    }

    private static boolean isSet(long limit) {
        return limit != AccountLimits.UNSET;
    }

    private void addSpan(RefusalCode code, long nanos, long limitNanos) {
        if (isSet(limitNanos)) {
            add(code, seconds(Math.max(0, nanos)), seconds(limitNanos));
        }
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(Duration.ofNanos(nanos).toMillis(), 3)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }

    private void add(RefusalCode code, Object value, Object limit) {
        readings.add(new ControlReading(code, value.toString(), limit.toString()));
    }
}
