package io.sextant.execution.gate;

import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.regime.ExposureCap;

/** The part of an inquiry that looks beyond one instrument: the account as a whole, and what was sent before. */
final class AccountFigures {

    private static final long HUNDRED = 100;
    /** A thousand times the equity is no limit in practice. */
    private static final long MOST_LEVERAGE = 100_000;

    long grossUnits;
    long grossUnitsBefore;
    long equityUnits;
    long dayLossUnits;
    long drawdownUnits;
    long reportedNotionalUnits;
    long ownMeetingTicks;
    long duplicateAgeNanos;
    long parentLeftLots;
    int capPercent;
    int limitPercent;

    /** After the amounts of the order itself. Refuses with {@link ArithmeticException} what the ledger cannot count. */
    void weigh(Inquiry q, GateView view) {
        LimitTable limits = q.limits;
        AccountLimits account = limits.account;
        boolean looksAtLoss = limits.maxDailyLossUnits != AccountLimits.UNSET;
        dayLossUnits = looksAtLoss ? view.dayLossUnits() : 0;
        drawdownUnits = limits.maxDrawdownUnits != AccountLimits.UNSET ? view.drawdownUnits() : 0;
        reportedNotionalUnits = q.source.strategy() < 0 ? 0 : view.reportedUnits(q.instrument, q.notionalUnits);
        grossUnits = 0;
        grossUnitsBefore = 0;
        capPercent = view.exposureCapPercent();
        limitPercent = view.limitPercent();
        if (isLevered(account) || capPercent != ExposureCap.OFF || limits.maxGrossUnits != AccountLimits.UNSET) {
            weighExposure(q, view);
        }
        ownMeetingTicks = account.preventSelfMatch() && !q.waits ? meetingTicks(q, view) : 0;
        boolean mayBeSlip = !q.isAmend && !q.released && !q.partOfParent && q.source.parent() == OrderSource.NO_PARENT;
        duplicateAgeNanos = mayBeSlip && account.duplicateWindowNanos() > 0 ? ageOfSame(q) : -1;
        if (q.source.parent() != OrderSource.NO_PARENT) {
            parentLeftLots = q.flow.parents.leftLots(q.source.parent(), q.instrument, view);
        }
    }

    private static long ageOfSame(Inquiry q) {
        return q.flow.recent.ageOfSame(
                q.instrument,
                q.side,
                q.waits ? -q.triggerTicks : q.market ? 0 : q.limitTicks,
                q.lots,
                q.flow.senderOf(q.source),
                q.limits.account.duplicateWindowNanos(),
                q.nowNanos);
    }

    private static boolean isLevered(AccountLimits account) {
        return account.maxLeverageHundredths() != AccountLimits.UNSET;
    }

    /** What all instruments come to is added up only for an order that makes it more. */
    private void weighExposure(Inquiry q, GateView view) {
        int instrument = q.instrument;
        long position = q.positionLots;
        long buys = view.workingLots(instrument, Side.BUY);
        long sells = view.workingLots(instrument, Side.SELL);
        long moreBuys = q.side == Side.BUY ? Math.max(0, Math.addExact(buys, q.addedLots)) : buys;
        long moreSells = q.side == Side.SELL ? Math.max(0, Math.addExact(sells, q.addedLots)) : sells;
        long mark = q.markTicks();
        long here = q.buyingPower.valueUnits(instrument, worstLots(position, buys, sells), mark);
        long then = q.buyingPower.valueUnits(instrument, worstLots(position, moreBuys, moreSells), mark);
        if (then > here) {
            grossUnitsBefore = view.grossExposureUnits();
            grossUnits =
                    Math.addExact(grossUnitsBefore, view.reportedUnits(instrument, Math.subtractExact(then, here)));
            equityUnits = view.equityUnits();
        }
    }

    /** Whether all positions are worth more than the equity times the limit, which is in hundredths. */
    boolean isOverLevered(AccountLimits limits) {
        return isLevered(limits)
                && Decimals.isProductAbove(
                        grossUnits,
                        HUNDRED,
                        Math.max(0, equityUnits),
                        Math.min(limits.maxLeverageHundredths(), MOST_LEVERAGE));
    }

    /** Whether all positions are worth more than the regime allows of the equity. */
    boolean isBeyondRegime() {
        return capPercent != ExposureCap.OFF
                && Decimals.isProductAbove(grossUnits, HUNDRED, Math.max(0, equityUnits), capPercent);
    }

    /** Whether a figure is above the part of a limit that the regime allows. */
    boolean isAbovePart(long figure, long limit) {
        return Decimals.isProductAbove(figure, HUNDRED, limit, limitPercent);
    }

    /** The same of a loss, which stops at its limit already; one without a limit has no part of it. */
    boolean isAtPart(long loss, long limit) {
        return limit != AccountLimits.UNSET && !Decimals.isProductAbove(limit, limitPercent, loss, HUNDRED);
    }

    /** For a sentence: rounded down, as the rule is. */
    long part(long limit) {
        return Decimals.multiplyDivideFloor(limit, limitPercent, HUNDRED);
    }

    /** The largest position, either way, that working orders could lead to. */
    private static long worstLots(long position, long buys, long sells) {
        return Math.max(Math.abs(Math.addExact(position, buys)), Math.abs(Math.subtractExact(position, sells)));
    }

    /** Our own price that this order would reach, zero when it reaches none. A book that does not show enough counts as empty. */
    private static long meetingTicks(Inquiry q, GateView view) {
        long own = view.ownRestingTicks(q.instrument, q.side.opposite());
        if (own <= 0 || !reaches(q.side, q.limitTicks, own)) {
            return 0;
        }
        long reach = view.reachTicks(q.instrument, q.side, Math.max(0, q.openedLots));
        return reach > 0 && !reaches(q.side, reach, own) ? 0 : own;
    }

    private static boolean reaches(Side side, long ticks, long own) {
        return side == Side.BUY ? ticks >= own : ticks <= own;
    }

    boolean grows() {
        return grossUnits > grossUnitsBefore;
    }
}
