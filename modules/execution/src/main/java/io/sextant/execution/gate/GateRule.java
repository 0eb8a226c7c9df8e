package io.sextant.execution.gate;

import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All rules of the gate, in the order in which {@link RuleBook} asks them; the first that is broken names the refusal. An order and
 * an amend go through the same list. Rules about size look at an amend only where it asks for more than what stands.
 */
@SuppressWarnings("ImmutableEnumChecker") // The functions keep nothing: each looks only at the question it is given.
enum GateRule {
    ORDER_EXISTS(RefusalCode.UNKNOWN_ORDER, q -> with("#" + q.amendedId)),
    ORDER_IS_OPEN(
            RefusalCode.ORDER_ALREADY_DONE,
            q -> with("#" + q.amendedId, Objects.requireNonNull(q.amended).state())),
    ORDER_IS_SETTLED(RefusalCode.CHANGE_PENDING, q -> with("#" + q.amendedId)),
    ORDER_RESTS(RefusalCode.NOT_AMENDABLE, q -> with("#" + q.amendedId)),
    INSTRUMENT_KNOWN(RefusalCode.UNKNOWN_INSTRUMENT, q -> with(q.subject())),
    TRADABLE(RefusalCode.NOT_TRADABLE, q -> with(q.subject())),
    KILL_SWITCH_OFF(RefusalCode.KILL_SWITCH, q -> with(q.kills.everybodyReason())),
    ACCOUNT_NOT_KILLED(
            RefusalCode.KILL_SWITCH_ACCOUNT,
            q -> with(q.session.account(), Objects.requireNonNull(q.kills.accountReason()))),
    STRATEGY_NOT_KILLED(
            RefusalCode.KILL_SWITCH_STRATEGY,
            q -> with(q.words.strategyName(), Objects.requireNonNull(q.kills.strategyReason(q.source.strategy())))),
    NOT_HALTED(RefusalCode.GATE_HALTED, q -> with(q.standing.reason())),
    OVERRIDE_MAY_BE(
            RefusalCode.OVERRIDE_REFUSED,
            q -> with(Objects.requireNonNull(q.override).control(), Objects.requireNonNull(q.objectionToOverride()))),
    VENUE_REACHABLE(RefusalCode.VENUE_DISCONNECTED, q -> with(q.session.account(), q.venueReason)),
    VENUE_RECONCILED(RefusalCode.VENUE_NOT_RECONCILED, q -> with(q.session.account(), q.venueReason)),
    ENDS_LATER(RefusalCode.ENDS_IN_THE_PAST, q -> with(Instant.ofEpochSecond(0, q.endsNanos))),
    COUNTABLE(RefusalCode.AMOUNT_TOO_LARGE, q -> with()),
    ON_TICK(
            RefusalCode.OFF_TICK,
            q -> with(Objects.requireNonNull(q.offTickPrice), q.terms().rules().tick())),
    PRICE_ABOVE_ZERO(RefusalCode.PRICE_NOT_POSITIVE, q -> with(q.subject())),
    WHOLE_LOTS(
            RefusalCode.OFF_LOT,
            q -> with(
                    Objects.requireNonNull(q.offLotQuantity), q.terms().rules().lot())),
    SMALLEST_ORDER(
            RefusalCode.BELOW_MINIMUM,
            q -> with(q.words.signedQuantityText(q.lots), q.terms().rules().minQuantity())),
    SMALLEST_VALUE(
            RefusalCode.BELOW_MIN_VALUE, q -> with(q.words.money(q.sentUnits), q.words.money(q.smallestUnits()))),
    SMALLEST_VALUE_CLOSED(
            RefusalCode.CLOSES_BELOW_MIN_VALUE,
            q -> with(q.words.money(q.sentUnits), q.words.money(q.smallestUnits()))),
    ABOVE_FILLED(
            RefusalCode.BELOW_FILLED,
            q -> with(
                    "#" + q.amendedId,
                    q.words.signedQuantityText(Objects.requireNonNull(q.amended).filledLots()))),
    ACCOUNT_LIMITS_SET(RefusalCode.ACCOUNT_LIMIT_MISSING, q -> with()),
    STRATEGY_LIMITS_SET(RefusalCode.STRATEGY_LIMIT_MISSING, q -> with(q.words.strategyName())),
    LIMITS_SET(RefusalCode.LIMIT_MISSING, q -> with(q.subject())),
    ONLY_REDUCING(RefusalCode.GATE_REDUCING, q -> with(q.standing.reason())),
    NOT_RESTRICTED(RefusalCode.RESTRICTED_INSTRUMENT, q -> with(q.subject())),
    LOSS_OF_DAY(
            RefusalCode.DAILY_LOSS,
            q -> with(q.words.reporting(q.account.dayLossUnits), q.words.reporting(q.limits.maxDailyLossUnits))),
    LOSS_FROM_BEST(
            RefusalCode.DRAWDOWN,
            q -> with(q.words.reporting(q.account.drawdownUnits), q.words.reporting(q.limits.maxDrawdownUnits))),
    ORDER_QUANTITY(
            RefusalCode.QUANTITY_LIMIT,
            q -> with(
                    q.words.signedQuantityText(q.lots),
                    q.words.signedQuantityText(q.limits.maxOrderLots[q.instrument]))),
    FEED_ALIVE(RefusalCode.FEED_GONE, q -> with(q.subject())),
    REFERENCE_PRICE(RefusalCode.NO_REFERENCE_PRICE, q -> with(q.subject())),
    FRESH_PRICE(
            RefusalCode.STALE_PRICE,
            q -> with(q.subject(), span(q.priceAgeNanos), span(q.limits.account.maxPriceAgeNanos()))),
    CLOCKS_AGREE(RefusalCode.CLOCK_SKEW, q -> with(span(q.clockSkewNanos), span(q.limits.account.maxClockSkewNanos()))),
    TRIGGER_AHEAD(
            RefusalCode.TRIGGER_REACHED,
            q -> with(q.words.priceText(q.triggerTicks), q.words.priceText(q.marketTicks()))),
    OTHER_SIDE(RefusalCode.EMPTY_BOOK, q -> with(q.subject())),
    COLLAR(
            RefusalCode.PRICE_COLLAR,
            q -> with(q.words.priceText(q.limitTicks), q.limits.collarBps[q.instrument], q.words.referenceText())),
    COLLAR_ON_AMEND(
            RefusalCode.AMEND_COLLAR,
            q -> with(q.words.priceText(q.limitTicks), q.limits.collarBps[q.instrument], q.words.referenceText())),
    ORDER_NOTIONAL(
            RefusalCode.NOTIONAL_LIMIT,
            q -> with(q.words.money(q.notionalUnits), q.words.money(q.limits.maxOrderUnits[q.instrument]))),
    STRATEGY_NOTIONAL(
            RefusalCode.STRATEGY_ORDER_VALUE,
            q -> with(
                    q.words.reporting(q.account.reportedNotionalUnits),
                    q.words.reporting(q.limits.strategyMaxUnits[q.source.strategy()]),
                    q.words.strategyName())),
    POSITION(
            RefusalCode.POSITION_LIMIT,
            q -> with(
                    q.words.signedQuantityText(q.worstPositionLots),
                    q.words.signedQuantityText(q.limits.maxPositionLots[q.instrument]))),
    REDUCES(RefusalCode.NOT_REDUCING, q -> with(q.words.signedQuantityText(q.reducibleLots), q.subject())),
    HOLDING(RefusalCode.BUYING_POWER, q -> with(q.words.shortText(), q.words.sellableText())),
    FUNDS(RefusalCode.BUYING_POWER, q -> with(q.words.money(q.neededUnits), q.words.money(Math.max(0, q.freeUnits)))),
    EXPOSURE_OF_ALL(
            RefusalCode.GROSS_EXPOSURE,
            q -> with(q.words.reporting(q.account.grossUnits), q.words.reporting(q.limits.maxGrossUnits))),
    LEVERAGE_OF_ALL(RefusalCode.LEVERAGE, q -> with(q.words.leverageText(), q.words.mostLeverageText())),
    EXPOSURE_OF_REGIME(RefusalCode.REGIME_EXPOSURE, q -> with(q.words.leverageText(), q.words.regimeCapText())),
    LOSS_OF_DAY_IN_REGIME(
            RefusalCode.REGIME_LOSS,
            q -> with(
                    q.words.reporting(q.account.dayLossUnits),
                    q.words.reporting(q.account.part(q.limits.maxDailyLossUnits)))),
    LOSS_FROM_BEST_IN_REGIME(
            RefusalCode.REGIME_DRAWDOWN,
            q -> with(
                    q.words.reporting(q.account.drawdownUnits),
                    q.words.reporting(q.account.part(q.limits.maxDrawdownUnits)))),
    QUANTITY_IN_REGIME(
            RefusalCode.REGIME_QUANTITY,
            q -> with(
                    q.words.signedQuantityText(q.lots),
                    q.words.signedQuantityText(q.account.part(q.limits.maxOrderLots[q.instrument])))),
    VALUE_IN_REGIME(
            RefusalCode.REGIME_VALUE,
            q -> with(
                    q.words.money(q.notionalUnits),
                    q.words.money(q.account.part(q.limits.maxOrderUnits[q.instrument])))),
    POSITION_IN_REGIME(
            RefusalCode.REGIME_POSITION,
            q -> with(
                    q.words.signedQuantityText(q.worstPositionLots),
                    q.words.signedQuantityText(q.account.part(q.limits.maxPositionLots[q.instrument])))),
    ORDERS_IN_TIME(
            RefusalCode.ORDER_RATE,
            q -> with(
                    q.limits.account.orders().count(),
                    span(q.limits.account.orders().windowNanos()))),
    STRATEGY_ORDERS_IN_TIME(
            RefusalCode.STRATEGY_ORDER_RATE,
            q -> with(q.strategyOrders().count(), span(q.strategyOrders().windowNanos()), q.words.strategyName())),
    CANCELS_IN_TIME(
            RefusalCode.CANCEL_RATE,
            q -> with(
                    q.limits.account.cancels().count(),
                    span(q.limits.account.cancels().windowNanos()))),
    STRATEGY_CANCELS_IN_TIME(
            RefusalCode.STRATEGY_CANCEL_RATE,
            q -> with(q.strategyCancels().count(), span(q.strategyCancels().windowNanos()), q.words.strategyName())),
    NOT_TWICE(RefusalCode.DUPLICATE_ORDER, q -> with(span(q.account.duplicateAgeNanos))),
    PARENT_KNOWN(RefusalCode.UNKNOWN_PARENT, q -> with(q.source.parent())),
    WITHIN_PARENT(
            RefusalCode.CHILD_BEYOND_PARENT,
            q -> with(
                    q.source.parent(),
                    q.words.signedQuantityText(q.account.parentLeftLots),
                    q.words.signedQuantityText(q.addedLots))),
    NOT_THROTTLED(
            RefusalCode.REPEATED_EXECUTION,
            q -> with(
                    q.words.strategyName(),
                    q.executions().count(),
                    span(q.executions().windowNanos()))),
    NOT_WITH_OURSELVES(RefusalCode.SELF_MATCH, q -> with(q.words.priceText(q.account.ownMeetingTicks))),
    ORDER_COUNT(RefusalCode.TOO_MANY_ORDERS, q -> with(q.workingOrders));

    final RefusalCode code;
    private final @Nullable GateControl control;
    private final Function<Inquiry, Object[]> arguments;

    GateRule(RefusalCode code, Function<Inquiry, Object[]> arguments) {
        this.code = code;
        this.arguments = arguments;
        control = GateControl.findControl(code).orElse(null);
    }

    /** The code with what its sentence needs; only asked of a rule that was broken. */
    Refusal refusal(Inquiry q) {
        return Refusal.of(code, arguments.apply(q));
    }

    /** Whether a person's word lets one order pass it. */
    boolean isOverriddenBy(GateOverride override) {
        return override.control().isOverridable() && control == override.control();
    }

    /** Whether it is about the size of one order, which who works in parts keeps by its parts. */
    boolean isAboutOneOrder() {
        return control == GateControl.ORDER_QUANTITY || control == GateControl.ORDER_VALUE;
    }

    private static Object[] with(Object... arguments) {
        return arguments;
    }

    private static Duration span(long nanos) {
        return Duration.ofNanos(nanos);
    }
}
