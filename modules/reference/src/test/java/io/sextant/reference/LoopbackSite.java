package io.sextant.reference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A web server on this machine with pages that a test writes. Knows ETags and gzip. */
public final class LoopbackSite implements AutoCloseable {

    private record Page(int status, byte[] body, boolean zipped) {}

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private final Set<String> stalled = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    public LoopbackSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public void page(String path, String body) {
        pages.put(path, new Page(200, body.getBytes(StandardCharsets.UTF_8), false));
    }

    public void zippedPage(String path, String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        pages.put(path, new Page(200, bytes.toByteArray(), true));
    }

    public void failure(String path, int status) {
        pages.put(path, new Page(status, new byte[0], false));
    }

    /** From now on the page's headers come, and the first byte, and then nothing. */
    public void stall(String path) {
        stalled.add(path);
    }

    public void goOn(String path) {
        stalled.remove(path);
    }

    public void redirect(String path, URI to) {
        redirects.put(path, to.toString());
        failure(path, 302);
    }

    /** Address, query and the header {@code X-Api-Key} of every request, and the status it got. */
    public List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Page page = pages.getOrDefault(exchange.getRequestURI().getPath(), new Page(404, new byte[0], false));
            String tag = "\"" + java.util.Arrays.hashCode(page.body()) + "\"";
            boolean same = page.status() == 200
                    && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            int status = same ? 304 : page.status();
            requests.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Api-Key") + " " + status);
            String to = redirects.get(exchange.getRequestURI().getPath());
            if (to != null) {
                exchange.getResponseHeaders().set("Location", to);
            }
            exchange.getResponseHeaders().set("ETag", tag);
            if (page.zipped()) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            if (same || page.body().length == 0) {
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.sendResponseHeaders(status, page.body().length);
                if (stalled.contains(exchange.getRequestURI().getPath())) {
                    exchange.getResponseBody().write(page.body(), 0, 1);
                    exchange.getResponseBody().flush();
                    awaitEnd();
                } else {
                    exchange.getResponseBody().write(page.body());
                }
            }
        }
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
