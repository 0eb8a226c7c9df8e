package io.sextant.ui.bridge;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;

/** The beat to which deliveries reach the window; a test steps its own. */
interface Frames {

    /** Asks for one call of the frame task at the next frame. From any thread, as often as one likes. */
    void request();

    /** Runs {@code task} on the JavaFX thread, soon, in the order of the calls. From any thread. */
    void run(Runnable task);

    void start(Runnable onFrame, Runnable onSupervision);

    void stop();

    /** JavaFX's pulse. The timer runs only while something is waiting, so an idle window costs nothing. */
    final class Pulses implements Frames {

        private static final Duration SUPERVISION_PERIOD = Duration.millis(250);

        private final AtomicBoolean requested = new AtomicBoolean();
        private final Timeline supervision = new Timeline();
        private Runnable onFrame = () -> {};
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
            supervision.getKeyFrames().setAll(new KeyFrame(SUPERVISION_PERIOD, done -> supervisionTask.run()));
            supervision.setCycleCount(Animation.INDEFINITE);
            supervision.play();
        }

        @Override
        public void stop() {
            supervision.stop();
            timer.stop();
        }

        private void keepRunning() {
            if (!running) {
                running = true;
                timer.start();
            }
        }
    }
}
