package io.sextant.exchange.http;

import io.sextant.domain.order.RefusalCode;
import io.sextant.exchange.port.VenueException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The JDK's HTTP client and WebSocket. The client resends only what may be sent twice (GET), where {@code HttpURLConnection}, on
 * which XChange's requests rest, resends a POST of a connection that broke: an order must not go out that way.
 */
public final class JdkWire implements PrivateWire {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    private final String requestsAt;
    private final String streamsAt;
    private final Duration longest;

    public JdkWire(String requestsAt, String streamsAt) {
        this(requestsAt, streamsAt, ANSWER_TIMEOUT);
    }

    /** {@code longest} is the time for a whole answer, its last byte included. */
    public JdkWire(String requestsAt, String streamsAt, Duration longest) {
        this.requestsAt = requestsAt;
        this.streamsAt = streamsAt;
        this.longest = longest;
    }

    @Override
    public Answer send(String method, String pathAndQuery, Map<String, String> headers, String body)
            throws VenueException {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request(method, pathAndQuery, headers, body),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), JsonRequests.MOST_BYTES));
        try {
            HttpResponse<String> response = answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(response.statusCode(), response.body(), retryAfterNanos(response));
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

    private HttpRequest request(String method, String pathAndQuery, Map<String, String> headers, String body)
            throws VenueException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(requestsAt + pathAndQuery))
                .header("Accept", "application/json")
                .header("User-Agent", "Sextant")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        try {
            headers.forEach(request::header);
        } catch (IllegalArgumentException notAHeader) {
            // Its message quotes the value, which may be a key; so it is not handed on as the cause.
            throw VenueException.refused(
                    RefusalCode.VENUE_REFUSED, "the key has characters that no request can carry; nothing was sent");
        }
        return request.build();
    }

    @Override
    public MessageLine open(LineOwner owner) {
        return new TextSocket(streamsAt, new TextSocket.Owner() {

            @Override
            public void opened(TextSocket socket) {
                owner.opened(socket);
            }

            @Override
            public void read(TextSocket socket, String message) {
                owner.read(socket, message);
            }

            @Override
            public void closed(String why) {
                owner.closed(why);
            }
        });
    }

    private static long retryAfterNanos(HttpResponse<?> response) {
        try {
            return response.headers().firstValueAsLong("Retry-After").orElse(0) * SECOND_NANOS;
        } catch (NumberFormatException notSeconds) {
            return 0;
        }
    }
}
