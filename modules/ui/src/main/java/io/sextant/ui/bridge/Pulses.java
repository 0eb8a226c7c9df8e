package io.sextant.ui.bridge;

import io.sextant.domain.time.Scheduler;
import io.sextant.domain.time.SystemScheduler;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * JavaFX's pulse. Its timer runs only while something is waiting, and supervision is no animation, which would have JavaFX pulse sixty times
 * a second for it: an idle window costs nothing.
 */
final class Pulses implements Frames {

    private final AtomicBoolean requested = new AtomicBoolean();
    private final AtomicBoolean pictureWaits = new AtomicBoolean();
    private final AtomicBoolean beatWaits = new AtomicBoolean();
    private final Rest rest = new Rest();
    private final Touches touches = new Touches(this::touched);
    private @Nullable Scheduler beats;
    private Runnable onFrame = () -> {};
    private Runnable onSupervision = () -> {};
    private boolean running;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            if (!requested.getAndSet(false)) {
                stop();
                running = false;
                // A request may have come between the question and the stop.
                if (requested.get()) {
                    keepRunning();
                }
                return;
            }
            pictureWaits.set(false);
            onFrame.run();
        }
    };

    @Override
    public void request() {
        if (!requested.getAndSet(true)) {
            Platform.runLater(this::keepRunning);
        }
    }

    @Override
    public void requestPicture() {
        if (rest.isResting()) {
            pictureWaits.set(true);
        } else {
            request();
        }
    }

    @Override
    public void letRest(boolean rests) {
        rest.allow(rests);
        touched();
    }

    @Override
    public void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    @Override
    public void start(Runnable frameTask, Runnable supervisionTask) {
        onFrame = frameTask;
        onSupervision = supervisionTask;
        touches.start();
        Scheduler begun = new SystemScheduler("sextant-window-beat");
        beats = begun;
        begun.every(Rest.BEAT_NANOS, () -> {
            // A window that is busy gets one beat when it has time, not all that it missed.
            if (!beatWaits.getAndSet(true)) {
                Platform.runLater(this::beat);
            }
        });
    }

    @Override
    public void stop() {
        Scheduler begun = beats;
        if (begun != null) {
            begun.close();
        }
        touches.close();
        timer.stop();
        onFrame = () -> {};
        onSupervision = () -> {};
    }

    private void beat() {
        beatWaits.set(false);
        onSupervision.run();
        if (rest.beat() && pictureWaits.get()) {
            request();
        }
    }

    private void touched() {
        rest.touch();
        if (pictureWaits.get()) {
            request();
        }
    }

    private void keepRunning() {
        if (!running) {
            running = true;
            timer.start();
        }
    }
}
