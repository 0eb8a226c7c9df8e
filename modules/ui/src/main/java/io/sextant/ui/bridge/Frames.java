package io.sextant.ui.bridge;

/** The beat to which deliveries reach the window; a test steps its own. */
interface Frames {

    /** Asks for one call of the frame task at the next frame. From any thread, as often as one likes. */
    void request();

    /**
     * The same for what may wait while nobody touches the window: a picture of which only the latest counts. From any thread, as often as
     * one likes.
     */
    void requestPicture();

    /** Whether pictures ever wait. On the JavaFX thread. */
    void letRest(boolean rests);

    /** Runs {@code task} on the JavaFX thread, soon, in the order of the calls. From any thread. */
    void run(Runnable task);

    void start(Runnable onFrame, Runnable onSupervision);

    void stop();
}
