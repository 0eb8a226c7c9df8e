package io.sextant.app.desktop;

import io.sextant.app.assistant.AssistantSession;
import io.sextant.app.failure.CrashReports;
import io.sextant.app.failure.ProgramVersion;
import io.sextant.app.link.ServerFiles;
import io.sextant.app.session.DataFolder;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.session.LiveChoice;
import io.sextant.app.session.LiveNotAgreed;
import io.sextant.app.session.Profiles;
import io.sextant.app.session.SessionProblem;
import io.sextant.app.session.TradingChoice;
import io.sextant.app.speech.DeskVoice;
import io.sextant.app.update.UpdateDesk;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.WallClock;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.domain.vault.VenueNet;
import io.sextant.engine.recovery.ReplayDivergedException;
import io.sextant.exchange.LiveVenue;
import io.sextant.store.problem.StoreException;
import io.sextant.ui.SextantApplication;
import io.sextant.ui.assistant.AssistantDesks;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.panel.StandardPanels;
import io.sextant.ui.shell.DeskChoice;
import io.sextant.ui.shell.DeskDamagedException;
import io.sextant.ui.shell.DeskOpener;
import io.sextant.ui.shell.LiveAgreementException;
import io.sextant.ui.shell.LiveOffer;
import io.sextant.ui.shell.NewerVersions;
import io.sextant.ui.shell.ProfileMenu;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.voice.model.ModelOffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** What windows are opened with: desks of one profile after the other, their vaults, and the one session that is open. */
final class DeskHouse implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DeskHouse.class.getName());

    private final Function<Path, LocalKeyDesk> vaults;
    private final boolean exitWhenReady;
    private final Clock clock = new SystemClock();
    /** For what comes once a day. */
    private final Clock wall = new WallClock();

    private final DeskVoice voice = new DeskVoice();
    private final OpenDesk opened = new OpenDesk();
    private final EarlyDesk early =
            new EarlyDesk(options -> DeskSession.open(options, what -> LOG.log(System.Logger.Level.INFO, what)));
    private final AtomicReference<@Nullable WindowDoor> door = new AtomicReference<>();
    private final AtomicReference<List<Path>> filesToShow;
    private final boolean onlyAtServer;
    private final Deque<LocalKeyDesk> others = new ArrayDeque<>();

    /** {@code filesToShow} are opened as soon as a window stands, with {@code onlyAtServer} one on the engine of a server. */
    DeskHouse(
            Function<Path, LocalKeyDesk> vaults, boolean exitWhenReady, List<Path> filesToShow, boolean onlyAtServer) {
        this.filesToShow = new AtomicReference<>(List.copyOf(filesToShow));
        this.onlyAtServer = onlyAtServer;
        this.vaults = vaults;
        this.exitWhenReady = exitWhenReady;
    }

    /** For the profile that {@code options} name by its data folder; {@code server} goes before the desk that they name. */
    SextantApplication.Launch launch(DeskOptions options, LocalKeyDesk vault, Optional<String> server) {
        AtomicReference<DeskMending> atFirst = new AtomicReference<>(options.mending());
        Path dataFolder = options.dataFolder().orElseGet(DataFolder::usual);
        ServerFiles servers = new ServerFiles(dataFolder, vault, clock);
        DeskChoice first = server.<DeskChoice>map(DeskChoice.Server::new).orElseGet(() -> firstDesk(options));
        return new SextantApplication.Launch(
                first,
                (choice, mending, language) -> {
                    opened.close();
                    if (choice instanceof DeskChoice.Server(String name)) {
                        early.close();
                        return opened.at(servers, name, clock);
                    }
                    DeskMending asked = atFirst.getAndSet(DeskMending.NOTHING);
                    DeskOptions wanted =
                            choiceIn(options, choice, mending == DeskMending.NOTHING ? asked : mending, vault);
                    DeskSession session = open(wanted, new StoreWords(language));
                    opened.set(session);
                    session.sendAlerts(vault, Optional.of(voice));
                    return new DeskOpener.OpenDesk(
                            new WholeDesk(session), Optional.empty(), session.findings(), session.lastTime());
                },
                Arrays.stream(LiveVenue.values())
                        .map(venue -> new LiveOffer(venue.label(), venue.title(), venue.usualSymbols()))
                        .toList(),
                Optional.of(vault),
                Optional.of(servers),
                StandardPanels.all(clock, assistants(options, vault), Optional.of(vault)),
                new ReaderNotesFile(
                        dataFolder,
                        !exitWhenReady && first instanceof DeskChoice.Simulated,
                        name -> servers.list().stream()
                                .anyMatch(one -> one.name().equals(name))),
                Optional.of(new ProfilesOfMachine(dataFolder)),
                new CrashReports(dataFolder, ProgramVersion.number(), clock)::write,
                clock,
                Language.closestTo(Locale.getDefault()),
                ZoneId.systemDefault(),
                window -> {
                    openDoor(dataFolder, window);
                    if (exitWhenReady) {
                        afterFirstFrame(() -> {
                            sayReady();
                            Platform.exit();
                        });
                    } else {
                        NewerVersions.in(window, UpdateDesk.in(dataFolder, wall));
                    }
                });
    }

    /** On whichever desk is open when the panel first needs it. */
    private AssistantDesks assistants(DeskOptions options, VenueKeys vault) {
        AssistantSession.Surroundings around = new AssistantSession.Surroundings(
                options.dataFolder().orElseGet(DataFolder::usual),
                ModelOffer::of,
                voice,
                Optional.of(vault),
                clock,
                wall,
                ZoneId.systemDefault());
        return (wishes, news) -> new AssistantSession(opened.client(), around, wishes, news);
    }

    private static DeskChoice firstDesk(DeskOptions options) {
        if (options.live().isPresent()) {
            LiveChoice live = options.live().get();
            return new DeskChoice.Live(
                    live.label(),
                    live.symbols(),
                    live.trading()
                            .map(trading -> new DeskChoice.Account(
                                    trading.account().name(),
                                    trading.net() == VenueNet.TESTNET,
                                    trading.typedName().orElse(""))));
        }
        return options.recording().<DeskChoice>map(DeskChoice.Recording::new).orElseGet(DeskChoice.Simulated::new);
    }

    private static DeskOptions choiceIn(DeskOptions options, DeskChoice choice, DeskMending mending, VenueKeys vault) {
        return new DeskOptions(
                options.dataFolder(),
                options.seed(),
                switch (choice) {
                    case DeskChoice.Simulated(), DeskChoice.Live _, DeskChoice.Server _ -> Optional.empty();
                    case DeskChoice.Recording(Path file) -> Optional.of(file);
                },
                choice instanceof DeskChoice.Live live ? Optional.of(liveIn(options, live, vault)) : Optional.empty(),
                options.timesRealTime(),
                mending);
    }

    /** Addresses given on the command line are for the venue that was named with them, keys of the environment for its account. */
    private static LiveChoice liveIn(DeskOptions options, DeskChoice.Live wanted, VenueKeys vault) {
        Map<LiveVenue, LiveChoice> named = new EnumMap<>(LiveVenue.class);
        options.live().ifPresent(live -> live.each().forEach(one -> named.put(one.venue(), one)));
        return LiveChoice.over(Arrays.stream(wanted.venue().split("[+]"))
                .map(label -> LiveVenue.find(label).orElseThrow())
                .map(venue -> liveAt(venue, Optional.ofNullable(named.get(venue)), wanted, vault))
                .toList());
    }

    private static LiveChoice liveAt(
            LiveVenue venue, Optional<LiveChoice> named, DeskChoice.Live wanted, VenueKeys vault) {
        Optional<TradingChoice> trading = wanted.account().map(account -> {
            VenueAccount at = new VenueAccount(venue.label(), account.name());
            Optional<TradingChoice> asNamed = named.flatMap(LiveChoice::trading);
            return new TradingChoice(
                    at,
                    account.test() ? VenueNet.TESTNET : VenueNet.LIVE,
                    asNamed.filter(one -> one.account().equals(at) && account.test())
                            .map(TradingChoice::keys)
                            .orElse(vault),
                    Optional.of(account.typedName()).filter(typed -> !typed.isEmpty()),
                    asNamed.flatMap(TradingChoice::streamAt));
        });
        return new LiveChoice(venue, wanted.symbols(), named.flatMap(LiveChoice::addresses), trading);
    }

    /** What can be opened without a word of the reader begins to, before there is a window to ask in. */
    void openEarly(DeskOptions options, SextantApplication.Launch launch) {
        boolean asksNothing = switch (launch.first()) {
            case DeskChoice.Simulated(), DeskChoice.Recording _ ->
                !launch.memory().isNewcomer() && launch.memory().lastServer().isEmpty();
            case DeskChoice.Live _, DeskChoice.Server _ -> false;
        };
        if (asksNothing) {
            early.begin(options);
        }
    }

    private DeskSession open(DeskOptions options, StoreWords words) throws Exception {
        try {
            return early.take(options);
        } catch (LiveNotAgreed missing) {
            throw new LiveAgreementException(missing.account().name(), missing);
        } catch (SessionProblem problem) {
            String sentence = switch (problem.getCause()) {
                case StoreException store -> words.sentence(store.problem());
                case ReplayDivergedException diverged -> words.diverged(diverged.position());
                case null, default -> String.valueOf(problem.getMessage());
            };
            throw problem.cure() == DeskMending.NOTHING
                    ? new SessionProblem(sentence, problem)
                    : new DeskDamagedException(sentence, problem.cure(), problem);
        }
    }

    /** A third pulse begins when what the first one laid out is painted, and the thread is free for a key. */
    private static void afterFirstFrame(Runnable then) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 3) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private static void sayReady() {
        Duration since = ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
        System.out.println("window ready after " + since.toMillis() + " ms");
    }

    /** From here on files can be handed to the window; those that the program was started with come first. */
    private void openDoor(Path dataFolder, SextantWindow window) {
        closeDoor();
        Optional<String> server = window.context().engine().linkProperty().get().map(LinkStatus::server);
        try {
            door.set(WindowDoor.open(dataFolder, server, files -> Platform.runLater(() -> window.openFiles(files))));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "files cannot be handed to this window", e);
        }
        if (onlyAtServer && server.isEmpty()) {
            return;
        }
        List<Path> files = filesToShow.getAndSet(List.of());
        if (!files.isEmpty()) {
            window.openFiles(files);
        }
    }

    private void closeDoor() {
        WindowDoor open = door.getAndSet(null);
        if (open != null) {
            open.close();
        }
    }

    void closeDesk() {
        early.close();
        opened.close();
    }

    @Override
    public void close() {
        closeDoor();
        closeDesk();
        voice.close();
        others.forEach(LocalKeyDesk::close);
    }

    /** Those beside the data folder that is open. */
    private final class ProfilesOfMachine implements SextantApplication.Profiles {

        private final Path dataFolder;
        private final Profiles profiles;

        ProfilesOfMachine(Path dataFolder) {
            this.dataFolder = dataFolder;
            profiles = Profiles.around(dataFolder);
        }

        @Override
        public String current() {
            return profiles.nameOf(dataFolder).orElse(ProfileMenu.USUAL);
        }

        @Override
        public List<String> names() {
            return profiles.names();
        }

        @Override
        public boolean mayBeCalled(String name) {
            return Profiles.isName(name);
        }

        @Override
        public SextantApplication.Launch launch(String name) {
            Path folder = name.equals(ProfileMenu.USUAL) ? profiles.usual() : profiles.folder(name);
            LocalKeyDesk vault = vaults.apply(folder);
            others.push(vault);
            return DeskHouse.this.launch(DeskOptions.in(folder), vault, Optional.empty());
        }
    }
}
