package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.remote.client.Line;
import io.sextant.remote.client.LinkState;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.Role;
import io.sextant.remote.protocol.Told;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;

/** Who takes long: an answer over a thin line, and a client that asked for a line and does not open it. */
class LateAndLongTest {

    private final ByHand time = new ByHand();

    @Test
    void aLineOverWhichALongAnswerIsComingIsNotTrustedButNotGivenUpEither() {
        List<Line.Listener> listening = new CopyOnWriteArrayList<>();
        List<String> closed = new CopyOnWriteArrayList<>();
        try (RemoteEngine remote = new RemoteEngine(
                listener -> {
                    listening.add(listener);
                    return new Line() {
                        @Override
                        public void send(String text) {}

                        @Override
                        public void close() {
                            closed.add("closed");
                        }
                    };
                },
                time,
                time)) {
            EngineServerTest.await(() -> listening.size() == 1);
            EngineServerTest.await(() -> {
                listening.getFirst().heard(new Told.Welcome(0, 1, "0.1", "ada", Role.VIEW, Optional.empty()).text());
                return remote.state() == LinkState.UP;
            });

            for (int second = 0; second < 20; second++) {
                time.pass(TimeUnit.SECONDS.toNanos(1));
                listening.getFirst().heardPart();
            }
            assertThat(remote.state()).isEqualTo(LinkState.STALE);
            assertThat(closed).isEmpty();

            listening.getFirst().heard(new Told.Pong(0).text());
            assertThat(remote.state()).isEqualTo(LinkState.UP);
            time.pass(TimeUnit.SECONDS.toNanos(7));
            assertThat(remote.state()).isEqualTo(LinkState.DOWN);
        }
    }

    @Test
    void whoAskedForALineAndDoesNotOpenItKeepsNoPlaceAndComesTooLateAfterwards() {
        List<SocketSeat> left = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<String> done = new ArrayList<>();
        SocketSeat seat = new SocketSeat(
                new Principal("ada", Role.VIEW),
                () -> true,
                ServerTerms.Limits.USUAL,
                time,
                () -> new Told.Welcome(0, 1, "0.1", "ada", Role.VIEW, Optional.empty()),
                wire -> {
                    taken.add("seat");
                    throw new AssertionError("it was given up");
                },
                left::add);

        time.pass(ServerTerms.Limits.USUAL.silence().toNanos());
        seat.tick();
        assertThat(left).isEmpty();
        time.pass(1);
        seat.tick();
        assertThat(left).containsExactly(seat);

        seat.onWebSocketOpen((Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (_, method, _) -> {
                    done.add(method.getName());
                    return null;
                }));
        assertThat(taken).isEmpty();
        assertThat(done).containsExactly("disconnect");
    }
}
