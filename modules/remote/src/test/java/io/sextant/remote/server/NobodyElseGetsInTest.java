package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.SteppedClock;
import io.sextant.domain.time.SystemClock;
import io.sextant.remote.certificate.CertificateAuthority;
import io.sextant.remote.certificate.Tls;
import io.sextant.remote.client.Line;
import io.sextant.remote.client.Proof;
import io.sextant.remote.client.SecureLines;
import io.sextant.remote.protocol.Protocol;
import io.sextant.remote.protocol.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in that is none. */
class NobodyElseGetsInTest {

    private static final Line.Listener NOBODY = new Line.Listener() {
        @Override
        public void heard(String text) {}

        @Override
        public void broken(String why) {}
    };

    @TempDir
    private Path folder;

    private Served served;

    @AfterEach
    void close() {
        assertThat(served.server.lines()).as("nobody sits there").isZero();
        assertThat(served.engine.done).as("nothing was done").isZero();
        served.close();
    }

    @Test
    void whoSpeaksInPlainText() throws Exception {
        served = new Served(folder);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("GET /v1/wire HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(socket.getInputStream()))
                    .doesNotContain("HTTP/1.1 101")
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void whoSpeaksOlderTls() throws Exception {
        served = new Served(folder);
        SSLContext trusting = Tls.context(Tls.trusted(List.of(served.authority.certificate())), Optional.empty());
        try (SSLSocket socket = (SSLSocket)
                trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), served.server.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void whoTrustsAnotherAuthority() {
        served = new Served(folder);
        Proof proof = served.withPassword("ada", Role.ADMIN);
        CertificateAuthority other = CertificateAuthority.create("other", Instant.now(), new SecureRandom());

        assertThatIOException()
                .isThrownBy(() ->
                        served.lines("127.0.0.1", other.certificate(), proof).open(NOBODY))
                .withMessageContaining("cannot be trusted");
    }

    @Test
    void whoAsksUnderANameThatTheCertificateDoesNotHave() throws Exception {
        served = new Served(folder);
        served.server.close();
        served.server = served.serve(
                served.authority.forServer(List.of("desk.example.org"), Instant.now(), Served.LASTS),
                true,
                ServerTerms.Limits.USUAL,
                new SystemClock());

        assertThatIOException()
                .isThrownBy(() ->
                        served.lines(served.withPassword("ada", Role.ADMIN)).open(NOBODY))
                .withMessageContaining("cannot be trusted");
    }

    @Test
    void whoMeetsAServerWhoseCertificateIsOver() throws Exception {
        served = new Served(folder);
        served.server.close();
        served.server = served.serve(
                served.authority.forServer(
                        List.of("127.0.0.1"), Instant.now().minus(Duration.ofDays(9)), Duration.ofDays(2)),
                true,
                ServerTerms.Limits.USUAL,
                new SystemClock());

        assertThatIOException()
                .isThrownBy(() ->
                        served.lines(served.withPassword("ada", Role.ADMIN)).open(NOBODY))
                .withMessageContaining("cannot be trusted");
    }

    @Test
    void whoHasNoCertificateWhereOnlyCertificatesCount() {
        served = new Served(folder, false, ServerTerms.Limits.USUAL, new SystemClock());

        refuses(served.lines(served.withPassword("ada", Role.ADMIN)));
    }

    @Test
    void whoseCertificateAnotherAuthoritySigned() {
        served = new Served(folder);
        CertificateAuthority other = CertificateAuthority.create("other", Instant.now(), new SecureRandom());

        refuses(served.lines(served.certified(other, "ada", Role.ADMIN, Instant.now(), Served.LASTS, true)));
    }

    @Test
    void whoseCertificateIsOver() {
        served = new Served(folder);

        refuses(served.lines(served.certified(
                served.authority,
                "ada",
                Role.ADMIN,
                Instant.now().minus(Duration.ofDays(9)),
                Duration.ofDays(2),
                true)));
    }

    @Test
    void whoseCertificateWasStruckOff() {
        served = new Served(folder);
        Proof proof = served.certified("ada", Role.ADMIN);
        served.users.put(served.users.find("ada").orElseThrow().withoutCertificates());

        assertThatIOException()
                .isThrownBy(() -> served.lines(proof).open(NOBODY))
                .withMessage("the server does not know who this is");
        assertThat(served.audited).containsExactly("nobody known at 127.0.0.1 was not let in");
    }

    @Test
    void whoShowsTheServersOwnCertificateAsHis() {
        served = new Served(folder);
        CertificateAuthority.Issued server =
                served.authority.forServer(List.of("127.0.0.1"), Instant.now(), Served.LASTS);

        refuses(served.lines(new Proof.ByCertificate(Tls.own(List.of(server.certificate()), server.key()))));
    }

    @Test
    void whoHasAWrongNameOrAWrongPasswordAndAfterFiveTriesEvenTheRightOne() {
        SteppedClock clock = new SteppedClock(1);
        served = new Served(folder, true, ServerTerms.Limits.USUAL, clock);
        Proof right = served.withPassword("ada", Role.ADMIN);

        for (String name : List.of("ada", "eve", "ada", "eve", "ada")) {
            assertThatIOException()
                    .isThrownBy(() -> served.lines(new Proof.ByPassword(name, "wrong horse battery"))
                            .open(NOBODY))
                    .withMessage("the name or the password is wrong");
        }
        assertThatIOException()
                .isThrownBy(() -> served.lines(right).open(NOBODY))
                .withMessageContaining("too many tries");

        clock.moveTo(Duration.ofSeconds(61).toNanos());
        assertThat(tokenStatus(served, "ada", Served.PASSWORD)).isEqualTo(200);
    }

    @Test
    void nobodyIsThereByDefault() {
        served = new Served(folder);
        assertThat(served.users.all()).isEmpty();
        for (String name : List.of("admin", "root", "sextant", "")) {
            assertThat(tokenStatus(served, name, name)).isEqualTo(401);
        }
    }

    @Test
    void whoseTokenIsInventedUsedUpOrTooOld() throws Exception {
        SteppedClock clock = new SteppedClock(1);
        served = new Served(folder, true, ServerTerms.Limits.USUAL, clock);
        served.withPassword("ada", Role.ADMIN);
        String token = token(served, "ada");

        WebSocket first = lineWith(token);
        first.abort();
        assertThat(statusOfLineWith(token)).as("replayed").isEqualTo(401);
        assertThat(statusOfLineWith("invented")).isEqualTo(401);
        assertThat(statusOfLineWith("")).isEqualTo(401);

        String old = token(served, "ada");
        clock.moveTo(Duration.ofMinutes(10).plusNanos(2).toNanos());
        assertThat(statusOfLineWith(old)).as("too old").isEqualTo(401);

        String ofNobody = token(served, "ada");
        served.users.remove("ada");
        assertThat(statusOfLineWith(ofNobody)).as("who is no user any more").isEqualTo(401);
        EngineServerTest.await(() -> served.server.lines() == 0);
    }

    @Test
    void whoSendsMoreThanNamesAndPasswordsNeed() throws Exception {
        served = new Served(folder);
        assertThat(tokenStatus(served, "ada", "x".repeat(4_000))).isEqualTo(413);
        HttpResponse<String> response = post(served, "not json");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("jetty");
        assertThat(response.headers().map()).doesNotContainKey("server");
    }

    private void refuses(SecureLines lines) {
        try {
            Line line = lines.open(NOBODY);
            // In TLS 1.3 a client may only learn of the refusal with its first words.
            line.close();
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        }
        assertThat(served.audited).noneMatch(line -> line.contains("came in"));
    }

    private WebSocket lineWith(String token) throws Exception {
        return client(served)
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(
                        URI.create("wss://127.0.0.1:" + served.server.port() + Protocol.WIRE),
                        new WebSocket.Listener() {})
                .get(60, TimeUnit.SECONDS);
    }

    private int statusOfLineWith(String token) throws Exception {
        try {
            lineWith(token).abort();
            return 101;
        } catch (ExecutionException refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    private static HttpClient client(Served served) {
        return HttpClient.newBuilder()
                .sslContext(Tls.context(Tls.trusted(List.of(served.authority.certificate())), Optional.empty()))
                .build();
    }

    private static HttpResponse<String> post(Served served, String body) {
        try (HttpClient client = client(served)) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + served.server.port() + Protocol.TOKEN))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String body(String user, String password) {
        return "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}";
    }

    private static int tokenStatus(Served served, String user, String password) {
        return post(served, body(user, password)).statusCode();
    }

    private static String token(Served served, String user) {
        String said = post(served, body(user, Served.PASSWORD)).body();
        return said.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static String answer(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException cut) {
            return "";
        }
    }
}
