package io.sextant.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.exchange.port.VenueException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that do not finish what they began to say. */
class JsonRequestsTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    @Timeout(20)
    void givesUpWhenAServerFallsSilentAfterItsHeaders() throws IOException {
        try (ServerSocket server = serving("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"half\":")) {
            assertThatThrownBy(() -> requests(server, SHORT).get("/", Map.of(), answer -> answer))
                    .isInstanceOfSatisfying(VenueException.class, problem -> {
                        assertThat(problem.kind()).isEqualTo(VenueException.Kind.UNREACHABLE);
                        assertThat(problem).hasMessageContaining("no whole answer in 300 ms");
                    });
        }
    }

    @Test
    @Timeout(20)
    void takesNoAnswerThatIsLargerThanAnyCouldBe() throws IOException {
        long tooMany = JsonRequests.MOST_BYTES + 1L;
        try (ServerSocket server = serving("HTTP/1.1 200 OK\r\nContent-Length: " + tooMany + "\r\n\r\n", tooMany)) {
            assertThatThrownBy(() -> requests(server, Duration.ofSeconds(15)).get("/", Map.of(), answer -> answer))
                    .isInstanceOfSatisfying(
                            VenueException.class,
                            problem -> assertThat(problem.kind()).isEqualTo(VenueException.Kind.UNREACHABLE))
                    .hasMessageNotContaining("no whole answer");
        }
    }

    private static JsonRequests requests(ServerSocket server, Duration longest) {
        return new JsonRequests("http://127.0.0.1:" + server.getLocalPort(), longest);
    }

    private static ServerSocket serving(String beginning) throws IOException {
        return serving(beginning, 0);
    }

    /** Says the beginning and so many blanks, and then nothing more while the connection stays open. */
    private static ServerSocket serving(String beginning, long blanks) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                byte[] blank = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
                for (long left = blanks; left > 0; left -= blank.length) {
                    socket.getOutputStream().write(blank, 0, (int) Math.min(left, blank.length));
                }
                socket.getOutputStream().flush();
                while (socket.getInputStream().read() >= 0) {
                    // Its request; nothing is said about it any more.
                }
            } catch (IOException closed) {
                assertThat(closed).isNotNull();
            }
        });
        return server;
    }
}
