package io.sextant.notify.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertChannel.Kind;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.notify.send.NotSent.Fate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouriersTest {

    private static final String TOKEN = "123456:secret-token";
    private static final Message MESSAGE = new Message(
            42, AlertPriority.ERROR, "bas", "Prix bas à l’aube", "BTC-USDT ≤ 50 000: 49 990", "price x", "49990", 7);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> headers = new HashMap<>();
    private Couriers couriers = waiting(Duration.ofSeconds(60));
    private HttpServer http;
    private FakeSmtp smtp;
    private int status = 200;
    private String body = "{\"ok\":true}";
    private String secret = TOKEN;
    private String retryAfter = "";
    private boolean silent;
    private boolean stalls;
    private boolean echoes;

    private static Couriers waiting(Duration patience) {
        return Couriers.of(
                () -> 1_700_000_000_000_000_000L, "Linux", patience, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @BeforeEach
    void serve() throws IOException {
        smtp = new FakeSmtp();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestURI().getPath() + " " + said);
            exchange.getRequestHeaders().forEach((key, values) -> headers.put(key, values.getFirst()));
            if (silent) {
                return;
            }
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            if (stalls) {
                exchange.sendResponseHeaders(status, 1_000);
                exchange.getResponseBody().write('n');
                exchange.getResponseBody().flush();
                return;
            }
            if (echoes) {
                body = exchange.getRequestHeaders().getFirst("Authorization");
            }
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void close() {
        http.stop(0);
        smtp.close();
    }

    private VenueKey key() {
        return new VenueKey(
                VenueAccount.parse("telegram/main"),
                VenueNet.LIVE,
                Secret.of("user@example.org"),
                Secret.of(secret),
                Secret.empty(),
                WithdrawalRight.NOT_TOLD);
    }

    private AlertChannel channel(Kind kind) {
        String url = "http://127.0.0.1:" + http.getAddress().getPort();
        Map<String, String> options = switch (kind) {
            case TELEGRAM -> Map.of("chat", "99", "url", url);
            case SMS -> Map.of("url", url + "/sms", "to", "+33600000000", "textfield", "body");
            case WEBHOOK -> Map.of("url", url + "/hook");
            case EMAIL -> mail("none");
            case DESKTOP, SOUND, VOICE -> Map.of();
        };
        return new AlertChannel("c", kind, options, Optional.empty(), 30, true);
    }

    private Map<String, String> mail(String security) {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(smtp.port()),
                "security",
                security,
                "from",
                "desk@example.org",
                "to",
                "me@example.org");
    }

    private void send(AlertChannel channel) throws NotSent {
        try (VenueKey key = key()) {
            couriers.find(channel.kind()).orElseThrow().send(channel, Optional.of(key), MESSAGE);
        }
    }

    private NotSent failed(AlertChannel channel) {
        NotSent failed = catchThrowableOfType(NotSent.class, () -> send(channel));
        assertThat(failed).isNotNull();
        assertThat(failed.getMessage())
                .doesNotContain(TOKEN)
                .doesNotContain(Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8)));
        return failed;
    }

    @Test
    void aBotIsToldItsChatAndTheText() throws Exception {
        send(channel(Kind.TELEGRAM));
        assertThat(requests)
                .containsExactly("/bot" + TOKEN
                        + "/sendMessage {\"chat_id\":\"99\",\"text\":\"Prix bas à l’aube: BTC-USDT ≤ 50 000: 49 990\","
                        + "\"disable_notification\":false}");
    }

    @Test
    void aGatewayIsToldInItsOwnWordsWhoItIs() throws Exception {
        send(channel(Kind.SMS));
        assertThat(requests.getFirst()).startsWith("/sms {\"to\":\"+33600000000\",\"body\":\"Prix bas");
        assertThat(headers.get("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString(("user@example.org:" + TOKEN).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aWebhookIsSignedAndNumberedSoThatARepetitionIsKnown() throws Exception {
        send(channel(Kind.WEBHOOK));
        String json = requests.getFirst().substring("/hook ".length());
        assertThat(json)
                .contains("\"number\":42")
                .contains("\"value\":\"49990\"")
                .contains("\"priority\":\"ERROR\"");
        assertThat(headers.get("Idempotency-key")).isEqualTo("sextant-42");
        assertThat(headers.get("X-sextant-signature")).isEqualTo("sha256=" + Webhook.signature(json, TOKEN));
        // RFC 4231, test case 2.
        assertThat(Webhook.signature("what do ya want for nothing?", "Jefe"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @CsvSource({"400, NEVER", "401, NEVER", "404, NEVER", "302, NEVER", "429, LATER", "500, LATER", "503, LATER"})
    void anAnswerThatIsNoYesIsANoForNowOrForever(int code, Fate fate) {
        status = code;
        body = "no " + TOKEN + " here";
        NotSent failed = failed(channel(Kind.WEBHOOK));
        assertThat(failed.fate()).isEqualTo(fate);
        assertThat(failed).hasMessage("127.0.0.1 answered " + code + " no *** here");
    }

    @Test
    void aServerThatWantsToBeLeftAloneSaysHowLong() {
        status = 429;
        retryAfter = "77";
        assertThat(failed(channel(Kind.SMS)).retrySeconds()).hasValue(77);
    }

    @Test
    void anAnswerThatNeverComesLeavesItUnknownAndNobodyAtHomeIsForLater() throws Exception {
        silent = true;
        couriers = waiting(Duration.ofSeconds(2));
        assertThat(failed(channel(Kind.WEBHOOK)).fate()).isEqualTo(Fate.UNKNOWN);
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        AlertChannel away = new AlertChannel(
                "c", Kind.WEBHOOK, Map.of("url", "http://127.0.0.1:" + nobody), Optional.empty(), 30, false);
        assertThat(failed(away).fate()).isEqualTo(Fate.LATER);
    }

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({"200, DELIVERED", "404, NEVER", "503, LATER"})
    void aServerThatStallsAfterItsHeadersHasToldEnough(int code, String fate) throws Exception {
        stalls = true;
        status = code;
        couriers = waiting(Duration.ofSeconds(2));
        if (fate.equals("DELIVERED")) {
            send(channel(Kind.WEBHOOK));
        } else {
            assertThat(failed(channel(Kind.WEBHOOK)).fate()).isEqualTo(Fate.valueOf(fate));
        }
        assertThat(requests).hasSize(1);
    }

    @Test
    @Timeout(60)
    void aMailServerThatDripsIsNotListenedToForever() {
        smtp.answers.put("greeting", FakeSmtp.DRIP);
        couriers = waiting(Duration.ofMillis(300));
        NotSent failed = failed(channel(Kind.EMAIL));
        assertThat(failed.fate()).isEqualTo(Fate.LATER);
        assertThat(failed).hasMessage("127.0.0.1 did not answer in time");
    }

    @Test
    void whoEchoesUserAndPasswordTogetherIsNotQuoted() {
        status = 400;
        echoes = true;
        assertThat(failed(channel(Kind.SMS))).hasMessage("127.0.0.1 answered 400 Basic ***");

        String together =
                Base64.getEncoder().encodeToString(("\0user@example.org\0" + TOKEN).getBytes(StandardCharsets.UTF_8));
        smtp.answers.put("RCPT", "550 AUTH PLAIN " + together);
        assertThat(failed(channel(Kind.EMAIL))).hasMessage("the mail server says: 550 AUTH PLAIN ***");
    }

    @Test
    void anAddressThatIsItselfSecretComesFromTheVault() throws Exception {
        AlertChannel hidden = new AlertChannel(
                "c", Kind.WEBHOOK, Map.of(), Optional.of(VenueAccount.parse("webhook/main")), 30, false);
        assertThat(failed(hidden).fate()).isEqualTo(Fate.NEVER);
        assertThat(requests).isEmpty();

        secret = "http://127.0.0.1:" + http.getAddress().getPort() + "/T000/B000/XXXX";
        send(hidden);
        assertThat(requests.getFirst()).startsWith("/T000/B000/XXXX {");
        assertThat(headers).doesNotContainKey("X-sextant-signature");
        status = 404;
        body = "no such place: " + secret;
        assertThat(failed(hidden)).hasMessage("127.0.0.1 answered 404 no such place: ***");
    }

    @Test
    void aMailIsHandedOverWithAllItsLettersAndNoHeaderOfTheTextsOwn() throws Exception {
        send(channel(Kind.EMAIL));
        assertThat(smtp.heard.get(0)).startsWith("EHLO ");
        assertThat(smtp.heard.get(1))
                .isEqualTo("AUTH PLAIN "
                        + Base64.getEncoder()
                                .encodeToString(("\0user@example.org\0" + TOKEN).getBytes(StandardCharsets.UTF_8)));
        assertThat(smtp.heard)
                .contains("MAIL FROM:<desk@example.org>", "RCPT TO:<me@example.org>", "To: me@example.org")
                .contains("Date: Tue, 14 Nov 2023 22:13:20 GMT");
        String text = smtp.heard.subList(smtp.heard.indexOf("") + 1, smtp.heard.indexOf(".")).stream()
                .collect(Collectors.joining());
        assertThat(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
                .isEqualTo("BTC-USDT ≤ 50 000: 49 990\n");
        assertThat(MailText.header("a\r\nBcc: x@y.z")).isEqualTo("a Bcc: x@y.z");
        String words = MailText.header("Sextant: " + "à l’aube ".repeat(12));
        assertThat(words.lines()).allMatch(line -> line.strip().length() <= 75);
        assertThat(words.lines()
                        .map(line -> line.strip().replace("=?utf-8?B?", "").replace("?=", ""))
                        .map(word -> new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8))
                        .collect(Collectors.joining()))
                .isEqualTo("Sextant: " + "à l’aube ".repeat(12));
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, 421 busy, LATER",
        "AUTH, 535 no, NEVER",
        "AUTH, 454 not now, LATER",
        "RCPT, 550 nobody, NEVER",
        "RCPT, 450 grey list, LATER",
        "DATA, hang up, LATER",
        "DATA, silence, LATER",
        "., 552 too much, NEVER",
        "., 451 not now, LATER",
        "., hang up, UNKNOWN",
        "., silence, UNKNOWN",
        "., nonsense, UNKNOWN"
    })
    void whatTheMailServerSaysDecidesWhetherTheMailMayHaveArrived(String verb, String answer, Fate fate) {
        smtp.answers.put(verb, answer);
        couriers = waiting(Duration.ofSeconds(answer.equals(FakeSmtp.SILENCE) ? 2 : 60));
        assertThat(failed(channel(Kind.EMAIL)).fate()).isEqualTo(fate);
    }

    @Test
    void aMailServerWithoutEncryptionIsToldNothing() {
        AlertChannel channel = new AlertChannel("c", Kind.EMAIL, mail("starttls"), Optional.empty(), 30, false);
        NotSent failed = failed(channel);
        assertThat(failed.fate()).isEqualTo(Fate.NEVER);
        assertThat(failed).hasMessageContaining("does not offer encryption");
        assertThat(smtp.heard).noneMatch(line -> line.startsWith("AUTH"));

        Map<String, String> far = new HashMap<>(mail("none"));
        far.put("host", "mail.example.org");
        assertThat(failed(new AlertChannel("c", Kind.EMAIL, far, Optional.empty(), 30, false)))
                .hasMessageContaining("unencrypted to this machine only");
    }

    @Test
    void withoutItsTokenABotSaysNothing() {
        AlertChannel channel = channel(Kind.TELEGRAM);
        NotSent failed = catchThrowableOfType(
                NotSent.class,
                () -> couriers.find(Kind.TELEGRAM).orElseThrow().send(channel, Optional.empty(), MESSAGE));
        assertThat(failed.fate()).isEqualTo(Fate.NEVER);
        assertThat(requests).isEmpty();
    }
}
