package io.sextant.voice.ownmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sextant.domain.vault.Secret;
import io.sextant.voice.assistant.Fact;
import io.sextant.voice.language.Language;
import io.sextant.voice.ownmodel.ModelAnswer.Failed;
import io.sextant.voice.ownmodel.ModelAnswer.Trouble;
import io.sextant.voice.ownmodel.ModelAnswer.Unfounded;
import io.sextant.voice.ownmodel.ModelAnswer.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a server on loopback that keeps all that it was sent. */
class OwnModelTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Fact> FACTS =
            List.of(new Fact("price", "63,998.50", "market:BTC-USDT"), new Fact("fills", "3", "journal"));

    /** What left this machine: the request line, its headers and its body. */
    private record Seen(String method, String path, Map<String, List<String>> headers, String body) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private String answer = "";
    private boolean stall;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void over() {
        end.countDown();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        seen.add(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (stall) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String said(String words) {
        return JSON.writeValueAsString(
                Map.of("choices", List.of(Map.of("message", Map.of("role", "assistant", "content", words)))));
    }

    private ModelAnswer ask(Optional<Secret> key, Duration patience) {
        ModelPlace place = ModelPlace.find(
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1", "small-one")
                .orElseThrow();
        try (OwnModel model = new OwnModel(patience)) {
            return model.ask(place, key, "Why did it fall?", FACTS, Language.ENGLISH);
        }
    }

    private ModelAnswer ask() {
        return ask(Optional.empty(), Duration.ofSeconds(20));
    }

    @Test
    void nothingButTheQuestionTheFactsAndTheRuleLeave() {
        answer = said("Bitcoin is at 63,998.50.");

        assertThat(ask(Optional.of(Secret.of("sk-test")), Duration.ofSeconds(20)))
                .isEqualTo(new Words("Bitcoin is at 63,998.50."));

        assertThat(seen).hasSize(1);
        Seen only = seen.getFirst();
        assertThat(only.method()).isEqualTo("POST");
        assertThat(only.path()).isEqualTo("/v1/chat/completions");
        assertThat(only.headers().keySet().stream().map(String::toLowerCase))
                .containsExactlyInAnyOrder("authorization", "content-type", "content-length", "host", "user-agent");
        assertThat(only.headers().get("Authorization")).containsExactly("Bearer sk-test");
        JsonNode body = JSON.readTree(only.body());
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("model", "temperature", "stream", "messages");
        assertThat(body.path("model").asString()).isEqualTo("small-one");
        assertThat(body.path("messages").size()).isEqualTo(2);
        assertThat(body.path("messages").path(0).path("content").asString()).doesNotContainPattern("\\d");
        JsonNode told =
                JSON.readTree(body.path("messages").path(1).path("content").asString());
        assertThat(told).isEqualTo(JSON.readTree("""
                        {"question": "Why did it fall?",
                         "facts": [{"name": "price", "value": "63,998.50", "source": "market:BTC-USDT"},
                                   {"name": "fills", "value": "3", "source": "journal"}]}"""));
    }

    @Test
    void withoutAKeyNoneIsSent() {
        answer = said("Nothing to add.");

        assertThat(ask()).isInstanceOf(Words.class);
        assertThat(seen.getFirst().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void anInventedFigureRefusesTheWholeAnswer() {
        answer = said("Bitcoin is at 63,998.50 and will reach 70,000.");

        assertThat(ask()).isEqualTo(new Unfounded(List.of("70,000")));
    }

    @Test
    void everyWayToFailIsTold() throws IOException {
        status = 401;
        assertThat(ask()).isEqualTo(new Failed(Trouble.NOT_ALLOWED, ""));
        status = 302;
        assertThat(ask()).as("a redirect is not followed").isEqualTo(new Failed(Trouble.STATUS, "302"));
        status = 500;
        assertThat(ask()).isEqualTo(new Failed(Trouble.STATUS, "500"));
        status = 200;
        for (String broken : List.of(
                "", "no json", "{}", "{\"choices\":[]}", said("  "), "{\"choices\":[{\"message\":{\"content\":7}}]}")) {
            answer = broken;
            assertThat(ask()).as(broken).isEqualTo(new Failed(Trouble.NOT_UNDERSTOOD, ""));
        }
        answer = said("word ".repeat(2_000));
        assertThat(ask()).isEqualTo(new Failed(Trouble.TOO_LONG, ""));
        answer = said("word ".repeat(100_000));
        assertThat(ask()).isEqualTo(new Failed(Trouble.TOO_LONG, ""));
        stall = true;
        assertThat(ask(Optional.empty(), Duration.ofMillis(300))).isEqualTo(new Failed(Trouble.TOO_LATE, ""));
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        try (OwnModel model = new OwnModel(Duration.ofSeconds(20))) {
            assertThat(model.ask(
                            ModelPlace.find("http://localhost:" + nobody, "m").orElseThrow(),
                            Optional.empty(),
                            "",
                            FACTS,
                            Language.FRENCH))
                    .isEqualTo(new Failed(Trouble.UNREACHABLE, ""));
        }
    }

    @Test
    void factsGoEncryptedOrStayOnThisMachine() {
        assertThat(ModelPlace.find("https://models.example/v1/", "m")
                        .orElseThrow()
                        .address())
                .hasToString("https://models.example/v1/chat/completions");
        assertThat(ModelPlace.find("http://localhost:11434", "m").orElseThrow().address())
                .hasToString("http://localhost:11434/v1/chat/completions");
        for (String no : List.of(
                "http://models.example",
                "http://localhost.example",
                "ftp://localhost",
                "localhost:11434",
                "",
                "https://",
                "https://me:secret@models.example",
                "https://models.example/?key=1",
                "not an address")) {
            assertThat(ModelPlace.find(no, "m")).as(no).isEmpty();
        }
        assertThat(ModelPlace.find("https://models.example", " ")).isEmpty();
    }
}
