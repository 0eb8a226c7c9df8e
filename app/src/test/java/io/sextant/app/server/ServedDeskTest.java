package io.sextant.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.BarReading;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.remote.certificate.Pem;
import io.sextant.remote.certificate.Tls;
import io.sextant.remote.client.LinkState;
import io.sextant.remote.client.Proof;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.client.SecureLines;
import io.sextant.remote.client.ServerAddress;
import io.sextant.remote.identity.User;
import io.sextant.remote.protocol.ResultTypes;
import io.sextant.remote.protocol.Role;
import io.sextant.remote.wire.WireWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole desk behind its door: what a window on another machine sees is what one here would see. */
class ServedDeskTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    @TempDir
    private Path data;

    private final SystemScheduler scheduler = new SystemScheduler("test");
    private DeskSession session;
    private ServedEngine served;
    private SecureLines lines;
    private RemoteEngine far;

    @BeforeEach
    void serve() {
        ServerFolder folder = new ServerFolder(data);
        folder.certify(List.of("127.0.0.1"), Instant.now());
        User ada = new User("ada", Role.ADMIN, Optional.empty(), List.of());
        folder.users().put(ada);
        ServerFolder.ForUser bundle = folder.certifyUser(ada, data.resolve("ada.p12"), Instant.now());
        session = DeskSession.open(DeskOptions.in(data), what -> {});
        served = ServedEngine.start(
                session.client(),
                folder,
                new ServedEngine.Wish("127.0.0.1", 0, false, Optional.empty(), Optional.empty()),
                "0.1");
        lines = new SecureLines(
                new ServerAddress("test", "127.0.0.1", served.port()),
                List.of(Pem.readCertificate(folder.authorityFile())),
                new Proof.ByCertificate(Tls.unbundle(read(bundle.file()), bundle.password())));
        far = new RemoteEngine(lines, new SystemClock(), scheduler);
        await(() -> far.state() == LinkState.UP);
    }

    @AfterEach
    void close() {
        far.close();
        lines.close();
        served.close();
        session.close();
        scheduler.close();
    }

    @Test
    void everyQuestionIsAnsweredAsHere() throws Exception {
        EngineClient here = session.client();
        done(far, new ChangeMarketPace(1, true));
        await(() -> now(here, new Query.Desk()).paused());

        List<Query<?>> questions = List.of(
                new Query.Instruments(),
                new Query.Bars(BTC, Timeframe.H1, Long.MAX_VALUE, 500, BarReading.PLAIN),
                new Query.Readings(BTC),
                new Query.Gate(),
                new Query.Market(BTC),
                new Query.Strategies(),
                new Query.OwnRules(),
                new Query.OrderHistory(100),
                new Query.Fills(100),
                new Query.NewestEvents(100),
                new Query.Equity(0, 500),
                new Query.Archive(),
                new Query.MacroList(),
                new Query.Books(),
                new Query.Risk(0.95, RiskShock.NONE),
                new Query.HostedStrategies(),
                new Query.Settings());
        for (Query<?> question : questions) {
            assertThat(text(question, now(far, question)))
                    .as(question.toString())
                    .isEqualTo(text(question, now(here, question)));
        }
    }

    @Test
    void anOrderThatIsSentFromAfarIsFilledAndToldInBothPlacesOnce() throws Exception {
        List<Event> near = new CopyOnWriteArrayList<>();
        List<Event> remote = new CopyOnWriteArrayList<>();
        AtomicReference<DeskState> state = new AtomicReference<>();
        session.client().subscribe(new Topic.Events(0), near::add);
        far.subscribe(new Topic.Events(0), remote::add);
        far.subscribe(new Topic.Desk(), state::set);
        await(() -> now(far, new Query.Market(BTC)).last().isPresent());

        Answer answer =
                done(far, new PlaceOrder(OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.1"), OrderOrigin.TICKET)));

        assertThat(answer).isInstanceOf(Answer.Done.class);
        await(() -> remote.stream().anyMatch(OrderFilled.class::isInstance));
        await(() -> state.get() != null && state.get().positions().size() == 1);
        int told = near.size();
        await(() -> remote.size() >= told);
        assertThat(remote).extracting(Event::position).isSorted().doesNotHaveDuplicates();
        // Arrays inside of records have no equality of their own.
        assertThat(texts(remote, told)).isEqualTo(texts(near, told));
        assertThat(trail()).contains("\"who\":\"ada\"").contains("asked for").contains("PlaceOrder");
    }

    private static List<String> texts(List<Event> events, int first) {
        return events.stream()
                .limit(first)
                .map(event -> WireWriter.write(event, Event.class))
                .toList();
    }

    private String trail() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("server/audit"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private static <R> R now(EngineClient engine, Query<R> query) {
        try {
            return get(engine.ask(query));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Query<?> query, Object value) {
        return WireWriter.write(value, ResultTypes.of(query));
    }

    private static Answer done(EngineClient engine, Command command) throws Exception {
        return get(engine.submit(new CommandKey("served-" + System.nanoTime()), command));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(120, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("gave up waiting").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
