package io.sextant.domain.request;

import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.position.Account;
import java.util.List;

/**
 * The risk gate at one moment of market time: what it lets pass at all and since when ({@code sinceNanos}, zero for all along), how
 * far each control is used up, the breakers, and who is stopped.
 */
public record GateStatus(
        long marketNanos,
        GateState state,
        String reason,
        long sinceNanos,
        List<Light> lights,
        List<BreakerLight> breakers,
        List<Stopped> stopped,
        List<StrategyLight> strategies,
        String accountName,
        RiskLimits limits,
        Account account) {

    public GateStatus {
        lights = List.copyOf(lights);
        breakers = List.copyOf(breakers);
        stopped = List.copyOf(stopped);
        strategies = List.copyOf(strategies);
    }

    /**
     * How far a control is used up. {@code used} and {@code limit} are figures as text, empty where there is none; {@code share} is
     * the one by the other, 1 where the control refuses now.
     */
    public record Light(GateControl control, String used, String limit, double share) {}

    /** {@code value} and {@code limit} are in the breaker's own unit; {@code sinceNanos} is its last change, zero for none. */
    public record BreakerLight(Breaker breaker, boolean tripped, long value, long limit, long sinceNanos) {}

    /** Whom a kill switch stops, and why. */
    public record Stopped(KillScope scope, String reason) {}

    /** A strategy of the session; {@code throttled} until a person enables it again. */
    public record StrategyLight(String name, boolean throttled) {}
}
