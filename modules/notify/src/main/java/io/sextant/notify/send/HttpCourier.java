package io.sextant.notify.send;

import io.sextant.domain.vault.VenueKey;
import io.sextant.notify.send.NotSent.Fate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request that carries one message. An answer of 2xx means that it arrived; any other answer that it did not; an answer that never came
 * after the connection stood, that nobody knows.
 */
final class HttpCourier {

    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final long LONGEST_REST_SECONDS = 3_600;
    private static final int MOST_BYTES = 8_192;

    private final Duration patience;
    private @Nullable HttpClient client;

    HttpCourier(Duration patience) {
        this.patience = patience;
    }

    /** Made when first something is sent: a client sets up TLS, and every start of a desk would wait for it. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(patience)
                    // A redirect could carry the secret elsewhere.
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        }
        return client;
    }

    void post(URI address, String json, Map<String, String> headers, Optional<VenueKey> key) throws NotSent {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        HttpResponse<String> answer;
        try {
            answer = client().send(
                            request.build(),
                            info -> new BriefBody(info.statusCode() / 100 == 2 ? 0 : MOST_BYTES, patience));
        } catch (HttpConnectTimeoutException | ConnectException | UnresolvedAddressException e) {
            throw new NotSent(Fate.LATER, host(address) + " cannot be reached");
        } catch (HttpTimeoutException e) {
            throw new NotSent(Fate.UNKNOWN, host(address) + " did not answer in time");
        } catch (IOException e) {
            throw new NotSent(Fate.UNKNOWN, "the connection to " + host(address) + " broke before it answered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent(Fate.UNKNOWN, "the desk closed before " + host(address) + " answered");
        }
        judge(address, answer, key);
    }

    private static void judge(URI address, HttpResponse<String> answer, Optional<VenueKey> key) throws NotSent {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return;
        }
        String said = host(address) + " answered " + status + " " + Hushed.of(answer.body(), key);
        boolean later = status == TOO_MANY || status == REQUEST_TIMEOUT || status / 100 == 5;
        long rest = answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Math.min(LONGEST_REST_SECONDS, Long.parseLong(text)))
                .orElse(-1L);
        throw new NotSent(later ? Fate.LATER : Fate.NEVER, said.strip(), rest);
    }

    /** Never the whole address: a bot's token stands in it. */
    private static String host(URI address) {
        return String.valueOf(address.getHost());
    }
}
