package io.sextant.ui;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.VaultException;
import io.sextant.ui.bridge.CommandKeys;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkTroubleException;
import io.sextant.ui.link.ServerBook;
import io.sextant.ui.parts.OrderWords;
import io.sextant.ui.shell.DeskChoice;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.DeskDamagedException;
import io.sextant.ui.shell.DeskMenu;
import io.sextant.ui.shell.DeskOpener;
import io.sextant.ui.shell.LiveAgreementException;
import io.sextant.ui.shell.LiveOffer;
import io.sextant.ui.shell.PanelFactory;
import io.sextant.ui.shell.Persona;
import io.sextant.ui.shell.ProfileMenu;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.shell.StartView;
import io.sextant.ui.shell.Toasts;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.welcome.Beginning;
import io.sextant.ui.welcome.ReaderMemory;
import io.sextant.ui.welcome.ReaderNotes;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desktop application: opens an engine off the JavaFX thread, shows the window on it, and closes both at the end. */
public final class SextantApplication extends Application {

    /**
     * What the launcher hands over: the desk to open first, who opens desks, the live venues there are, the vault of keys to accounts there, the
     * servers that are kept, what is shown, what is known of the reader, other profiles where there may be some, and who writes down what failed.
     * {@code onReady} is called whenever a window stands.
     */
    public record Launch(
            DeskChoice first,
            DeskOpener desks,
            List<LiveOffer> venues,
            Optional<KeyDesk> keys,
            Optional<ServerBook> servers,
            List<PanelFactory> panels,
            ReaderMemory memory,
            Optional<Profiles> profiles,
            Function<Throwable, Optional<Path>> reports,
            Clock clock,
            Language language,
            ZoneId zone,
            Consumer<SextantWindow> onReady) {}

    /** Other people or purposes at this machine. The usual one is written as an empty text. */
    public interface Profiles {

        String current();

        List<String> names();

        boolean mayBeCalled(String name);

        /** What the launcher would have handed over for that one. */
        Launch launch(String name);
    }

    /** How the reader last had it; a desk that remembers nothing else opens like this. */
    private record Appearance(Language language, ZoneId zone, Themes.Shade shade, Optional<Persona> persona) {}

    /** How the window stood when the desk before was left, and whether that was of another machine. */
    private record Left(Map<String, String> arrangement, boolean far) {}

    private static final System.Logger LOG = System.getLogger(SextantApplication.class.getName());
    private static final double START_WIDTH = 960;
    private static final double START_HEIGHT = 600;

    /** JavaFX makes the application object itself, so this is the only way to hand it something. */
    private static final AtomicReference<@Nullable Launch> HANDED_OVER = new AtomicReference<>();

    private final AtomicReference<@Nullable EngineClient> client = new AtomicReference<>();
    private @Nullable SextantWindow window;
    private @Nullable Appearance reader;
    private Consumer<SextantWindow> afterOpening = opened -> {};
    private @Nullable Newcomer newcomer;
    private Optional<String> shownServer = Optional.empty();
    private Left left = new Left(Map.of(), false);

    /** Runs the application until its last window closes. */
    public static void launch(Launch launch, String... arguments) {
        handOver(launch);
        Application.launch(SextantApplication.class, arguments);
    }

    static void handOver(Launch launch) {
        HANDED_OVER.set(launch);
    }

    @Override
    public void start(Stage stage) {
        Launch launch = Objects.requireNonNull(HANDED_OVER.get(), "started without launch()");
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> failed(failure));
        Texts texts = new Texts(launch.language(), launch.zone());
        stage.setTitle(texts.get("shell.app.name"));
        begin(launch, stage);
    }

    /** The window goes on, and so does the engine, which knows nothing of it. */
    private void failed(Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "the window failed on something it was doing", failure);
        Launch launch = Objects.requireNonNull(HANDED_OVER.get(), "started without launch()");
        launch.reports().apply(failure).ifPresent(report -> {
            SextantWindow open = window;
            if (open != null) {
                Texts texts = open.context().texts();
                open.context()
                        .toasts()
                        .show(
                                Toasts.Kind.FAILURE,
                                texts.get("shell.failed.title"),
                                texts.get("shell.failed.text", report));
            }
        });
    }

    private void begin(Launch launch, Stage stage) {
        if (launch.memory().isNewcomer()) {
            welcome(launch, stage);
            return;
        }
        launch.memory()
                .lastServer()
                .ifPresentOrElse(
                        server -> offer(server, launch, stage),
                        () -> openDesk(launch, stage, launch.first(), DeskMending.NOTHING));
    }

    /** Asks somebody who was never here how they want it, opens their first desk and shows them around. */
    private void welcome(Launch launch, Stage stage) {
        newcomer = new Newcomer(launch, stage, (notes, beginning, choice) -> {
            // Who wants a server is known here once they sit there: until then the card is where they go back to.
            if (!(choice instanceof DeskChoice.Server)) {
                newcomer = null;
                launch.memory().keep(notes);
            }
            reader = new Appearance(notes.language(), launch.zone(), notes.shade(), notes.persona());
            afterOpening = opened -> opened.beginTour(() -> goOn(opened, beginning));
            openDesk(launch, stage, choice, DeskMending.NOTHING);
        });
        newcomer.show();
    }

    /** Nothing is opened before the reader says where to go on. */
    private void offer(String server, Launch launch, Stage stage) {
        showStart(launch, stage)
                .showLastServer(
                        server,
                        stage::close,
                        () -> openDesk(launch, stage, launch.first(), DeskMending.NOTHING),
                        () -> openDesk(launch, stage, new DeskChoice.Server(server), DeskMending.NOTHING));
    }

    private static void goOn(SextantWindow opened, Beginning beginning) {
        switch (beginning) {
            case SIMULATED, CONNECT -> {}
            case IMPORT -> opened.context().desk().run("data.import");
            case VENUE -> opened.context().desk().run("desk.venue");
        }
    }

    @Override
    public void stop() {
        leaveWindow();
        closeEngine();
    }

    private void leaveWindow() {
        SextantWindow open = window;
        window = null;
        if (open != null) {
            noteReader(open);
            open.close();
        }
    }

    private void noteReader(SextantWindow open) {
        Texts texts = open.context().texts();
        Appearance now = new Appearance(
                texts.language(),
                texts.zoneProperty().get(),
                open.context().themes().shadeProperty().get(),
                reader == null ? Optional.empty() : reader.persona());
        reader = now;
        Objects.requireNonNull(HANDED_OVER.get(), "started without launch()")
                .memory()
                .keep(new ReaderNotes(now.language(), now.shade(), now.persona(), shownServer));
    }

    private void closeEngine() {
        EngineClient engine = client.getAndSet(null);
        if (engine != null) {
            engine.close();
        }
    }

    /** Leaves the desk that is open, if one is, and opens another in the same window. */
    private void openDesk(Launch launch, Stage stage, DeskChoice choice, DeskMending mending) {
        noteHowItStands();
        StartView start = showStart(launch, stage);
        Language language =
                Objects.requireNonNull(reader, "no start view was shown").language();
        if (choice instanceof DeskChoice.Server) {
            start.showConnecting();
        } else {
            start.showStarting();
        }
        Thread.ofVirtual().name("engine-start").start(() -> {
            try {
                closeEngine();
                DeskOpener.OpenDesk desk = launch.desks().open(choice, mending, language);
                client.set(desk.engine());
                Platform.runLater(() -> openWindow(launch, stage, start, choice, desk));
            } catch (Exception | Error e) {
                Platform.runLater(() -> failed(launch, stage, start, choice, e));
            }
        });
    }

    private void noteHowItStands() {
        SextantWindow open = window;
        if (open != null) {
            boolean far = open.context().engine().linkProperty().get().isPresent();
            left = new Left(open.arrangement(), far);
        }
    }

    private StartView showStart(Launch launch, Stage stage) {
        Scene before = stage.getScene();
        double width = before == null ? START_WIDTH : before.getWidth();
        double height = before == null ? START_HEIGHT : before.getHeight();
        leaveWindow();
        Appearance asBefore = Objects.requireNonNullElseGet(reader, () -> remembered(launch));
        reader = asBefore;
        StartView start = new StartView(new Texts(asBefore.language(), asBefore.zone()));
        Scene scene = new Scene(start.view(), width, height);
        new Themes(asBefore.shade()).apply(scene);
        stage.setScene(scene);
        stage.show();
        return start;
    }

    private ProfileMenu menu(Profiles profiles, Stage stage) {
        return new ProfileMenu(
                profiles.current(),
                profiles.names(),
                profiles::mayBeCalled,
                name -> openProfile(profiles.launch(name), stage));
    }

    /** Leaves this person's desk for another's, who has a taste of their own. */
    private void openProfile(Launch other, Stage stage) {
        leaveWindow();
        reader = null;
        handOver(other);
        begin(other, stage);
    }

    private static Appearance remembered(Launch launch) {
        return launch.memory()
                .find()
                .map(notes -> new Appearance(notes.language(), launch.zone(), notes.shade(), notes.persona()))
                .orElseGet(
                        () -> new Appearance(launch.language(), launch.zone(), Themes.systemShade(), Optional.empty()));
    }

    private void openWindow(Launch launch, Stage stage, StartView start, DeskChoice choice, DeskOpener.OpenDesk desk) {
        Appearance appearance = Objects.requireNonNull(reader, "no start view was shown");
        var hand = new SextantWindow.Reader(
                appearance.language(),
                appearance.zone(),
                appearance.shade(),
                appearance.persona(),
                new CommandKeys(launch.clock().nanos()));
        DeskMenu desks = new DeskMenu(
                launch.venues(),
                next -> openDesk(launch, stage, next, DeskMending.NOTHING),
                launch.keys(),
                launch.servers(),
                launch.profiles().map(profiles -> menu(profiles, stage)));
        // Desks of this machine remember an arrangement each; on the way to another machine and back the window stays
        // as it is.
        boolean travels = left.far() || desk.far().isPresent();
        var opening = new SextantWindow.Opening(desk, travels ? left.arrangement() : Map.of());
        SextantWindow.open(stage, opening, launch.panels(), hand, desks).whenComplete((opened, failure) -> {
            if (opened != null) {
                window = opened;
                newcomer = null;
                shownServer = choice instanceof DeskChoice.Server(String name) ? Optional.of(name) : Optional.empty();
                noteReader(opened);
                tell(opened.context(), desk.findings());
                desk.lastTime()
                        .ifPresent(last -> opened.tellLastTime(
                                last,
                                new OrderWords(
                                        opened.context().catalog(),
                                        opened.context().texts())::wanted));
                Consumer<SextantWindow> then = afterOpening;
                afterOpening = unused -> {};
                then.accept(opened);
                launch.onReady().accept(opened);
            } else {
                Thread.ofVirtual().name("engine-stop").start(this::closeEngine);
                failed(launch, stage, start, choice, failure);
            }
        });
    }

    private static void tell(DeskContext context, List<String> findings) {
        for (String finding : findings) {
            context.toasts().show(Toasts.Kind.WARNING, context.texts().get("shell.desk.finding"), finding);
        }
    }

    private void failed(Launch launch, Stage stage, StartView start, DeskChoice choice, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        Runnable again = () -> openDesk(launch, stage, choice, DeskMending.NOTHING);
        Newcomer somebody = newcomer;
        if (somebody != null && choice instanceof DeskChoice.Server(String name)) {
            if (cause instanceof VaultException vault && launch.keys().isPresent()) {
                ClosedVault.ask(launch, textsOfReader(), start, vault, List.of(somebody.back()), again);
            } else {
                somebody.unreached(name, UnreachedServer.why(textsOfReader(), cause));
            }
            return;
        }
        List<StartView.WayOut> waysOut = new ArrayList<>();
        waysOut.add(new StartView.WayOut("quit", "shell.start.failed.quit", stage::close));
        DeskChoice usual = new DeskChoice.Simulated();
        if (!choice.equals(usual)) {
            waysOut.add(new StartView.WayOut(
                    "simulated",
                    "shell.start.failed.simulated",
                    () -> openDesk(launch, stage, usual, DeskMending.NOTHING)));
        }
        if (cause instanceof VaultException vault && launch.keys().isPresent()) {
            ClosedVault.ask(launch, textsOfReader(), start, vault, waysOut, again);
            return;
        }
        if (cause instanceof LiveAgreementException missing && choice instanceof DeskChoice.Live live) {
            start.showAgreement(
                    missing.account(),
                    typed -> openDesk(launch, stage, live.agreed(typed), DeskMending.NOTHING),
                    waysOut);
            return;
        }
        if (cause instanceof LinkTroubleException trouble && choice instanceof DeskChoice.Server(String name)) {
            new UnreachedServer(
                            launch, textsOfReader(), start, next -> openDesk(launch, stage, next, DeskMending.NOTHING))
                    .show(name, trouble.trouble(), waysOut);
            return;
        }
        LOG.log(System.Logger.Level.ERROR, "the desk could not be opened", cause);
        if (cause instanceof DeskDamagedException damaged) {
            addCure(waysOut, damaged.cure(), () -> openDesk(launch, stage, choice, damaged.cure()));
        }
        waysOut.add(new StartView.WayOut("retry", "shell.start.failed.retry", again));
        start.showFailure(cause, waysOut);
    }

    private Texts textsOfReader() {
        Appearance appearance = Objects.requireNonNull(reader, "no start view was shown");
        return new Texts(appearance.language(), appearance.zone());
    }

    private static void addCure(List<StartView.WayOut> waysOut, DeskMending cure, Runnable mend) {
        switch (cure) {
            case NOTHING -> {}
            case REMAKE_TABLES -> waysOut.add(new StartView.WayOut("rebuild", "shell.start.failed.rebuild", mend));
            case BEGIN_ANEW -> waysOut.add(new StartView.WayOut("anew", "shell.start.failed.anew", mend));
        }
    }
}
