package io.sextant.remote.server;

import io.sextant.domain.event.Event;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** For who watches over the engine: whether it lives and is ready, which anybody who reaches it may ask, and figures, for who is known. */
final class WatchDoor extends Handler.Abstract {

    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";
    static final String METRICS = "/metrics";

    private static final int PATIENCE_SECONDS = 5;

    private final EngineClient engine;
    private final Admission admission;
    private final IntSupplier lines;
    private final Map<String, Long> facts = new ConcurrentSkipListMap<>();
    private @Nullable Subscription counting;

    WatchDoor(EngineClient engine, Admission admission, IntSupplier lines) {
        this.engine = engine;
        this.admission = admission;
        this.lines = lines;
    }

    /** The engine ends a subscription that falls behind; then counting goes on from now. */
    private synchronized void count() {
        Subscription before = counting;
        if (before == null || !before.isOpen()) {
            counting = engine.subscribe(new Topic.Events(Topic.Events.FROM_NOW), this::counted);
        }
    }

    private void counted(Event event) {
        facts.merge(event.getClass().getSimpleName(), 1L, Long::sum);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws InterruptedException {
        switch (Request.getPathInContext(request)) {
            case LIVE -> PlainErrors.write(response, callback, HttpStatus.OK_200, "The server answers.");
            case READY -> ready(response, callback);
            case METRICS -> metrics(request, response, callback);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void ready(Response response, Callback callback) throws InterruptedException {
        boolean isReady = desk().filter(desk -> desk.health().running()).isPresent();
        PlainErrors.write(
                response,
                callback,
                isReady ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
                isReady ? "The engine handles what comes in." : "The engine does not handle what comes in.");
    }

    private void metrics(Request request, Response response, Callback callback) throws InterruptedException {
        if (admission.forRequest(request).isEmpty()) {
            PlainErrors.write(response, callback, HttpStatus.UNAUTHORIZED_401, "The engine does not know who this is.");
            return;
        }
        count();
        Optional<DeskState> desk = desk();
        if (desk.isEmpty()) {
            PlainErrors.write(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "The engine does not answer.");
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        String page = MetricsPage.of(desk.get(), facts, lines.getAsInt());
        response.write(true, ByteBuffer.wrap(page.getBytes(StandardCharsets.UTF_8)), callback);
    }

    private Optional<DeskState> desk() throws InterruptedException {
        try {
            return Optional.of(
                    engine.ask(new Query.Desk()).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException silent) {
            return Optional.empty();
        }
    }

    synchronized void close() {
        if (counting != null) {
            counting.close();
        }
    }
}
