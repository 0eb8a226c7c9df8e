package io.sextant.remote.server;

import static io.sextant.remote.server.EngineServerTest.await;
import static io.sextant.remote.server.EngineServerTest.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.SystemClock;
import io.sextant.remote.client.Line;
import io.sextant.remote.client.LinkState;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.protocol.Role;
import io.sextant.remote.protocol.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who were let in and behave badly: nobody else notices. */
class BadClientsTest {

    private static final ServerTerms.Limits TIGHT =
            new ServerTerms.Limits(3, 2, 8, 10_000, 20, 50, Duration.ofMillis(500), Duration.ofSeconds(2));

    @TempDir
    private Path folder;

    private Served served;

    private static final class Raw implements Line.Listener {

        final List<String> heard = new CopyOnWriteArrayList<>();
        volatile String whyBroken = "";

        @Override
        public void heard(String text) {
            text.lines().forEach(heard::add);
        }

        @Override
        public void broken(String why) {
            whyBroken = why;
        }
    }

    private void serve(ServerTerms.Limits limits) {
        served = new Served(folder, true, limits, new SystemClock());
    }

    private void othersAreServed() throws Exception {
        RemoteEngine other = served.connect(served.certified("bob", Role.ADMIN));
        await(() -> other.state() == LinkState.UP);
        assertThat(get(other.ask(new Query.Settings()))).isNotNull();
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void whoSaysTooMuchAtOnceIsCutOff() throws Exception {
        serve(TIGHT);
        Raw raw = new Raw();
        Line line = served.lines(served.certified("eve", Role.ADMIN)).open(raw);
        await(() -> served.server.lines() == 1);

        line.send(new Said.Submit(1, new CommandKey("big"), new ChangeSetting("a", "x".repeat(20_000))).text());

        await(() -> served.server.lines() == 0 && !raw.whyBroken.isEmpty());
        assertThat(served.engine.done).isZero();
        othersAreServed();
    }

    @Test
    void whoSaysTooMuchTooOftenIsCutOff() throws Exception {
        serve(TIGHT);
        Raw raw = new Raw();
        Line line = served.lines(served.certified("eve", Role.ADMIN)).open(raw);
        for (int i = 0; i < 500; i++) {
            line.send(new Said.Ping(i).text());
        }
        await(() -> served.server.lines() == 0 && !raw.whyBroken.isEmpty());
        othersAreServed();
    }

    @Test
    void whoSaysNothingForTooLongIsCutOff() throws Exception {
        serve(TIGHT);
        Raw raw = new Raw();
        served.lines(served.certified("eve", Role.VIEW)).open(raw);
        await(() -> served.server.lines() == 1);

        await(() -> served.server.lines() == 0);
        othersAreServed();
    }

    @Test
    void whoseLineIsHalfOpenIsCutOff() throws Exception {
        serve(TIGHT);
        try (CutProxy proxy = new CutProxy(served.server.port())) {
            RemoteEngine half = served.connectAt(proxy.port(), served.certified("eve", Role.VIEW));
            await(() -> half.state() == LinkState.UP);
            half.subscribe(new Topic.Events(0), event -> {});
            await(() -> served.engine.listening() == 1);
            proxy.isDown = true;
            proxy.holds = true;
            int[] told = {0};
            // What the server goes on sending must not count as a word of the client's.
            await(() -> {
                served.engine.submit(new CommandKey("here-" + told[0]++), new ChangeSetting("a", "b"));
                return served.server.lines() == 0;
            });
            othersAreServed();
        }
    }

    @Test
    void whoDoesNotTakeWhatHeAskedForIsCutOffAndTheEngineDoesNotWait() throws Exception {
        serve(TIGHT);
        try (CutProxy proxy = new CutProxy(served.server.port())) {
            RemoteEngine slow = served.connectAt(proxy.port(), served.certified("eve", Role.VIEW));
            slow.subscribe(new Topic.Events(0), event -> {});
            await(() -> served.engine.listening() == 1);
            proxy.isDown = true;
            proxy.bytesASecond = 100;
            // Far more than the buffers of two sockets and a proxy take.
            String long1 = "y".repeat(9_000);
            int sent = 0;
            while (served.engine.listening() > 0 && sent < 3_000) {
                served.engine.submit(new CommandKey("here-" + sent), new ChangeSetting("k" + sent % 7, long1 + sent));
                sent++;
            }
            await(() -> served.server.lines() == 0 && served.engine.listening() == 0);
            othersAreServed();
        }
    }

    @Test
    void whoOpensLineAfterLineHasOnlyHisShare() throws Exception {
        serve(TIGHT);
        List<String> refused = new ArrayList<>();
        var lines = served.lines(served.certified("eve", Role.VIEW));
        for (int i = 0; i < 6; i++) {
            try {
                lines.open(new Raw());
            } catch (IOException e) {
                refused.add(String.valueOf(e.getMessage()));
            }
        }
        assertThat(refused).isNotEmpty().allMatch(why -> why.contains("too many lines"));
        othersAreServed();
    }

    @Test
    void whoHoldsConnectionsWithoutSayingWhoHeIsHoldsOnlySoMany() throws Exception {
        serve(TIGHT);
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                held.add(new Socket(InetAddress.getLoopbackAddress(), served.server.port()));
            }
            await(() -> held.stream().filter(BadClientsTest::isEnded).count() >= 40 - 8);
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
        othersAreServed();
    }

    @Test
    void whatIsNoMessageIsAnsweredAndDoesNoHarm() throws Exception {
        serve(ServerTerms.Limits.USUAL);
        Raw raw = new Raw();
        Line line = served.lines(served.certified("eve", Role.ADMIN)).open(raw);
        for (String text : List.of("", "null", "[]", "{}", "{\"type\":\"Submit\"}", "\u0000", "{".repeat(5_000))) {
            line.send(text);
        }
        await(() ->
                raw.heard.stream().filter(text -> text.contains("UNREADABLE")).count() == 7);
        assertThat(raw.whyBroken).isEmpty();
        othersAreServed();
    }

    @Test
    void whoChoseSoHasHisOrdersTakenBackWhenTheLineBreaksButNotWhatProtects() throws Exception {
        serve(ServerTerms.Limits.USUAL);
        RemoteEngine remote = served.connect(served.certified("ada", Role.TRADE));
        await(() -> remote.state() == LinkState.UP);
        remote.cancelOrdersOnLeaving(true);
        OrderDraft draft =
                OrderDraft.market(InstrumentId.of("BTC-USDT"), Side.BUY, Quantity.parse("0.1"), OrderOrigin.TICKET);
        served.engine.nextOrder = new OrderId(7);
        get(remote.submit(new CommandKey("plain"), new PlaceOrder(draft)));
        served.engine.nextOrder = new OrderId(8);
        get(remote.submit(new CommandKey("protects"), new PlaceOrder(reducing(draft))));

        remote.close();

        await(() -> served.engine.taken.stream().anyMatch(CancelOrder.class::isInstance));
        await(() -> served.server.lines() == 0);
        assertThat(served.engine.taken.stream().filter(CancelOrder.class::isInstance))
                .containsExactly(new CancelOrder(new OrderId(7)));
    }

    private static OrderDraft reducing(OrderDraft draft) {
        return new OrderDraft(
                draft.instrument(),
                draft.side(),
                draft.type(),
                draft.quantity(),
                draft.timeInForce(),
                draft.handling().withReduceOnly(),
                draft.origin(),
                draft.link(),
                draft.reason());
    }

    private static boolean isEnded(Socket socket) {
        try {
            socket.setSoTimeout(20);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException cut) {
            return true;
        }
    }
}
