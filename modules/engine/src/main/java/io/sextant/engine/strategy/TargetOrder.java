package io.sextant.engine.strategy;

import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Target;
import org.jspecify.annotations.Nullable;

/** What is being made of the newest wish for one instrument. */
final class TargetOrder {

    private static final int MOST_TRIES = 8;

    /** On the way from what is held to what is wished. */
    enum Step {
        CLOSE,
        REDUCE,
        OPEN
    }

    @Nullable Target wished;

    Reason reason = Reason.of("");
    boolean isLast;
    boolean heard;
    boolean isBlocked;
    /** Has to be done, at whatever price. */
    boolean isForced;
    /** The wish came after the order on its way was sent. */
    boolean isNewer;

    boolean isTakenBack;
    boolean closes;
    boolean frees;
    long orderId;
    long missingLots;
    int tries;
    long bidTicks;
    long askTicks;

    void wish(Target target) {
        if (!isLast) {
            wished = target;
            heard = false;
            isForced = false;
            isNewer = true;
            tries = 0;
        }
    }

    void force(Target target) {
        if (!isLast) {
            boolean isOnItsWay = isForced && !isNewer && orderId != 0;
            wish(target);
            isForced = true;
            isNewer = !isOnItsWay;
        }
    }

    void sent(long id, long lots, Step step, Reason why) {
        orderId = id;
        missingLots = lots;
        closes = step == Step.CLOSE;
        frees = step != Step.OPEN;
        isNewer = false;
        isTakenBack = false;
        reason = why;
    }

    Reason filled(long lots) {
        missingLots -= lots;
        return reason;
    }

    void done() {
        orderId = 0;
        boolean whole = missingLots <= 0;
        if (isNewer) {
            return;
        }
        // What makes a position smaller is tried until it is done.
        if (whole ? !closes : ++tries >= MOST_TRIES && !frees) {
            wished = null;
        }
        heard &= whole;
    }
}
