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
import org.jspecify.annotations.Nullable;

/** Serves one file on loopback and cuts the line after so many bytes. */
final class ModelServer implements AutoCloseable {

    private final HttpServer server;
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
        server.start();
    }

    synchronized void cutsAfter(int bytes) {
        cutAfter = bytes;
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

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            @Nullable String range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(range == null ? "" : range);
            if (status != 200) {
                exchange.sendResponseHeaders(status, -1);
                return;
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
                return;
            }
            exchange.sendResponseHeaders(code, file.length - from);
            OutputStream out = exchange.getResponseBody();
            out.write(Arrays.copyOfRange(file, from, (int) Math.min(file.length, (long) from + cutAfter)));
            out.flush();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
