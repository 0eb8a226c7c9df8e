package io.sextant.app.desktop;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets the first desk open while the toolkit of the window still starts: neither needs the other, and together they are most of the wait. */
final class EarlyDesk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EarlyDesk.class.getName());

    private record Begun(DeskOptions options, CompletableFuture<DeskSession> session) {}

    private final Function<DeskOptions, DeskSession> opening;
    private final AtomicReference<@Nullable Begun> begun = new AtomicReference<>();

    EarlyDesk(Function<DeskOptions, DeskSession> opening) {
        this.opening = opening;
    }

    void begin(DeskOptions options) {
        CompletableFuture<DeskSession> session = new CompletableFuture<>();
        if (begun.compareAndSet(null, new Begun(options, session))) {
            // Files are most of it, and they hold a carrier as long as they take.
            Thread.ofPlatform().daemon().name("engine-start-early").start(() -> {
                try {
                    session.complete(opening.apply(options));
                } catch (RuntimeException | Error e) {
                    session.completeExceptionally(e);
                }
            });
        }
    }

    /** The desk of these options, which may have begun to open already; why it did not is thrown as if it opened now. */
    DeskSession take(DeskOptions options) {
        Begun early = begun.getAndSet(null);
        if (early == null || !early.options().equals(options)) {
            end(early);
            return opening.apply(options);
        }
        try {
            return early.session().join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException problem -> throw problem;
                case Error error -> throw error;
                case null, default -> throw failed;
            }
        }
    }

    /** Closes a desk that nobody took. */
    @Override
    public void close() {
        end(begun.getAndSet(null));
    }

    private static void end(@Nullable Begun untaken) {
        if (untaken != null) {
            try {
                untaken.session().join().close();
            } catch (CompletionException neverOpened) {
                LOG.log(System.Logger.Level.DEBUG, "a desk that nobody took had not opened", neverOpened);
            }
        }
    }
}
