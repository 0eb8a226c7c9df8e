package io.sextant.exchange.http;

import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import io.sextant.exchange.port.VenueException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Asks for JSON over HTTP; every way to fail is a {@link VenueException}. Thread-safe. */
public final class JsonRequests {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    /** Many times the longest answer there is, and little memory. */
    static final int MOST_BYTES = 64 * 1_024 * 1_024;

    private static final int BANNED = 418;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    private final String address;
    private final Duration longest;

    public JsonRequests(String address) {
        this(address, ANSWER_TIMEOUT);
    }

    /** {@code longest} is the time for a whole answer, its last byte included. */
    JsonRequests(String address, Duration longest) {
        this.address = address;
        this.longest = longest;
    }

    /** Reads an answer. */
    @FunctionalInterface
    public interface Reading<R> {

        R of(JsonNode answer) throws UnreadableException;
    }

    public <R> R get(String path, Map<String, String> query, Reading<R> reading) throws VenueException {
        HttpResponse<String> response = send(path, query);
        int status = response.statusCode();
        if (status == TOO_MANY_REQUESTS || status == BANNED) {
            throw VenueException.throttled("status " + status, retryAfterNanos(response));
        }
        if (status >= 400) {
            VenueException.Kind kind = status >= 500 ? VenueException.Kind.UNREACHABLE : VenueException.Kind.REFUSED;
            throw new VenueException(kind, "status " + status + " for " + path);
        }
        try {
            return reading.of(Fields.parse(response.body()));
        } catch (UnreadableException | ArithmeticException | IllegalArgumentException e) {
            throw new VenueException(VenueException.Kind.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private HttpResponse<String> send(String path, Map<String, String> query) throws VenueException {
        String parameters = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + path + (parameters.isEmpty() ? "" : "?" + parameters)))
                .header("Accept", "application/json")
                .header("User-Agent", "Sextant")
                .build();
        // The client's own timeout ends with the headers; a server may fall silent after them.
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), MOST_BYTES));
        try {
            return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String sentence = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw new VenueException(VenueException.Kind.UNREACHABLE, sentence, cause);
        } catch (TimeoutException e) {
            throw new VenueException(
                    VenueException.Kind.UNREACHABLE, "no whole answer in " + longest.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueException(VenueException.Kind.UNREACHABLE, "interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static long retryAfterNanos(HttpResponse<?> response) {
        try {
            return response.headers().firstValueAsLong("Retry-After").orElse(0) * SECOND_NANOS;
        } catch (NumberFormatException notSeconds) {
            return 0;
        }
    }
}
