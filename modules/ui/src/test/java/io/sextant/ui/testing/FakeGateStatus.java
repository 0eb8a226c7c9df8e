package io.sextant.ui.testing;

import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.GateStatus;
import java.util.Arrays;
import java.util.List;

/** A gate of which one control is nearly used up and one breaker tripped. */
final class FakeGateStatus {

    private FakeGateStatus() {}

    static GateStatus of(GateState state, DeskState desk, long nowNanos) {
        return new GateStatus(
                nowNanos,
                state,
                state == GateState.ACTIVE ? "" : "LATENCY",
                state == GateState.ACTIVE ? 0 : nowNanos,
                Arrays.stream(GateControl.values()).map(FakeGateStatus::light).toList(),
                Arrays.stream(Breaker.values())
                        .map(breaker -> new GateStatus.BreakerLight(
                                breaker, breaker == Breaker.LATENCY, 6_000_000_000L, 5_000_000_000L, nowNanos))
                        .toList(),
                desk.killSwitchEngaged()
                        ? List.of(new GateStatus.Stopped(KillScope.ALL, desk.killSwitchReason()))
                        : List.of(),
                List.of(new GateStatus.StrategyLight("maker", true)),
                "paper",
                desk.limits(),
                desk.account());
    }

    private static GateStatus.Light light(GateControl control) {
        return switch (control) {
            case ORDER_RATE -> new GateStatus.Light(control, "45", "50 / PT1S", 0.9);
            case RECONCILIATION -> new GateStatus.Light(control, "DIFFERS", "", 1);
            case POSITION -> new GateStatus.Light(control, "BTC-USDT 0.5", "2", 0.25);
            default -> new GateStatus.Light(control, "", "", 0);
        };
    }
}
