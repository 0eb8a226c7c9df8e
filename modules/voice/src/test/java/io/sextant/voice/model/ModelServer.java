package io.sextant.voice.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves one file on loopback and cuts the line after so many bytes. */
final class ModelServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean hangs;
    private byte[] file;
    private String tag = "\"one\"";
    private int cutAfter = Integer.MAX_VALUE;
    private int status = 200;

    /** The ranges that were asked for; empty text where none was. */
    final List<String> ranges = new ArrayList<>();

    ModelServer(byte[] file) throws IOException {
        this.file = file;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/model.zip", this::serve);
        server.setExecutor(answering);
        server.start();
    }

    synchronized void cutsAfter(int bytes) {
        cutAfter = bytes;
    }

    /** Once: what comes next is held back for ever instead of cut. */
    synchronized void hangsOnceAfter(int bytes) {
        cutAfter = bytes;
        hangs = true;
    }

    synchronized void answers(int newStatus) {
        status = newStatus;
    }

    synchronized void publishes(byte[] other, String otherTag) {
        file = other;
        tag = otherTag;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/model.zip");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (answered(exchange)) {
                closing.await();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the line is to be held open with nothing more on it. */
    private synchronized boolean answered(HttpExchange exchange) throws IOException {
        @Nullable String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        if (status != 200) {
            exchange.sendResponseHeaders(status, -1);
            return false;
        }
        exchange.getResponseHeaders().set("ETag", tag);
        int from = 0;
        int code = 200;
        if (range != null && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
            from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            code = from < file.length ? 206 : 416;
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
        if (code == 416) {
            exchange.sendResponseHeaders(416, -1);
            return false;
        }
        exchange.sendResponseHeaders(code, file.length - from);
        OutputStream out = exchange.getResponseBody();
        out.write(Arrays.copyOfRange(file, from, (int) Math.min(file.length, (long) from + cutAfter)));
        out.flush();
        boolean hanging = hangs;
        if (hanging) {
            hangs = false;
            cutAfter = Integer.MAX_VALUE;
        }
        return hanging;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        answering.shutdownNow();
    }
}
