package io.sextant.ui.bridge;

/** Frames that come when a test says so, on the test's own thread. */
final class SteppedFrames implements Frames {

    private Runnable onFrame = () -> {};
    private Runnable onSupervision = () -> {};
    private boolean requested;
    private int frames;

    @Override
    public synchronized void request() {
        requested = true;
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
