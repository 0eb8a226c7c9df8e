package io.sextant.voice.assistant;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the engine and waits for its answer, but not for ever. */
final class Asking {

    private static final long PATIENCE_SECONDS = 30;

    private final EngineClient engine;

    Asking(EngineClient engine) {
        this.engine = engine;
    }

    <R> R ask(Query<R> query) {
        try {
            return engine.ask(query).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the engine was asked", interrupted);
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException("the engine did not answer within " + PATIENCE_SECONDS + " seconds", late);
        }
    }
}
