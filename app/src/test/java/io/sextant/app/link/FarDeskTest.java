package io.sextant.app.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.app.server.ServedEngine;
import io.sextant.app.server.ServerFolder;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.testing.MemoryKeyring;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.Event;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.Secret;
import io.sextant.remote.identity.User;
import io.sextant.remote.protocol.Role;
import io.sextant.store.vault.QuickVault;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.link.LinkState;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.LinkTroubleException;
import io.sextant.ui.link.SavedServer;
import io.sextant.ui.link.SeatRole;
import io.sextant.ui.panel.blotter.BlotterController;
import io.sextant.ui.panel.ticket.TicketController;
import io.sextant.ui.shell.DeskMenu;
import io.sextant.ui.shell.DeskOpener;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.theme.Themes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window on a desk behind a real door on loopback: from the saved server with its secret in the vault to the last thread. */
class FarDeskTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    @TempDir
    private Path there;

    @TempDir
    private Path here;

    private final AtomicLong keys = new AtomicLong();
    private DeskSession desk;
    private ServedEngine served;
    private ServerFolder folder;
    private LocalKeyDesk vault;
    private ServerFiles servers;
    private SavedServer london;
    private String secret;

    @BeforeEach
    void serve() throws Exception {
        folder = new ServerFolder(there);
        folder.certify(List.of("127.0.0.1"), Instant.now());
        User ada = new User("ada", Role.TRADE, Optional.empty(), List.of());
        folder.users().put(ada);
        ServerFolder.ForUser bundle = folder.certifyUser(ada, here.resolve("ada.p12"), Instant.now());
        secret = new String(bundle.password());
        desk = DeskSession.open(DeskOptions.in(there), what -> {});
        await(() -> bid().isPresent());
        served = serveAt(0);
        vault = new LocalKeyDesk(
                here.resolve("keys.vault"),
                Optional.of(new MemoryKeyring()),
                asked -> new KeyVerdict.NotAsked("nobody asks"),
                new SystemClock());
        try (Secret passphrase = Secret.of("correct horse battery")) {
            QuickVault.create(here.resolve("keys.vault"), passphrase);
            vault.unlock(passphrase);
        }
        servers = new ServerFiles(here, vault, new SystemClock());
        london = new SavedServer(
                "London",
                "127.0.0.1",
                served.port(),
                servers.readAuthority(folder.authorityFile()),
                new SavedServer.Proof.Certificate(bundle.file().toString()));
    }

    private ServedEngine serveAt(int port) {
        return ServedEngine.start(
                desk.client(),
                folder,
                new ServedEngine.Wish("127.0.0.1", port, false, Optional.empty(), Optional.empty()),
                "0.1");
    }

    @AfterEach
    void close() {
        served.close();
        desk.close();
        vault.close();
    }

    @Test
    void keepsAServerWithoutItsSecretAndSaysWhatIsWrongWithOne() throws Exception {
        try (Secret password = Secret.of(secret)) {
            servers.save(london, Optional.of(password));
        }
        assertThat(servers.list()).containsExactly(london);
        assertThat(everythingUnder(here)).doesNotContain(secret);

        LinkStatus seen = servers.test(london, Optional.empty());
        assertThat(seen.user()).isEqualTo("ada");
        assertThat(seen.role()).isEqualTo(SeatRole.TRADE);
        assertThat(troubleOf(at("127.0.0.1", freePort()))).isEqualTo(LinkTrouble.Kind.NOBODY_LISTENS);
        assertThat(troubleOf(at("localhost", served.port())))
                .as("the certificate is not for that name")
                .isEqualTo(LinkTrouble.Kind.NOT_TRUSTED);
        assertThat(troubleOf(at("no-such-host.invalid", served.port()))).isEqualTo(LinkTrouble.Kind.UNKNOWN_HOST);
        folder.users().put(new User("ada", Role.TRADE, Optional.empty(), List.of()));
        assertThat(troubleOf(london)).as("struck off").isEqualTo(LinkTrouble.Kind.NOT_KNOWN);

        servers.remove("London");
        assertThat(servers.list()).isEmpty();
        assertThat(vault.list()).isEmpty();
        await(() -> threads().isEmpty());
    }

    @Test
    void aWindowFollowsOverACutLineWithoutGapOrDoubleAndLeavesNothingBehind() throws Exception {
        try (Secret password = Secret.of(secret)) {
            servers.save(london, Optional.of(password));
        }
        List<Event> truth = new CopyOnWriteArrayList<>();
        desk.client().subscribe(new Topic.Events(0), truth::add);
        FarDeskSession session = open();
        SextantWindow window = window(session);
        List<Event> shown = new CopyOnWriteArrayList<>();
        onFx(() -> window.context().engine().onEvents(0, shown::add));
        place(session.client(), 1);
        place(session.client(), 2);
        await(() -> openOrders(window) == 2);
        assertThat(sign(window)).isEqualTo("London · ada · may trade");

        int port = served.port();
        served.close();
        await(() -> session.link().status().state() == LinkState.DOWN);
        await(() -> sign(window).contains("no line for"));
        assertThat(get(session.client().submit(key(), new CancelAllOrders(CancelScope.EVERYTHING))))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.LINK_DOWN));
        place(desk.client(), 3);
        assertThat(openOrders(window)).as("what it had stays").isEqualTo(2);

        served = serveAt(port);
        await(() -> openOrders(window) == 3);
        List<Event> known = List.copyOf(truth);
        await(() -> shown.size() >= known.size());
        assertThat(shown.subList(0, known.size())).isEqualTo(known);

        Answer may = get(session.client().submit(key(), new ChangeMarketPace(1, false)));
        assertThat(may)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.SEAT_ROLE));
        assertThatThrownBy(() ->
                        get(session.client().start(new Job.RebuildTables()).result()))
                .hasMessageContaining("needs the role admin");

        onFx(() -> {
            window.close();
            return true;
        });
        session.close();
        await(() -> threads().isEmpty());
        assertThat(everythingUnder(here)).contains("ui.layout").doesNotContain(secret);
        SextantWindow local = openOn(new DeskOpener.OpenDesk(desk.client(), List.of()));
        await(() -> openOrders(local) == 3);
        assertThat(sign(local)).isEqualTo("This machine");
        onFx(() -> {
            local.close();
            return true;
        });
    }

    private FarDeskSession open() throws LinkTroubleException {
        try (Secret password = servers.secretOf(london)) {
            return FarDeskSession.open(london, password, servers.memoryOf("London"), new SystemClock());
        }
    }

    private SextantWindow window(FarDeskSession session) throws Exception {
        return openOn(new DeskOpener.OpenDesk(
                session.client(), Optional.of(new DeskOpener.FarDesk(session.link(), session.memory())), List.of()));
    }

    private SextantWindow openOn(DeskOpener.OpenDesk opened) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        return get(onFx(() -> SextantWindow.open(
                stage,
                new SextantWindow.Opening(opened, Map.of("ui.window", "0,0,1440,900,false")),
                List.of(TicketController::new, BlotterController::new),
                new SextantWindow.Reader(
                        Language.ENGLISH, ZoneId.of("UTC"), Themes.Shade.DARK, Optional.empty(), this::key),
                new DeskMenu(List.of(), choice -> {}))));
    }

    private SavedServer at(String host, int port) {
        return new SavedServer("elsewhere", host, port, london.authority(), london.proof());
    }

    private LinkTrouble.Kind troubleOf(SavedServer server) throws Exception {
        try (Secret password = Secret.of(secret)) {
            servers.test(server, Optional.of(password));
            throw new AssertionError("there was a line to " + server.host());
        } catch (LinkTroubleException met) {
            return met.trouble().kind();
        }
    }

    /** So many thousandths below what is bid, where it rests. */
    private void place(EngineClient engine, int below) throws Exception {
        Price limit = Price.of((long) (bid().orElseThrow() * (0.99 - below * 0.001)), 0);
        Command order =
                new PlaceOrder(OrderDraft.limit(BTC, Side.BUY, Quantity.parse("0.02"), limit, OrderOrigin.TICKET));
        assertThat(get(engine.submit(key(), order))).isInstanceOf(Answer.Done.class);
    }

    private Optional<Double> bid() {
        return desk.client().ask(new Query.Market(BTC)).toCompletableFuture().join().depth().bids().stream()
                .findFirst()
                .map(level -> level.price().toDouble());
    }

    private CommandKey key() {
        return new CommandKey("test-" + keys.incrementAndGet());
    }

    private static int openOrders(SextantWindow window) {
        return onFx(() -> window.scene().lookup("#blotter-working") instanceof TableView<?> table
                ? table.getItems().size()
                : -1);
    }

    private static String sign(SextantWindow window) {
        return onFx(() -> ((Labeled) window.scene().lookup("#engine-sign")).getText());
    }

    /** Those of a session at a server; they end soon after it was closed. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.equals("sextant-link") || name.equals("sextant-remote"))
                .toList();
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Of small files, as text. */
    private static String everythingUnder(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("gave up waiting").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
