package io.sextant.voice.ownmodel;

import io.sextant.domain.vault.Secret;
import io.sextant.voice.assistant.Fact;
import io.sextant.voice.language.Language;
import io.sextant.voice.ownmodel.ModelAnswer.Failed;
import io.sextant.voice.ownmodel.ModelAnswer.Trouble;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a person's own language model, by the interface that OpenAI's chat completions made common, to put facts into words. What leaves this
 * machine is the question, the facts of the answer that the desk gave itself, and how to go about it; nothing else is known here that could.
 */
public final class OwnModel implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final long MOST_BYTES = 262_144;
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_QUESTION = 500;

    private final Duration patience;
    private @Nullable HttpClient client;
    private boolean closed;

    public OwnModel(Duration patience) {
        this.patience = patience;
    }

    /** Made when first something is asked: a client sets up TLS, and every start of a desk would wait for it. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(patience)
                    // A redirect would carry facts and key to somebody whom nobody chose.
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            if (closed) {
                client.shutdownNow();
            }
        }
        return client;
    }

    /** Waits for the answer. Facts that hold nothing are not sent. */
    public ModelAnswer ask(
            ModelPlace place, Optional<Secret> key, String question, List<Fact> facts, Language language) {
        HttpRequest.Builder request = HttpRequest.newBuilder(place.address())
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body(place.model(), question, facts, language), StandardCharsets.UTF_8));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
        CompletableFuture<HttpResponse<String>> asked = client().sendAsync(
                        request.build(),
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
        try {
            // The whole answer in this time: the client's own patience ends with the first line of it.
            HttpResponse<String> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return read(answer, facts, language);
        } catch (TimeoutException late) {
            asked.cancel(true);
            return new Failed(Trouble.TOO_LATE, "");
        } catch (ExecutionException failed) {
            return new Failed(why(failed), "");
        } catch (InterruptedException closing) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new Failed(Trouble.BROKEN, "");
        }
    }

    private static Trouble why(ExecutionException failed) {
        return switch (failed.getCause()) {
            case null -> Trouble.BROKEN;
            case java.net.http.HttpConnectTimeoutException _,
                    java.net.ConnectException _,
                    java.nio.channels.UnresolvedAddressException _ -> Trouble.UNREACHABLE;
            case java.net.http.HttpTimeoutException _ -> Trouble.TOO_LATE;
            case IOException e when String.valueOf(e.getMessage()).contains("capacity") -> Trouble.TOO_LONG;
            default -> Trouble.BROKEN;
        };
    }

    private static String body(String model, String question, List<Fact> facts, Language language) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(
                "question", question.length() <= LONGEST_QUESTION ? question : question.substring(0, LONGEST_QUESTION));
        told.put(
                "facts",
                facts.stream()
                        .map(fact -> Map.of("name", fact.name(), "value", fact.value(), "source", fact.source()))
                        .toList());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", model);
        body.put("temperature", 0);
        body.put("stream", false);
        body.put(
                "messages",
                List.of(
                        Map.of("role", "system", "content", rule(language)),
                        Map.of("role", "user", "content", JSON.writeValueAsString(told))));
        return JSON.writeValueAsString(body);
    }

    private static String rule(Language language) {
        return switch (language) {
            case ENGLISH ->
                "You put facts of a trading desk into a few plain English sentences for its owner. Use nothing but the facts given."
                        + " Copy every figure exactly as it is written there; do not reckon, round, convert or add any, nor write numbers in words."
                        + " You cannot act. Where the facts do not answer the question, say so.";
            case FRENCH ->
                "Tu mets les faits d’un poste de trading en quelques phrases simples, en français, pour son propriétaire. N’utilise que les"
                        + " faits donnés. Recopie chaque chiffre exactement comme il y est écrit ; n’en calcule, n’arrondis, ne convertis ni"
                        + " n’ajoute aucun, et n’écris pas de nombre en lettres. Tu ne peux pas agir. Si les faits ne répondent pas à la question, dis-le.";
        };
    }

    private static ModelAnswer read(HttpResponse<String> answer, List<Fact> facts, Language language) {
        int status = answer.statusCode();
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return new Failed(Trouble.NOT_ALLOWED, "");
        }
        if (status != OK) {
            return new Failed(Trouble.STATUS, Integer.toString(status));
        }
        String words;
        try {
            JsonNode content = JSON.readTree(answer.body())
                    .path("choices")
                    .path(0)
                    .path("message")
                    .path("content");
            words = content.isString() ? content.asString().strip() : "";
        } catch (JacksonException notJson) {
            words = "";
        }
        if (words.isEmpty()) {
            return new Failed(Trouble.NOT_UNDERSTOOD, "");
        }
        if (words.length() > LONGEST_WORDS) {
            return new Failed(Trouble.TOO_LONG, "");
        }
        List<String> unfounded = FigureCheck.unfounded(words, facts, language);
        return unfounded.isEmpty() ? new ModelAnswer.Words(words) : new ModelAnswer.Unfounded(unfounded);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
        }
    }
}
