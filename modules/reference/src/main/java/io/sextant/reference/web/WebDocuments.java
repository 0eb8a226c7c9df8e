package io.sextant.reference.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/**
 * Fetches documents. What has not changed since last time is not fetched again (ETag, Last-Modified). Redirects are followed only
 * without leaving https, and a document larger than any honest one is refused before it fills the memory.
 */
public final class WebDocuments implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration EXCHANGE_LIMIT = Duration.ofSeconds(60);
    private static final int LARGEST_BYTES = 16 << 20;
    private static final int NOT_MODIFIED = 304;

    private record Mark(Optional<String> tag, Optional<String> modified) {}

    /** Made when first needed: a client sets up TLS, and every start of a desk would wait for it. */
    private final Map<HttpClient.Redirect, HttpClient> clients = new EnumMap<>(HttpClient.Redirect.class);

    private boolean closed;

    private final Map<URI, Mark> marks = new ConcurrentHashMap<>();

    private final Duration exchangeLimit;

    public WebDocuments() {
        this(EXCHANGE_LIMIT);
    }

    /** {@code exchangeLimit} is how long a document may take from the question to its last byte. */
    public WebDocuments(Duration exchangeLimit) {
        this.exchangeLimit = exchangeLimit;
    }

    private synchronized HttpClient client(HttpClient.Redirect redirect) {
        return clients.computeIfAbsent(redirect, each -> {
            HttpClient made = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_LIMIT)
                    .followRedirects(each)
                    .build();
            if (closed) {
                made.shutdownNow();
            }
            return made;
        });
    }

    /** The document, or empty when it is the same as last time. Blocks; meant for a virtual thread. */
    public Optional<byte[]> fetch(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Sextant");
        headers.forEach(request::header);
        Mark mark = marks.get(address);
        if (mark != null) {
            mark.tag().ifPresent(tag -> request.header("If-None-Match", tag));
            mark.modified().ifPresent(time -> request.header("If-Modified-Since", time));
        }
        // A redirect would take the headers along to whatever host it names, and a key may be among them.
        HttpClient client = client(headers.isEmpty() ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER);
        HttpResponse<byte[]> response = exchange(address, client, request.build());
        if (response.statusCode() == NOT_MODIFIED) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new WebException(
                    address.getHost() + " answered with status " + response.statusCode(), response.statusCode());
        }
        byte[] document = unzipped(address, response);
        marks.put(
                address,
                new Mark(
                        response.headers().firstValue("ETag"),
                        response.headers().firstValue("Last-Modified")));
        return Optional.of(document);
    }

    /** The whole exchange with one deadline: the client's own ends with the headers, and a body may never come. */
    private HttpResponse<byte[]> exchange(URI address, HttpClient through, HttpRequest request)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                through.sendAsync(request, head -> new CappedBody(LARGEST_BYTES, tooLarge(address)));
        try {
            return answer.get(exchangeLimit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new WebException(address.getHost() + " did not send its document in time");
        } catch (ExecutionException e) {
            throw failure(address, e);
        } finally {
            answer.cancel(true);
        }
    }

    private static IOException failure(URI address, ExecutionException e) {
        return switch (e.getCause()) {
            case WebException said -> said;
            case IOException broken ->
                new WebException(address.getHost() + " cannot be reached (" + kind(broken) + ")");
            case null, default -> throw new IllegalStateException("an exchange failed in a way of its own", e);
        };
    }

    private static byte[] unzipped(URI address, HttpResponse<byte[]> response) throws IOException {
        boolean zipped = response.headers().allValues("Content-Encoding").contains("gzip");
        if (!zipped) {
            return response.body();
        }
        try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] document = body.readNBytes(LARGEST_BYTES + 1);
            if (document.length > LARGEST_BYTES) {
                throw new WebException(tooLarge(address));
            }
            return document;
        }
    }

    private static String tooLarge(URI address) {
        return address.getHost() + " sent more than " + (LARGEST_BYTES >> 20) + " MB";
    }

    /** The exception's own message may hold the address with its key. */
    private static String kind(IOException e) {
        return switch (e) {
            case java.net.http.HttpTimeoutException timeout -> "no answer in time";
            case java.net.ConnectException refused -> "no connection";
            default -> e.getClass().getSimpleName();
        };
    }

    @Override
    public synchronized void close() {
        closed = true;
        clients.values().forEach(HttpClient::shutdownNow);
    }
}
