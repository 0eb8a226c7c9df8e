package io.sextant.domain.codec;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import io.sextant.domain.instrument.Option.Exercise;
import io.sextant.domain.instrument.Option.Right;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.position.CostBasis;
import java.util.function.ToIntFunction;

/** The written numbers of enum constants. Ordinals would change when somebody sorts a list. */
final class ConstantNumbers {

    private ConstantNumbers() {}

    static int of(Side side) {
        return switch (side) {
            case BUY -> 1;
            case SELL -> 2;
        };
    }

    static int of(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GOOD_TILL_CANCELLED -> 1;
            case IMMEDIATE_OR_CANCEL -> 2;
        };
    }

    static int of(OrderOrigin origin) {
        return switch (origin) {
            case TICKET -> 1;
            case LADDER -> 2;
            case COMMAND_LINE -> 3;
            case STRATEGY -> 4;
            case VOICE -> 5;
        };
    }

    static int of(OrderState state) {
        return switch (state) {
            case SUBMITTED -> 1;
            case ACCEPTED -> 2;
            case PARTLY_FILLED -> 3;
            case CANCEL_PENDING -> 4;
            case AMEND_PENDING -> 5;
            case FILLED -> 6;
            case CANCELLED -> 7;
            case REJECTED -> 8;
            case EXPIRED -> 9;
            case UNKNOWN -> 10;
        };
    }

    static int of(TradingMode mode) {
        return switch (mode) {
            case SIMULATED -> 1;
            case PAPER -> 2;
            case LIVE -> 3;
        };
    }

    static int of(FeedStatus status) {
        return switch (status) {
            case CONNECTED -> 1;
            case STALE -> 2;
            case DISCONNECTED -> 3;
            case ENDED -> 4;
            case POLLING -> 5;
        };
    }

    static int of(CostBasis basis) {
        return switch (basis) {
            case AVERAGE -> 1;
            case FIRST_IN_FIRST_OUT -> 2;
        };
    }

    static int of(FeeCurrency charged) {
        return switch (charged) {
            case QUOTE -> 1;
            case BASE_WHEN_BUYING -> 2;
        };
    }

    static int of(Right right) {
        return switch (right) {
            case CALL -> 1;
            case PUT -> 2;
        };
    }

    static int of(Exercise exercise) {
        return switch (exercise) {
            case EUROPEAN -> 1;
            case AMERICAN -> 2;
        };
    }

    /** The constant with that number. */
    static <E extends Enum<E>> E constant(E[] constants, ToIntFunction<E> numberOf, long number) {
        for (E constant : constants) {
            if (numberOf.applyAsInt(constant) == number) {
                return constant;
            }
        }
        throw RecordFrame.unknown(constants[0].getDeclaringClass().getSimpleName(), number);
    }
}
