package io.sextant.app.cli;

import io.sextant.app.briefing.BriefingRounds;
import io.sextant.app.desktop.Desktop;
import io.sextant.app.link.ServerFiles;
import io.sextant.app.session.DataFolder;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.session.LiveChoice;
import io.sextant.app.terminal.TerminalDesk;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.WallClock;
import io.sextant.domain.vault.KeyInspector;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.VenueKeyInspector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens the desk. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Opens the desk: the window, or the same loop in the terminal where there is no display.")
final class RunCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--headless", description = "No window, even where there is a display.")
    boolean headless;

    @Option(
            names = "--speed",
            paramLabel = "N",
            converter = SpeedConverter.class,
            description =
                    "Pace of a simulated or replayed market against the clock, or max. Kept from last time if not given.")
    @Nullable Double timesRealTime;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Stop after this time, for example 60s, 5m or 2h.")
    @Nullable Duration limit;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of a new simulated market; an old one keeps its own.")
    @Nullable Long seed;

    @Option(
            names = "--paper",
            paramLabel = "FILE",
            description = "Trade on paper against a recorded feed instead of the simulated market.")
    @Nullable Path recording;

    @Mixin
    FeedOptions feed = new FeedOptions();

    @Mixin
    ConnectOptions connect = new ConnectOptions();

    @Mixin
    TradeOptions trade = new TradeOptions();

    @Mixin
    StoreOptions store = new StoreOptions();

    @Mixin
    BriefingOptions briefing = new BriefingOptions();

    @Option(names = "--rebuild", description = "Set a damaged database aside and make it again from the journal.")
    boolean rebuild;

    @Option(
            names = "--begin-anew",
            description = "Set this desk aside whole and begin a new one; the old one stays beside it.")
    boolean beginAnew;

    @Option(names = "--json", description = "Print nothing but a JSON summary at the end (implies --headless).")
    boolean json;

    @Option(
            names = "--exit-when-ready",
            hidden = true,
            description =
                    "Close the window as soon as it can be used and say how long that took; packaging trains with it.")
    boolean exitWhenReady;

    /** Shown once the window stands; {@code sextant open} sets them. */
    private List<Path> filesToShow = List.of();

    RunCommand() {}

    RunCommand(@Nullable SextantCommand root, List<Path> filesToShow) {
        parent = root;
        this.filesToShow = List.copyOf(filesToShow);
    }

    RunCommand(SextantCommand root) {
        parent = root;
    }

    @Override
    public Integer call() {
        Clock clock = new SystemClock();
        Path data = dataFolder();
        Optional<LiveChoice> followed = feed.choice(spec);
        KeyInspector inspector = new VenueKeyInspector(
                clock, followed.flatMap(LiveChoice::addresses).map(VenueAddresses::requests));
        try (LocalKeyDesk vault = LocalKeyDesk.in(data == null ? DataFolder.usual() : data, inspector, clock)) {
            Optional<String> server = server();
            return open(
                    vault,
                    folder -> LocalKeyDesk.in(folder, inspector, clock),
                    trade.choice(followed, vault, spec),
                    server);
        }
    }

    /** On which server's engine the window opens; empty for a desk of this machine. */
    private Optional<String> server() {
        String asked = connect.server == null && parent != null ? parent.connect.server : connect.server;
        if (asked == null) {
            return Optional.empty();
        }
        if (spec != null) {
            ConnectOptions.requireNothingOfThisMachine(spec);
        }
        if (isTerminal() || !Desktop.isAvailable()) {
            throw new RefusedByRule("--connect opens the window, and "
                    + (isTerminal() ? "no window was wanted" : "there is no display for one"));
        }
        Path data = dataFolder();
        return Optional.of(ConnectOptions.find(asked, ServerFiles.keptIn(data == null ? DataFolder.usual() : data)));
    }

    private boolean isTerminal() {
        return headless || json || limit != null;
    }

    private int open(
            LocalKeyDesk vault,
            Function<Path, LocalKeyDesk> vaults,
            Optional<LiveChoice> live,
            Optional<String> server) {
        DeskOptions options = new DeskOptions(
                Optional.ofNullable(dataFolder()),
                Optional.ofNullable(seed),
                Optional.ofNullable(recording),
                live,
                Optional.ofNullable(timesRealTime),
                mending());
        boolean terminal = isTerminal();
        boolean inWindow = !terminal && Desktop.isAvailable();
        briefing.check(inWindow);
        store.keep(options, spec);
        live.ifPresent(chosen -> trade.unlock(chosen, vault, inWindow));
        if (inWindow) {
            return Desktop.open(options, server, vault, vaults, exitWhenReady, filesToShow);
        }
        TerminalDesk desk = new TerminalDesk(Console.of(spec), Optional.ofNullable(limit), json, !terminal);
        try (DeskSession session = DeskSession.open(options, desk::preparing)) {
            session.sendAlerts(vault, Optional.empty());
            briefing.keep(session.client(), new WallClock());
            try (BriefingRounds rounds = desk.briefings(session, dataFolder())) {
                rounds.begin();
                return desk.run(session);
            }
        }
    }

    private DeskMending mending() {
        if (beginAnew) {
            return DeskMending.BEGIN_ANEW;
        }
        return rebuild ? DeskMending.REMAKE_TABLES : DeskMending.NOTHING;
    }
}
