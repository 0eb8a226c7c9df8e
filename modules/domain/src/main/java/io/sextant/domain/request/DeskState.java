package io.sextant.domain.request;

import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.Position;
import java.util.List;

/** The desk at one moment of market time: account, positions, working orders, switches, and how the engine feels. */
public record DeskState(
        TradingMode mode,
        long seed,
        long marketNanos,
        double timesRealTime,
        boolean paused,
        boolean killSwitchEngaged,
        String killSwitchReason,
        Account account,
        List<Position> positions,
        List<Order> workingOrders,
        RiskLimits limits,
        EngineHealth health) {

    public DeskState {
        positions = List.copyOf(positions);
        workingOrders = List.copyOf(workingOrders);
    }
}
