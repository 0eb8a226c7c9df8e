package io.sextant.app.update;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one small document by https. It says nothing of who asks, not even the version; it goes nowhere else than it was sent; and it ends after a
 * time and a length, whatever the other end does.
 */
public final class UpdateQuestion {

    static final int LARGEST_BYTES = 16 << 10;
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(20);

    private final Optional<SSLContext> trust;
    private final Duration limit;

    /** Trusts whom Java trusts. */
    public UpdateQuestion() {
        this(Optional.empty(), USUAL_LIMIT);
    }

    UpdateQuestion(Optional<SSLContext> trust, Duration limit) {
        this.trust = trust;
        this.limit = limit;
    }

    /** The address that a text is, or why it is none. */
    static URI address(String text) throws UpdateProblem {
        try {
            URI address = URI.create(text.strip());
            boolean safe =
                    String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT).equals("https")
                            && address.getHost() != null
                            && address.getUserInfo() == null
                            && address.getQuery() == null
                            && address.getFragment() == null;
            if (safe) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new UpdateProblem("'" + text + "' is no address");
        }
        throw new UpdateProblem("an address to ask is https://host/path, without user, question mark or #");
    }

    byte[] fetch(URI address) throws UpdateProblem, InterruptedException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit);
        trust.ifPresent(builder::sslContext);
        HttpClient client = builder.build();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("update-question").start(() -> {
            try {
                answer.complete(exchange(client, address));
            } catch (IOException | InterruptedException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new UpdateProblem(address.getHost() + " did not answer in time");
        } catch (ExecutionException | CompletionException e) {
            throw told(address, e.getCause());
        } finally {
            client.shutdownNow();
        }
    }

    private static byte[] exchange(HttpClient client, URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("User-Agent", "Sextant")
                .header("Accept", "application/json")
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new UpdateProblem(address.getHost() + " answered with status " + response.statusCode());
            }
            byte[] document = body.readNBytes(LARGEST_BYTES + 1);
            if (document.length > LARGEST_BYTES) {
                throw new UpdateProblem(address.getHost() + " sent more than " + (LARGEST_BYTES >> 10) + " kB");
            }
            return document;
        }
    }

    private static UpdateProblem told(URI address, @Nullable Throwable cause) {
        return switch (cause) {
            case UpdateProblem said -> said;
            case SSLException untrusted -> new UpdateProblem(address.getHost() + " does not prove who it is");
            case ConnectException nobody -> new UpdateProblem(address.getHost() + " cannot be reached");
            case null -> new UpdateProblem(address.getHost() + " cannot be asked");
            default ->
                new UpdateProblem(address.getHost() + " cannot be asked ("
                        + cause.getClass().getSimpleName() + ")");
        };
    }
}
