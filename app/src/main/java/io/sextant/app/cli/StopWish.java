package io.sextant.app.cli;

/** Ctrl-C as a wish to stop, for as long as somebody hears it. */
final class StopWish implements AutoCloseable {

    private volatile boolean asked;

    private final Thread hook = Thread.ofPlatform().name("sextant-interrupt").unstarted(() -> asked = true);

    private StopWish() {}

    static StopWish heard() {
        StopWish wish = new StopWish();
        Runtime.getRuntime().addShutdownHook(wish.hook);
        return wish;
    }

    boolean isAsked() {
        return asked;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Ctrl-C was faster; the hook is running.
            return;
        }
    }
}
