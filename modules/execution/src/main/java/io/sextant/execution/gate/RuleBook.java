package io.sextant.execution.gate;

import io.sextant.domain.order.GateState;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.regime.LimitShare;
import io.sextant.domain.venue.VenueTrust;
import java.util.Collection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * What each rule asks, in the order of {@link GateRule}; the first that is broken is the answer. Written out as straight code:
 * asked one by one through an interface, the rules cost three times as much as everything else the gate does.
 */
final class RuleBook {

    /** Not asked; empty except where a test shows that each rule is needed. */
    private final EnumSet<GateRule> leftOut;

    RuleBook(Collection<GateRule> asked) {
        leftOut = EnumSet.allOf(GateRule.class);
        leftOut.removeAll(asked);
    }

    @Nullable GateRule findBroken(Inquiry q) {
        GateRule broken = q.amended == null && !q.isAmend ? null : ofAmended(q);
        if (broken == null) {
            broken = ofDoors(q);
        }
        if (broken == null) {
            broken = ofForm(q);
        }
        if (broken == null) {
            broken = ofLimits(q);
        }
        if (broken == null) {
            broken = ofPrice(q);
        }
        if (broken == null) {
            broken = ofValue(q);
        }
        if (broken == null && q.account.limitPercent != LimitShare.WHOLE_PERCENT && !q.makesSmaller()) {
            broken = ofRegime(q);
        }
        if (broken == null) {
            broken = ofFlow(q);
        }
        return broken;
    }

    /** Whether a rule that is broken stops this order: not one that is about a part only, nor one that a person let it pass. */
    private boolean stops(Inquiry q, GateRule rule) {
        if (leftOut.contains(rule) || (q.inParts && rule.isAboutOneOrder())) {
            return false;
        }
        if (q.override != null && rule.isOverriddenBy(q.override)) {
            q.overrideUsed = true;
            return false;
        }
        return true;
    }

    /** What must be true of the order that an amend names. */
    private @Nullable GateRule ofAmended(Inquiry q) {
        if (q.isAmend && q.amended == null && stops(q, GateRule.ORDER_EXISTS)) {
            return GateRule.ORDER_EXISTS;
        }
        if (q.amended != null && q.amended.state().isTerminal() && stops(q, GateRule.ORDER_IS_OPEN)) {
            return GateRule.ORDER_IS_OPEN;
        }
        if (q.amended != null
                && q.amended.state() != OrderState.ACCEPTED
                && q.amended.state() != OrderState.WAITING
                && q.amended.state() != OrderState.PARTLY_FILLED
                && stops(q, GateRule.ORDER_IS_SETTLED)) {
            return GateRule.ORDER_IS_SETTLED;
        }
        if (q.amended != null && !q.amended.isRestingLimit() && stops(q, GateRule.ORDER_RESTS)) {
            return GateRule.ORDER_RESTS;
        }
        return null;
    }

    /** Whether anything may be sent at all, there, by that sender. */
    private @Nullable GateRule ofDoors(Inquiry q) {
        if (!q.instrumentIsKnown() && stops(q, GateRule.INSTRUMENT_KNOWN)) {
            return GateRule.INSTRUMENT_KNOWN;
        }
        if (!q.isTradable() && stops(q, GateRule.TRADABLE)) {
            return GateRule.TRADABLE;
        }
        if (q.kills.everybody() && stops(q, GateRule.KILL_SWITCH_OFF)) {
            return GateRule.KILL_SWITCH_OFF;
        }
        if (q.kills.accountReason() != null && stops(q, GateRule.ACCOUNT_NOT_KILLED)) {
            return GateRule.ACCOUNT_NOT_KILLED;
        }
        if (q.kills.strategyReason(q.source.strategy()) != null && stops(q, GateRule.STRATEGY_NOT_KILLED)) {
            return GateRule.STRATEGY_NOT_KILLED;
        }
        if (q.standing.state() == GateState.HALTED && stops(q, GateRule.NOT_HALTED)) {
            return GateRule.NOT_HALTED;
        }
        if (q.override != null && q.objectionToOverride() != null && stops(q, GateRule.OVERRIDE_MAY_BE)) {
            return GateRule.OVERRIDE_MAY_BE;
        }
        if (q.venueTrust == VenueTrust.UNREACHABLE && stops(q, GateRule.VENUE_REACHABLE)) {
            return GateRule.VENUE_REACHABLE;
        }
        if ((q.venueTrust == VenueTrust.CHECKING || q.venueTrust == VenueTrust.DIFFERS)
                && stops(q, GateRule.VENUE_RECONCILED)) {
            return GateRule.VENUE_RECONCILED;
        }
        return null;
    }

    /** Whether it is an order that an exchange could read. */
    private @Nullable GateRule ofForm(Inquiry q) {
        if (q.endsNanos > 0 && q.endsNanos <= q.nowNanos && stops(q, GateRule.ENDS_LATER)) {
            return GateRule.ENDS_LATER;
        }
        if (q.tooLarge && stops(q, GateRule.COUNTABLE)) {
            return GateRule.COUNTABLE;
        }
        if (q.offTickPrice != null && stops(q, GateRule.ON_TICK)) {
            return GateRule.ON_TICK;
        }
        if (!q.market
                && (q.limitTicks <= 0 || q.movedLimitTicks <= 0 || (q.waits && q.triggerTicks <= 0))
                && stops(q, GateRule.PRICE_ABOVE_ZERO)) {
            return GateRule.PRICE_ABOVE_ZERO;
        }
        if (q.offLotQuantity != null && stops(q, GateRule.WHOLE_LOTS)) {
            return GateRule.WHOLE_LOTS;
        }
        if (q.isBelowSmallestOrder() && stops(q, GateRule.SMALLEST_ORDER)) {
            return GateRule.SMALLEST_ORDER;
        }
        if (q.isBelowSmallestValue() && !q.closes() && stops(q, GateRule.SMALLEST_VALUE)) {
            return GateRule.SMALLEST_VALUE;
        }
        if (q.isBelowSmallestValue() && q.closes() && stops(q, GateRule.SMALLEST_VALUE_CLOSED)) {
            return GateRule.SMALLEST_VALUE_CLOSED;
        }
        if (q.amended != null && q.lots <= q.amended.filledLots() && stops(q, GateRule.ABOVE_FILLED)) {
            return GateRule.ABOVE_FILLED;
        }
        return null;
    }

    /** Whether limits are set, and what is true of the account and the instrument whatever the order. */
    private @Nullable GateRule ofLimits(Inquiry q) {
        if (!q.limits.accountIsSet && stops(q, GateRule.ACCOUNT_LIMITS_SET)) {
            return GateRule.ACCOUNT_LIMITS_SET;
        }
        if (q.source.strategy() >= 0
                && !q.limits.strategyIsSet[q.source.strategy()]
                && stops(q, GateRule.STRATEGY_LIMITS_SET)) {
            return GateRule.STRATEGY_LIMITS_SET;
        }
        if (!q.limits.isSet[q.instrument] && stops(q, GateRule.LIMITS_SET)) {
            return GateRule.LIMITS_SET;
        }
        if (q.standing.state() == GateState.REDUCING && !q.makesSmaller() && stops(q, GateRule.ONLY_REDUCING)) {
            return GateRule.ONLY_REDUCING;
        }
        if (q.limits.restricted[q.instrument] && !q.onlyShrinks() && stops(q, GateRule.NOT_RESTRICTED)) {
            return GateRule.NOT_RESTRICTED;
        }
        if (q.account.dayLossUnits >= q.limits.maxDailyLossUnits
                && !q.makesSmaller()
                && stops(q, GateRule.LOSS_OF_DAY)) {
            return GateRule.LOSS_OF_DAY;
        }
        if (q.account.drawdownUnits >= q.limits.maxDrawdownUnits
                && !q.makesSmaller()
                && stops(q, GateRule.LOSS_FROM_BEST)) {
            return GateRule.LOSS_FROM_BEST;
        }
        return null;
    }

    /** Quantity, data and price. */
    private @Nullable GateRule ofPrice(Inquiry q) {
        if (q.addedLots > 0 && q.lots > q.limits.maxOrderLots[q.instrument] && stops(q, GateRule.ORDER_QUANTITY)) {
            return GateRule.ORDER_QUANTITY;
        }
        if (q.feedIsGone && !q.onlyShrinks() && stops(q, GateRule.FEED_ALIVE)) {
            return GateRule.FEED_ALIVE;
        }
        if (q.doubledReferenceTicks <= 0 && stops(q, GateRule.REFERENCE_PRICE)) {
            return GateRule.REFERENCE_PRICE;
        }
        if (q.priceAgeNanos > q.limits.account.maxPriceAgeNanos()
                && !q.onlyShrinks()
                && stops(q, GateRule.FRESH_PRICE)) {
            return GateRule.FRESH_PRICE;
        }
        if (q.clockSkewNanos > q.limits.account.maxClockSkewNanos()
                && !q.onlyShrinks()
                && stops(q, GateRule.CLOCKS_AGREE)) {
            return GateRule.CLOCKS_AGREE;
        }
        if (q.waits && q.isReached() && stops(q, GateRule.TRIGGER_AHEAD)) {
            return GateRule.TRIGGER_AHEAD;
        }
        if (q.market && q.otherSideIsEmpty && stops(q, GateRule.OTHER_SIDE)) {
            return GateRule.OTHER_SIDE;
        }
        if (!q.isAmend && !q.waits && q.isOutsideCollar() && stops(q, GateRule.COLLAR)) {
            return GateRule.COLLAR;
        }
        if (q.isAmend && !q.waits && !q.onlyShrinks() && q.isOutsideCollar() && stops(q, GateRule.COLLAR_ON_AMEND)) {
            return GateRule.COLLAR_ON_AMEND;
        }
        return null;
    }

    /** Value, position and money. */
    private @Nullable GateRule ofValue(Inquiry q) {
        if (q.notionalUnits > q.notionalUnitsBefore
                && q.notionalUnits > q.limits.maxOrderUnits[q.instrument]
                && stops(q, GateRule.ORDER_NOTIONAL)) {
            return GateRule.ORDER_NOTIONAL;
        }
        if (q.source.strategy() >= 0
                && q.notionalUnits > q.notionalUnitsBefore
                && q.account.reportedNotionalUnits > q.limits.strategyMaxUnits[q.source.strategy()]
                && stops(q, GateRule.STRATEGY_NOTIONAL)) {
            return GateRule.STRATEGY_NOTIONAL;
        }
        if (q.addedLots > 0
                && q.side.sign() * q.worstPositionLots > q.limits.maxPositionLots[q.instrument]
                && stops(q, GateRule.POSITION)) {
            return GateRule.POSITION;
        }
        if (q.reduceOnly && q.addedLots > 0 && q.openedLots > q.reducibleLots && stops(q, GateRule.REDUCES)) {
            return GateRule.REDUCES;
        }
        if (q.isOversold() && stops(q, GateRule.HOLDING)) {
            return GateRule.HOLDING;
        }
        if (q.neededUnits > 0 && q.neededUnits > q.freeUnits && stops(q, GateRule.FUNDS)) {
            return GateRule.FUNDS;
        }
        if (q.account.grows() && q.account.grossUnits > q.limits.maxGrossUnits && stops(q, GateRule.EXPOSURE_OF_ALL)) {
            return GateRule.EXPOSURE_OF_ALL;
        }
        if (q.account.grows() && q.account.isOverLevered(q.limits.account) && stops(q, GateRule.LEVERAGE_OF_ALL)) {
            return GateRule.LEVERAGE_OF_ALL;
        }
        if (q.account.grows() && q.account.isBeyondRegime() && stops(q, GateRule.EXPOSURE_OF_REGIME)) {
            return GateRule.EXPOSURE_OF_REGIME;
        }
        return null;
    }

    /** The same limits once more, of which the regime leaves a part to what does not make a position smaller. */
    private @Nullable GateRule ofRegime(Inquiry q) {
        if (q.account.isAtPart(q.account.dayLossUnits, q.limits.maxDailyLossUnits)
                && stops(q, GateRule.LOSS_OF_DAY_IN_REGIME)) {
            return GateRule.LOSS_OF_DAY_IN_REGIME;
        }
        if (q.account.isAtPart(q.account.drawdownUnits, q.limits.maxDrawdownUnits)
                && stops(q, GateRule.LOSS_FROM_BEST_IN_REGIME)) {
            return GateRule.LOSS_FROM_BEST_IN_REGIME;
        }
        if (q.addedLots > 0
                && q.account.isAbovePart(q.lots, q.limits.maxOrderLots[q.instrument])
                && stops(q, GateRule.QUANTITY_IN_REGIME)) {
            return GateRule.QUANTITY_IN_REGIME;
        }
        if (q.notionalUnits > q.notionalUnitsBefore
                && q.account.isAbovePart(q.notionalUnits, q.limits.maxOrderUnits[q.instrument])
                && stops(q, GateRule.VALUE_IN_REGIME)) {
            return GateRule.VALUE_IN_REGIME;
        }
        if (q.addedLots > 0
                && q.account.isAbovePart(q.side.sign() * q.worstPositionLots, q.limits.maxPositionLots[q.instrument])
                && stops(q, GateRule.POSITION_IN_REGIME)) {
            return GateRule.POSITION_IN_REGIME;
        }
        return null;
    }

    /** Rates, repeats, parents and what works already. */
    private @Nullable GateRule ofFlow(Inquiry q) {
        if (q.countsAsOrder()
                && q.flow.orders.isFull(q.limits.account.orders(), q.nowNanos)
                && stops(q, GateRule.ORDERS_IN_TIME)) {
            return GateRule.ORDERS_IN_TIME;
        }
        if (q.countsAsOrder()
                && q.source.strategy() >= 0
                && q.flow.strategyOrders[q.source.strategy()].isFull(q.strategyOrders(), q.nowNanos)
                && stops(q, GateRule.STRATEGY_ORDERS_IN_TIME)) {
            return GateRule.STRATEGY_ORDERS_IN_TIME;
        }
        if (q.countsAsOrder()
                && q.mayRest()
                && q.flow.cancels.isFull(q.limits.account.cancels(), q.nowNanos)
                && stops(q, GateRule.CANCELS_IN_TIME)) {
            return GateRule.CANCELS_IN_TIME;
        }
        if (q.countsAsOrder()
                && q.mayRest()
                && q.source.strategy() >= 0
                && q.flow.strategyCancels[q.source.strategy()].isFull(q.strategyCancels(), q.nowNanos)
                && stops(q, GateRule.STRATEGY_CANCELS_IN_TIME)) {
            return GateRule.STRATEGY_CANCELS_IN_TIME;
        }
        if (q.account.duplicateAgeNanos >= 0 && stops(q, GateRule.NOT_TWICE)) {
            return GateRule.NOT_TWICE;
        }
        if (q.source.parent() != OrderSource.NO_PARENT
                && q.account.parentLeftLots == ParentBudgets.UNKNOWN
                && stops(q, GateRule.PARENT_KNOWN)) {
            return GateRule.PARENT_KNOWN;
        }
        if (q.source.parent() != OrderSource.NO_PARENT
                && q.addedLots > Math.max(0, q.account.parentLeftLots)
                && stops(q, GateRule.WITHIN_PARENT)) {
            return GateRule.WITHIN_PARENT;
        }
        if (q.source.strategy() >= 0 && q.flow.throttled[q.source.strategy()] && stops(q, GateRule.NOT_THROTTLED)) {
            return GateRule.NOT_THROTTLED;
        }
        if (q.account.ownMeetingTicks > 0 && stops(q, GateRule.NOT_WITH_OURSELVES)) {
            return GateRule.NOT_WITH_OURSELVES;
        }
        if (!q.isAmend && !q.released && q.workingOrders >= q.maxWorkingOrders && stops(q, GateRule.ORDER_COUNT)) {
            return GateRule.ORDER_COUNT;
        }
        return null;
    }
}
