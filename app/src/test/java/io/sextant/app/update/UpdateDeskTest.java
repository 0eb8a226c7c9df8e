package io.sextant.app.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SeededRandom;
import io.sextant.remote.certificate.CertificateAuthority;
import io.sextant.remote.certificate.Tls;
import io.sextant.ui.shell.UpdateNews;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server on loopback: whoever wants no news asks nobody, and whoever does says nothing of himself and believes little. */
class UpdateDeskTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String NEWER =
            "{\"sextant-updates\": 1, \"version\": \"0.2.0\", \"page\": \"https://example.test/0.2\"}";

    @TempDir
    Path folder;

    /** What somebody does between the question and its answer. */
    private interface Meanwhile {
        void happens() throws IOException;
    }

    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-11-22T20:00:00Z").getEpochSecond() * 1_000_000_000);
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch stalling = new CountDownLatch(1);
    private volatile Meanwhile beforeTelling = () -> {};
    private HttpsServer server;
    private SSLContext trust;
    private volatile String answer = NEWER;
    private volatile int status = 200;

    @BeforeEach
    void serve() throws Exception {
        Instant today = Instant.now();
        CertificateAuthority authority = CertificateAuthority.create("test", today, new SeededRandom(1));
        CertificateAuthority.Issued own = authority.forServer(List.of("127.0.0.1"), today, Duration.ofDays(1));
        trust = Tls.context(Tls.trusted(List.of(authority.certificate())), Optional.empty());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Tls.context(
                Tls.trusted(List.of(authority.certificate())),
                Optional.of(Tls.own(List.of(own.certificate()), own.key())))));
        server.createContext("/updates.json", this::tell);
        server.createContext("/stalled", exchange -> {
            heard.add("stalled");
            stalling.countDown();
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
            awaitQuietly();
            exchange.close();
        });
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    @AfterEach
    void stop() {
        stalled.countDown();
        server.stop(0);
    }

    @Test
    void nobodyIsAskedUntilAPersonWantsIt() throws Exception {
        UpdateDesk desk = desk("0.1.0");

        UpdateNews news = desk.askIfDue();

        assertThat(news.asks()).isFalse();
        assertThat(heard).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aBuildWithoutAnAddressAsksOnlyWhereAPersonSays() {
        UpdateDesk desk = new UpdateDesk(folder, Optional.empty(), "0.1.0", new UpdateQuestion(), now::get);

        assertThatThrownBy(() -> desk.turn(true, Optional.empty()))
                .isInstanceOf(UpdateProblem.class)
                .hasMessageContaining("names no place");
        assertThat(desk.news().asks()).isFalse();
    }

    @Test
    void isAskedOnceADayAndTheAnswerIsRemembered() throws Exception {
        UpdateDesk desk = desk("0.1.0");
        desk.turn(true, Optional.empty());

        UpdateNews first = desk.askIfDue();
        now.addAndGet(Duration.ofHours(23).toNanos());
        UpdateNews soon = desk("0.1.0").askIfDue();
        int askedWithinADay = heard.size();
        now.addAndGet(Duration.ofHours(1).toNanos());
        desk.askIfDue();

        assertThat(first.newest()).contains("0.2.0");
        assertThat(first.newer()).isTrue();
        assertThat(first.page()).contains("https://example.test/0.2");
        assertThat(soon).isEqualTo(first);
        assertThat(askedWithinADay).isEqualTo(1);
        assertThat(heard).hasSize(2);
    }

    @Test
    void whoClosesTheProgramBeforeTheAnswerHasAskedToday() throws Exception {
        desk("0.1.0").turn(true, Optional.of(address("/stalled")));
        Thread asking = new Thread(() -> {
            try {
                desk("0.1.0").askIfDue();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        asking.start();
        stalling.await();

        UpdateNews meanwhile = desk("0.1.0").askIfDue();
        asking.interrupt();
        asking.join();
        UpdateNews later = desk("0.1.0").askIfDue();

        assertThat(meanwhile.askedAt()).contains(Instant.ofEpochSecond(0, now.get()));
        assertThat(meanwhile.trouble()).isEqualTo("none has come yet");
        assertThat(later).isEqualTo(meanwhile);
        assertThat(heard).containsExactly("stalled");
    }

    @Test
    void whoSaysNoWhileTheAnswerIsAwaitedIsNotAskedForAgain() throws Exception {
        UpdateDesk desk = desk("0.1.0");
        desk.turn(true, Optional.empty());
        beforeTelling = () -> desk("0.1.0").turn(false);

        UpdateNews news = desk.ask();

        assertThat(news.asks()).isFalse();
        assertThat(news.newest()).contains("0.2.0");
        assertThat(desk("0.1.0").news()).isEqualTo(news);
    }

    @Test
    void anAnswerThatComesWhenAnotherPlaceWasNamedSaysNothingOfIt() throws Exception {
        UpdateDesk desk = desk("0.1.0");
        desk.turn(true, Optional.empty());
        beforeTelling = () -> desk("0.1.0").turn(true, Optional.of("https://127.0.0.1/elsewhere"));

        UpdateNews news = desk.ask();

        assertThat(news.address()).contains("https://127.0.0.1/elsewhere");
        assertThat(news.newest()).isEmpty();
        assertThat(news.askedAt()).isEmpty();
    }

    @Test
    void theQuestionSaysNothingOfWhoAsks() throws Exception {
        UpdateDesk desk = desk("0.1.0");
        desk.turn(true, Optional.empty());

        desk.ask();

        assertThat(heard)
                .singleElement()
                .asString()
                .isEqualTo("GET /updates.json accept=[application/json]" + " host=[127.0.0.1] user-agent=[Sextant]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "{}",
                "{\"sextant-updates\":1}",
                "{\"sextant-updates\":1,\"version\":\"../0.2\"}",
                "[]"
            })
    void whatIsNoAnswerIsNotedAndBelievedInNothing(String said) throws Exception {
        answer = said;
        UpdateDesk desk = desk("0.1.0");
        desk.turn(true, Optional.empty());

        UpdateNews news = desk.ask();

        assertThat(news.trouble()).isNotEmpty();
        assertThat(news.newest()).isEmpty();
        assertThat(news.newer()).isFalse();
    }

    @Test
    void aFailureIsTriedAgainAfterADayAndKeepsWhatWasKnown() throws Exception {
        UpdateDesk desk = desk("0.1.0");
        desk.turn(true, Optional.empty());
        desk.ask();
        status = 503;
        now.addAndGet(Duration.ofDays(1).toNanos());

        UpdateNews failed = desk.askIfDue();
        desk.askIfDue();

        assertThat(failed.trouble()).isEqualTo("127.0.0.1 answered with status 503");
        assertThat(failed.newest()).contains("0.2.0");
        assertThat(heard).hasSize(2);
    }

    @Test
    void anAnswerThatIsTooLongNeverEndsOrLeadsElsewhereIsRefused() throws Exception {
        answer = "{\"sextant-updates\":1,\"version\":\"0.2.0\",\"x\":\"" + "x".repeat(UpdateQuestion.LARGEST_BYTES)
                + "\"}";
        assertThat(asked(address("/updates.json"), LIMIT)).isEqualTo("127.0.0.1 sent more than 16 kB");
        status = 302;
        assertThat(asked(address("/updates.json"), LIMIT)).isEqualTo("127.0.0.1 answered with status 302");
        assertThat(asked(address("/stalled"), SHORT)).isEqualTo("127.0.0.1 did not answer in time");
    }

    @Test
    void aServerThatProvesNothingIsNotBelieved() throws Exception {
        UpdateDesk desk =
                new UpdateDesk(folder, Optional.of(address("/updates.json")), "0.1.0", new UpdateQuestion(), now::get);
        desk.turn(true, Optional.empty());

        assertThat(desk.ask().trouble()).isEqualTo("127.0.0.1 does not prove who it is");
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/x",
                "file:///etc/passwd",
                "https:///x",
                "https://me:secret@127.0.0.1/x",
                "https://127.0.0.1/x?id=7",
                "not an address",
                "x"
            })
    void onlyAPlainHttpsAddressIsTaken(String address) {
        assertThatThrownBy(() -> desk("0.1.0").turn(true, Optional.of(address))).isInstanceOf(UpdateProblem.class);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1.0, 0.2.0, true",
        "0.2.0, 0.2.0, false",
        "0.10.0, 0.9.9, false",
        "0.9.9, 0.10, true",
        "1, 1.0.0, false",
        "0.2.0-SNAPSHOT, 0.2.0, true",
        "0.3.0-SNAPSHOT, 0.2.0, false",
        "development, 9.9, false"
    })
    void versionsAreComparedNumberByNumber(String own, String told, boolean newer) throws Exception {
        NewestVersion newest =
                NewestVersion.read(("{\"sextant-updates\":2,\"version\":\"" + told + "\",\"page\":\"http://x/\"}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(newest.isNewerThan(own)).isEqualTo(newer);
        assertThat(newest.page()).isEmpty();
    }

    @Test
    void aDamagedFileMeansNo() throws Exception {
        Files.writeString(folder.resolve(UpdateDesk.NAME), "asks=\\u12\n");

        assertThat(desk("0.1.0").news().asks()).isFalse();
    }

    private String asked(String address, Duration limit) throws Exception {
        UpdateDesk desk = new UpdateDesk(
                folder, Optional.empty(), "0.1.0", new UpdateQuestion(Optional.of(trust), limit), now::get);
        desk.turn(true, Optional.of(address));
        return desk.ask().trouble();
    }

    private UpdateDesk desk(String version) {
        Clock clock = now::get;
        return new UpdateDesk(
                folder,
                Optional.of(address("/updates.json")),
                version,
                new UpdateQuestion(Optional.of(trust), LIMIT),
                clock);
    }

    private String address(String path) {
        return "https://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void tell(HttpExchange exchange) throws IOException {
        StringBuilder request = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.getRequestHeaders().entrySet().stream()
                .filter(header -> !List.of("connection", "content-length")
                        .contains(header.getKey().toLowerCase(java.util.Locale.ROOT)))
                .map(header -> " " + header.getKey().toLowerCase(java.util.Locale.ROOT) + "="
                        + header.getValue().stream()
                                .map(value -> value.replaceAll(":\\d+$", ""))
                                .toList())
                .sorted()
                .forEach(request::append);
        heard.add(request.toString());
        beforeTelling.happens();
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", address("/stalled"));
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitQuietly() {
        try {
            stalled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
