package io.sextant.domain.request;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.parent.ParentOrder;
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
        EngineHealth health,
        List<ParentOrder> parents) {

    /** A desk where no bracket and no algorithm works. */
    public DeskState(
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
        this(
                mode,
                seed,
                marketNanos,
                timesRealTime,
                paused,
                killSwitchEngaged,
                killSwitchReason,
                account,
                positions,
                workingOrders,
                limits,
                health,
                List.of());
    }

    /** As at the end of a recording: nobody is left to trade with. */
    public boolean isMarketOver() {
        return health.feedStatus() == FeedStatus.ENDED;
    }

    public DeskState {
        parents = List.copyOf(parents);
        positions = List.copyOf(positions);
        workingOrders = List.copyOf(workingOrders);
    }
}
