package io.sextant.ui.testing;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import java.util.List;

/** Desk states and healths with one thing changed, for {@link FakeEngine#editDesk}. */
public final class Edits {

    private Edits() {}

    public static DeskState withMode(DeskState s, TradingMode mode) {
        return new DeskState(
                mode,
                s.seed(),
                s.marketNanos(),
                s.timesRealTime(),
                s.paused(),
                s.killSwitchEngaged(),
                s.killSwitchReason(),
                s.account(),
                s.positions(),
                s.workingOrders(),
                s.limits(),
                s.health());
    }

    public static DeskState withPace(DeskState s, double timesRealTime, boolean paused) {
        return new DeskState(
                s.mode(),
                s.seed(),
                s.marketNanos(),
                timesRealTime,
                paused,
                s.killSwitchEngaged(),
                s.killSwitchReason(),
                s.account(),
                s.positions(),
                s.workingOrders(),
                s.limits(),
                s.health());
    }

    public static DeskState withKillSwitch(DeskState s, boolean engaged, String reason) {
        return new DeskState(
                s.mode(),
                s.seed(),
                s.marketNanos(),
                s.timesRealTime(),
                s.paused(),
                engaged,
                reason,
                s.account(),
                s.positions(),
                s.workingOrders(),
                s.limits(),
                s.health());
    }

    public static DeskState withLimits(DeskState s, RiskLimits limits) {
        return new DeskState(
                s.mode(),
                s.seed(),
                s.marketNanos(),
                s.timesRealTime(),
                s.paused(),
                s.killSwitchEngaged(),
                s.killSwitchReason(),
                s.account(),
                s.positions(),
                s.workingOrders(),
                limits,
                s.health());
    }

    public static DeskState withHealth(DeskState s, EngineHealth health) {
        return new DeskState(
                s.mode(),
                s.seed(),
                s.marketNanos(),
                s.timesRealTime(),
                s.paused(),
                s.killSwitchEngaged(),
                s.killSwitchReason(),
                s.account(),
                s.positions(),
                s.workingOrders(),
                s.limits(),
                health);
    }

    public static DeskState withParents(DeskState s, List<ParentOrder> parents) {
        return new DeskState(
                s.mode(),
                s.seed(),
                s.marketNanos(),
                s.timesRealTime(),
                s.paused(),
                s.killSwitchEngaged(),
                s.killSwitchReason(),
                s.account(),
                s.positions(),
                s.workingOrders(),
                s.limits(),
                s.health(),
                parents);
    }

    public static EngineHealth failed(EngineHealth h, String failure) {
        return new EngineHealth(
                false,
                failure,
                h.feed(),
                h.feedStatus(),
                h.eventsHandled(),
                0,
                h.handlingNanosMedian(),
                h.handlingNanosWorst(),
                h.journalPosition(),
                h.journalDurablePosition());
    }

    public static EngineHealth withFeed(EngineHealth h, FeedStatus status) {
        return new EngineHealth(
                h.running(),
                h.failure(),
                h.feed(),
                status,
                h.eventsHandled(),
                h.eventsPerSecond(),
                h.handlingNanosMedian(),
                h.handlingNanosWorst(),
                h.journalPosition(),
                h.journalDurablePosition());
    }
}
