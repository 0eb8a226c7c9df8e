package io.sextant.domain.codec;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import io.sextant.domain.instrument.Option.Exercise;
import io.sextant.domain.instrument.Option.Right;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
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

    static int of(FlowAnomaly.Kind kind) {
        return switch (kind) {
            case SWEEP -> 1;
            case ICEBERG -> 2;
            case SPOOFING -> 3;
            case VOLUME -> 4;
        };
    }

    static int of(ForecastChange.Kind kind) {
        return switch (kind) {
            case TRAINED -> 1;
            case PROMOTED -> 2;
            case NOT_PROMOTED -> 3;
            case ROLLED_BACK -> 4;
            case DRIFTED -> 5;
            case FAILED -> 6;
        };
    }

    static int of(Verdict verdict) {
        return switch (verdict) {
            case SKILL -> 1;
            case NO_EVIDENCE -> 2;
            case WORSE_THAN_NAIVE -> 3;
        };
    }

    static int of(DriftGauge.Alarm alarm) {
        return switch (alarm) {
            case INPUTS -> 1;
            case ERRORS -> 2;
            case COVERAGE -> 3;
        };
    }

    static int of(RegimeName regime) {
        return switch (regime) {
            case TREND_UP -> 1;
            case TREND_DOWN -> 2;
            case RANGE -> 3;
            case TURBULENT -> 4;
            case CRASH -> 5;
        };
    }

    static int of(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GOOD_TILL_CANCELLED -> 1;
            case IMMEDIATE_OR_CANCEL -> 2;
            case FILL_OR_KILL -> 3;
            case DAY -> 4;
            case GOOD_TILL_DATE -> 5;
        };
    }

    static int of(OrderOrigin origin) {
        return switch (origin) {
            case TICKET -> 1;
            case LADDER -> 2;
            case COMMAND_LINE -> 3;
            case STRATEGY -> 4;
            case VOICE -> 5;
            case ALGORITHM -> 6;
        };
    }

    static int of(OrderLeg leg) {
        return switch (leg) {
            case SINGLE -> 0;
            case ENTRY -> 1;
            case TARGET -> 2;
            case STOP -> 3;
            case CLOSING -> 4;
            case CHILD -> 5;
        };
    }

    static int of(ParentKind kind) {
        return switch (kind) {
            case BRACKET -> 1;
            case FLATTEN -> 2;
            case TWAP -> 3;
            case VWAP -> 4;
            case POV -> 5;
            case SHORTFALL -> 6;
            case CHASER -> 7;
            case ICEBERG -> 8;
            case ROUTE -> 9;
        };
    }

    static int of(ParentStage stage) {
        return switch (stage) {
            case WORKING -> 1;
            case PAUSED -> 2;
            case ENDING -> 3;
            case DONE -> 4;
            case CANCELLED -> 5;
            case FAILED -> 6;
        };
    }

    static int of(Steering how) {
        return switch (how) {
            case PAUSE -> 1;
            case RESUME -> 2;
            case HURRY -> 3;
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
            case WAITING -> 11;
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

    static int of(VenueTrust trust) {
        return switch (trust) {
            case CHECKING -> 1;
            case AGREED -> 2;
            case DIFFERS -> 3;
            case UNREACHABLE -> 4;
        };
    }

    static int of(VenueDifference.Kind kind) {
        return switch (kind) {
            case ORDER_UNKNOWN_HERE -> 1;
            case ORDER_UNKNOWN_THERE -> 2;
            case FILL_MISSED -> 3;
            case QUANTITY_DIFFERS -> 4;
            case BALANCE_DIFFERS -> 5;
        };
    }

    static int of(GateState state) {
        return switch (state) {
            case ACTIVE -> 1;
            case REDUCING -> 2;
            case HALTED -> 3;
        };
    }

    static int of(HostedStage stage) {
        return switch (stage) {
            case READY -> 1;
            case RUNNING -> 2;
            case PAUSED -> 3;
            case CLOSING -> 4;
            case STOPPED -> 5;
            case REMOVED -> 6;
        };
    }

    static int of(StageCause cause) {
        return switch (cause) {
            case ASKED -> 1;
            case KILL_SWITCH -> 2;
            case GATE_HALTED -> 3;
            case DAY_LOSS -> 4;
            case FAILED -> 5;
            case FELL_BEHIND -> 6;
            case CLOSED -> 7;
            case RESTARTED -> 8;
            case LINK_LOST -> 9;
        };
    }

    static int of(HostSteering how) {
        return switch (how) {
            case START -> 1;
            case PAUSE -> 2;
            case RESUME -> 3;
            case STOP -> 4;
            case STOP_AND_CLOSE -> 5;
            case REMOVE -> 6;
        };
    }

    static int of(Breaker breaker) {
        return switch (breaker) {
            case LOSS -> 1;
            case DRAWDOWN -> 2;
            case VOLATILITY -> 3;
            case SLIPPAGE -> 4;
            case REJECT_RATE -> 5;
            case FEED_SILENCE -> 6;
            case CLOCK_SKEW -> 7;
            case LATENCY -> 8;
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
