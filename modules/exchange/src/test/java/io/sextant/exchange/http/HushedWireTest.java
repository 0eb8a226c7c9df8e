package io.sextant.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.vault.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HushedWireTest {

    private static final String CANARY = "canary-key-0123456789";

    /** A venue that repeats what it is told. */
    private static final PrivateWire ECHO = new PrivateWire() {
        @Override
        public Answer send(String method, String path, Map<String, String> headers, String body) {
            return new Answer(400, "{\"msg\":\"bad key " + CANARY + "\"}", 7);
        }

        @Override
        public MessageLine open(LineOwner owner) {
            MessageLine line = new MessageLine() {
                @Override
                public void send(String text) {}

                @Override
                public void close() {}
            };
            owner.opened(line);
            owner.read(line, "you are " + CANARY);
            owner.closed("not " + CANARY);
            return line;
        }
    };

    @Test
    void aVenueThatRepeatsASecretIsNotHeardDoingSo() throws Exception {
        HushedWire wire = new HushedWire(ECHO, List.of(Secret.of(CANARY), Secret.of("key")));

        assertThat(wire.send("GET", "/", Map.of(), ""))
                .isEqualTo(new PrivateWire.Answer(400, "{\"msg\":\"bad key (secret)\"}", 7));
        List<String> heard = new ArrayList<>();
        wire.open(new PrivateWire.LineOwner() {
            @Override
            public void opened(MessageLine line) {
                heard.add("opened");
            }

            @Override
            public void read(MessageLine line, String message) {
                heard.add(message);
            }

            @Override
            public void closed(String why) {
                heard.add(why);
            }
        });
        assertThat(heard).containsExactly("opened", "you are (secret)", "not (secret)");
    }
}
