package io.sextant.ui.bridge;

/** Frames that come when a test says so, on the test's own thread. */
final class SteppedFrames implements Frames {

    private Runnable onFrame = () -> {};
    private Runnable onSupervision = () -> {};
    private boolean requested;
    private boolean resting;
    private boolean pictureWaits;
    private boolean mayRest = true;
    private int frames;

    @Override
    public synchronized void request() {
        requested = true;
    }

    @Override
    public synchronized void requestPicture() {
        if (resting) {
            pictureWaits = true;
        } else {
            requested = true;
        }
    }

    @Override
    public void letRest(boolean rests) {
        mayRest = rests;
    }

    boolean mayRest() {
        return mayRest;
    }

    /** Nobody has touched the window for long. */
    synchronized void rest() {
        resting = true;
    }

    /** The time of a picture has come in a window that rests. */
    synchronized void beat() {
        requested |= pictureWaits;
        pictureWaits = false;
    }

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public void start(Runnable frameTask, Runnable supervisionTask) {
        onFrame = frameTask;
        onSupervision = supervisionTask;
    }

    @Override
    public void stop() {
        onFrame = () -> {};
        onSupervision = () -> {};
    }

    synchronized boolean isRequested() {
        return requested;
    }

    /** One frame if one was asked for. */
    void frame() {
        synchronized (this) {
            if (!requested) {
                return;
            }
            requested = false;
        }
        frames++;
        onFrame.run();
    }

    /** Frames until nobody asks for more. */
    void settle() {
        while (isRequested()) {
            frame();
        }
    }

    void supervise() {
        onSupervision.run();
    }

    int count() {
        return frames;
    }
}
