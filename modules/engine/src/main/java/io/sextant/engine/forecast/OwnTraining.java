package io.sextant.engine.forecast;

import io.sextant.engine.JobWorks.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How a training goes that the desk began by itself: whoever wants to can go along with it, and end it. */
final class OwnTraining implements Progress {

    /** Between two words to who goes along. */
    private static final long EVERY_MILLIS = 50;

    private final BooleanSupplier closing;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile double share;
    private volatile boolean cancelled;

    OwnTraining(BooleanSupplier closing) {
        this.closing = closing;
    }

    @Override
    public void done(double now) {
        share = now;
        checkCancelled();
    }

    @Override
    public boolean isCancelled() {
        return cancelled || closing.getAsBoolean();
    }

    @Override
    public void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException(cancelled ? "somebody ended the training" : "the desk is closing");
        }
    }

    void over() {
        over.countDown();
    }

    /** Waits for the end and tells how far it is; who is cancelled meanwhile ends it. */
    void accompany(Progress other) {
        try {
            do {
                other.done(share);
            } while (!over.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
            other.done(1);
        } catch (CancellationException stopped) {
            cancelled = true;
            throw stopped;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for the training any more");
        }
    }
}
