package io.sextant.reference.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * Fetches documents. What has not changed since last time is not fetched again (ETag, Last-Modified). Redirects are followed only
 * without leaving https, and a document larger than any honest one is refused before it fills the memory.
 */
public final class WebDocuments implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final int LARGEST_BYTES = 16 << 20;
    private static final int NOT_MODIFIED = 304;

    private record Mark(Optional<String> tag, Optional<String> modified) {}

    private final HttpClient client = client(HttpClient.Redirect.NORMAL);

    /** A redirect would take the headers along to whatever host it names, and a key may be among them. */
    private final HttpClient staying = client(HttpClient.Redirect.NEVER);

    private final Map<URI, Mark> marks = new ConcurrentHashMap<>();

    private static HttpClient client(HttpClient.Redirect redirect) {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(redirect)
                .build();
    }

    /** The document, or empty when it is the same as last time. Blocks; meant for a virtual thread. */
    public Optional<byte[]> fetch(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_LIMIT)
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Sextant");
        headers.forEach(request::header);
        Mark mark = marks.get(address);
        if (mark != null) {
            mark.tag().ifPresent(tag -> request.header("If-None-Match", tag));
            mark.modified().ifPresent(time -> request.header("If-Modified-Since", time));
        }
        HttpResponse<InputStream> response;
        try {
            response = (headers.isEmpty() ? client : staying)
                    .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new WebException(address.getHost() + " cannot be reached (" + kind(e) + ")");
        }
        try (InputStream body = response.body()) {
            if (response.statusCode() == NOT_MODIFIED) {
                return Optional.empty();
            }
            if (response.statusCode() != 200) {
                throw new WebException(
                        address.getHost() + " answered with status " + response.statusCode(), response.statusCode());
            }
            byte[] document = read(address, body, response.headers().map());
            marks.put(
                    address,
                    new Mark(
                            response.headers().firstValue("ETag"),
                            response.headers().firstValue("Last-Modified")));
            return Optional.of(document);
        }
    }

    private static byte[] read(URI address, InputStream body, Map<String, List<String>> headers) throws IOException {
        boolean zipped = new HashMap<>(headers)
                .entrySet().stream()
                        .filter(header ->
                                header.getKey().toLowerCase(Locale.ROOT).equals("content-encoding"))
                        .anyMatch(header -> header.getValue().contains("gzip"));
        byte[] document = (zipped ? new GZIPInputStream(body) : body).readNBytes(LARGEST_BYTES + 1);
        if (document.length > LARGEST_BYTES) {
            throw new WebException(address.getHost() + " sent more than " + (LARGEST_BYTES >> 20) + " MB");
        }
        return document;
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
    public void close() {
        client.shutdownNow();
        staying.shutdownNow();
    }
}
