package io.sextant.execution.gate;

import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import java.util.Objects;

/**
 * All rules of the gate, in the order in which they are asked; the first that is broken names the refusal. An order and an
 * amend go through the same list. Rules about size look at an amend only where it asks for more than what stands.
 */
enum GateRule {
    ORDER_EXISTS(RefusalCode.UNKNOWN_ORDER) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.isAmend && q.amended == null;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse("#" + q.amendedId);
        }
    },
    ORDER_IS_OPEN(RefusalCode.ORDER_ALREADY_DONE) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.amended != null && q.amended.state().isTerminal();
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse("#" + q.amendedId, Objects.requireNonNull(q.amended).state());
        }
    },
    ORDER_IS_SETTLED(RefusalCode.CHANGE_PENDING) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.amended != null
                    && q.amended.state() != OrderState.ACCEPTED
                    && q.amended.state() != OrderState.PARTLY_FILLED;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse("#" + q.amendedId);
        }
    },
    ORDER_RESTS(RefusalCode.NOT_AMENDABLE) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.amended != null && !q.amended.isRestingLimit();
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse("#" + q.amendedId);
        }
    },
    INSTRUMENT_KNOWN(RefusalCode.UNKNOWN_INSTRUMENT) {
        @Override
        boolean isBroken(Inquiry q) {
            return !q.instrumentIsKnown();
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.subject);
        }
    },
    TRADABLE(RefusalCode.NOT_TRADABLE) {
        @Override
        boolean isBroken(Inquiry q) {
            return !q.terms().tradable();
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.subject);
        }
    },
    KILL_SWITCH_OFF(RefusalCode.KILL_SWITCH) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.killSwitchEngaged;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.killSwitchReason);
        }
    },
    COUNTABLE(RefusalCode.AMOUNT_TOO_LARGE) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.tooLarge;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse();
        }
    },
    ON_TICK(RefusalCode.OFF_TICK) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.offTickPrice != null;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(
                    Objects.requireNonNull(q.offTickPrice), q.terms().rules().tick());
        }
    },
    PRICE_ABOVE_ZERO(RefusalCode.PRICE_NOT_POSITIVE) {
        @Override
        boolean isBroken(Inquiry q) {
            return !q.market && q.limitTicks <= 0;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.subject);
        }
    },
    WHOLE_LOTS(RefusalCode.OFF_LOT) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.offLotQuantity != null;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(
                    Objects.requireNonNull(q.offLotQuantity), q.terms().rules().lot());
        }
    },
    SMALLEST_ORDER(RefusalCode.BELOW_MINIMUM) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.isBelowSmallestOrder();
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.signedQuantityText(q.lots), q.terms().rules().minQuantity());
        }
    },
    ABOVE_FILLED(RefusalCode.BELOW_FILLED) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.amended != null && q.lots <= q.amended.filledLots();
        }

        @Override
        Refusal refusal(Inquiry q) {
            long filled = Objects.requireNonNull(q.amended).filledLots();
            return refuse("#" + q.amendedId, q.signedQuantityText(filled));
        }
    },
    LIMITS_SET(RefusalCode.LIMIT_MISSING) {
        @Override
        boolean isBroken(Inquiry q) {
            return !q.limits.isSet[q.instrument];
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.subject);
        }
    },
    ORDER_QUANTITY(RefusalCode.QUANTITY_LIMIT) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.addedLots > 0 && q.lots > q.limits.maxOrderLots[q.instrument];
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.signedQuantityText(q.lots), q.signedQuantityText(q.limits.maxOrderLots[q.instrument]));
        }
    },
    FEED_ALIVE(RefusalCode.FEED_GONE) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.feedIsGone && !q.onlyShrinks();
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.subject);
        }
    },
    REFERENCE_PRICE(RefusalCode.NO_REFERENCE_PRICE) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.doubledReferenceTicks <= 0;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.subject);
        }
    },
    OTHER_SIDE(RefusalCode.EMPTY_BOOK) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.market && q.otherSideIsEmpty;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.subject);
        }
    },
    COLLAR(RefusalCode.PRICE_COLLAR) {
        @Override
        boolean isBroken(Inquiry q) {
            return !q.onlyShrinks() && q.isOutsideCollar();
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.priceText(q.limitTicks), q.limits.collarBps[q.instrument], q.referenceText());
        }
    },
    ORDER_NOTIONAL(RefusalCode.NOTIONAL_LIMIT) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.notionalUnits > q.notionalUnitsBefore && q.notionalUnits > q.limits.maxOrderUnits[q.instrument];
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.money(q.notionalUnits), q.money(q.limits.maxOrderUnits[q.instrument]));
        }
    },
    POSITION(RefusalCode.POSITION_LIMIT) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.addedLots > 0 && q.side.sign() * q.worstPositionLots > q.limits.maxPositionLots[q.instrument];
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(
                    q.signedQuantityText(q.worstPositionLots),
                    q.signedQuantityText(q.limits.maxPositionLots[q.instrument]));
        }
    },
    HOLDING(RefusalCode.BUYING_POWER) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.isOversold();
        }

        @Override
        Refusal refusal(Inquiry q) {
            String unit = q.terms() instanceof SpotPair pair ? " " + pair.base() : "";
            Quantity free = q.terms().quantityOf(Math.max(0, q.sellableLots));
            return refuse(q.terms().quantityOf(q.sellableLots - q.worstPositionLots) + unit, free + unit);
        }
    },
    FUNDS(RefusalCode.BUYING_POWER) {
        @Override
        boolean isBroken(Inquiry q) {
            return q.neededUnits > 0 && q.neededUnits > q.freeUnits;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.money(q.neededUnits), q.money(Math.max(0, q.freeUnits)));
        }
    },
    ORDER_COUNT(RefusalCode.TOO_MANY_ORDERS) {
        @Override
        boolean isBroken(Inquiry q) {
            return !q.isAmend && q.workingOrders >= q.maxWorkingOrders;
        }

        @Override
        Refusal refusal(Inquiry q) {
            return refuse(q.workingOrders);
        }
    };

    final RefusalCode code;

    GateRule(RefusalCode code) {
        this.code = code;
    }

    abstract boolean isBroken(Inquiry q);

    /** The code with what its sentence needs; only asked after {@link #isBroken}. */
    abstract Refusal refusal(Inquiry q);

    Refusal refuse(Object... arguments) {
        return Refusal.of(code, arguments);
    }
}
