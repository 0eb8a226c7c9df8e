package io.sextant.ui.panel.strategies;

import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;

/** What can be asked of a strategy in its stage; the core has the last word. */
final class Steering {

    private Steering() {}

    static boolean canStart(HostedStrategy one) {
        return one.stage() == HostedStage.READY || one.stage() == HostedStage.STOPPED;
    }

    static boolean canPause(HostedStrategy one) {
        return one.stage() == HostedStage.RUNNING;
    }

    static boolean canResume(HostedStrategy one) {
        return one.stage() == HostedStage.PAUSED;
    }

    static boolean canStop(HostedStrategy one) {
        return switch (one.stage()) {
            case RUNNING, PAUSED, CLOSING -> true;
            case READY, STOPPED, REMOVED -> false;
        };
    }

    static boolean canClose(HostedStrategy one) {
        return one.stage() != HostedStage.CLOSING && one.stage() != HostedStage.REMOVED && holds(one);
    }

    static boolean canRemove(HostedStrategy one) {
        return canChange(one) && !holds(one);
    }

    /** What is agreed changes only while it does not trade. */
    static boolean canChange(HostedStrategy one) {
        return switch (one.stage()) {
            case READY, PAUSED, STOPPED -> true;
            case RUNNING, CLOSING, REMOVED -> false;
        };
    }

    private static boolean holds(HostedStrategy one) {
        return one.positions().stream().anyMatch(each -> each.units() != 0 || each.workingUnits() != 0);
    }
}
