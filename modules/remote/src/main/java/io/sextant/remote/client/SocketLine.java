package io.sextant.remote.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One line over a socket. Texts are sent one after the other; what waits is bounded, since nothing is kept for later. */
final class SocketLine implements Line, WebSocket.Listener {

    private static final int MOST_WAITING = 10_000;
    /** Characters of one message: more than any answer has. */
    private static final int LONGEST = 128 << 20;

    private final Line.Listener listener;
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;
    private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(null);
    private int waiting;
    private boolean isOver;

    SocketLine(Line.Listener listener) {
        this.listener = listener;
    }

    synchronized void begin(WebSocket opened) {
        socket = opened;
    }

    @Override
    public void send(String text) {
        synchronized (this) {
            WebSocket open = socket;
            if (open == null || isOver) {
                return;
            }
            if (waiting < MOST_WAITING) {
                waiting++;
                lastSent = lastSent.thenCompose(before -> open.sendText(text, true))
                        .whenComplete((sent, failure) -> sent(failure));
                return;
            }
        }
        over("the line takes nothing more");
    }

    private void sent(@Nullable Throwable failure) {
        synchronized (this) {
            waiting--;
        }
        if (failure != null) {
            over("the line broke: " + failure.getMessage());
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        if (partial.length() + data.length() > LONGEST) {
            over("the engine said more at once than any engine does");
            return CompletableFuture.completedStage(null);
        }
        partial.append(data);
        if (!last) {
            listener.heardPart();
        } else {
            String text = partial.toString();
            partial.setLength(0);
            listener.heard(text);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        over(reason.isEmpty() ? "the engine closed the line" : reason);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        over("the line broke: " + error.getMessage());
    }

    private void over(String why) {
        WebSocket open;
        synchronized (this) {
            if (isOver) {
                return;
            }
            isOver = true;
            open = socket;
        }
        if (open != null) {
            open.abort();
        }
        listener.broken(why);
    }

    @Override
    public void close() {
        WebSocket open;
        synchronized (this) {
            isOver = true;
            open = socket;
        }
        if (open != null) {
            open.abort();
        }
    }
}
