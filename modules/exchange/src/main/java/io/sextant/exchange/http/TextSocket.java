package io.sextant.exchange.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** One WebSocket connection of whole text messages. Used once. */
public final class TextSocket implements MessageLine, WebSocket.Listener {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Owner owner;
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<WebSocket> socket;

    /** The JDK's WebSocket takes one message at a time. */
    private CompletableFuture<WebSocket> sending;

    private final HttpClient client;
    private volatile boolean closed;
    private @Nullable IntConsumer renewing;

    /** What a socket's owner hears, one call at a time. */
    public interface Owner {

        void opened(TextSocket socket);

        void read(TextSocket socket, String message);

        void closed(String why);
    }

    public TextSocket(String address, Owner owner) {
        this.owner = owner;
        client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        socket = client.newWebSocketBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .buildAsync(URI.create(address), this)
                .whenComplete((opened, problem) -> {
                    if (problem != null) {
                        lost(sentence(problem));
                    }
                });
        sending = socket;
    }

    /** Says how a book is asked for anew. */
    public void onRenewBook(IntConsumer renew) {
        renewing = renew;
    }

    /** Sends after what was sent before; a connection that breaks is noticed by its reading side. */
    @Override
    public synchronized void send(String text) {
        sending = sending.thenCompose(open -> open.sendText(text, true)).whenComplete((open, problem) -> {
            if (problem != null) {
                lost(sentence(problem));
            }
        });
    }

    @Override
    public void onOpen(WebSocket opened) {
        owner.opened(this);
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            String whole = message.toString();
            message.setLength(0);
            owner.read(this, whole);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        lost("the connection was closed (" + code + (reason.isBlank() ? "" : ", " + reason) + ")");
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        lost(sentence(problem));
    }

    private void lost(String why) {
        if (!closed) {
            closed = true;
            owner.closed(why);
        }
    }

    private static String sentence(Throwable problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void renewBook(int instrument) {
        IntConsumer renew = renewing;
        if (renew != null) {
            renew.accept(instrument);
        }
    }

    @Override
    public void close() {
        closed = true;
        WebSocket open = socket.getNow(null);
        if (open != null) {
            open.abort();
        }
        client.shutdownNow();
    }
}
