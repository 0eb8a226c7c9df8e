package io.sextant.app.cli;

import io.sextant.app.briefing.BriefingRounds;
import io.sextant.app.server.EngineConfig;
import io.sextant.app.server.ServedEngine;
import io.sextant.app.server.ServerFolder;
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
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.VenueKeyInspector;
import io.sextant.marketdata.file.FileProblem;
import io.sextant.remote.client.ServerAddress;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The desk's engine without a window, for windows on other machines. */
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        description =
                "Runs the engine without a window and serves it, over TLS 1.3, to people who have a certificate or a password.",
        subcommands = {EngineCertificatesCommand.class, EngineUsersCommand.class})
final class EngineCommand extends SextantCommand.Part {

    private static final String CONFIG = "--config";
    private static final Duration SOON = Duration.ofDays(30);

    @Spec
    @Nullable CommandSpec spec;

    @Option(
            names = CONFIG,
            paramLabel = "FILE",
            description =
                    "YAML with any of these options under their long names; what the command line says counts more.")
    @Nullable Path config;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "What to listen on; only this machine if not given (${DEFAULT-VALUE}).")
    String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + ServerAddress.USUAL_PORT,
            description = "The port (${DEFAULT-VALUE}); 0 takes any that is free and says which.")
    int port = ServerAddress.USUAL_PORT;

    @Option(names = "--passwords", description = "Let names and passwords in too, not only certificates.")
    boolean passwords;

    @Option(
            names = "--certificate",
            paramLabel = "PEM",
            description =
                    "The server's certificate and chain, as a public authority gives it; the engine's own if not given.")
    @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "PEM", description = "With --certificate: its key (PKCS #8).")
    @Nullable Path key;

    @Option(
            names = "--speed",
            paramLabel = "N",
            converter = SpeedConverter.class,
            description = "Pace of a simulated or replayed market against the clock. Kept from last time if not given.")
    @Nullable Double timesRealTime;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of a new simulated market.")
    @Nullable Long seed;

    @Option(names = "--paper", paramLabel = "FILE", description = "Trade on paper against a recorded feed.")
    @Nullable Path recording;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Stop after this time, for example 60s, 5m or 2h.")
    @Nullable Duration limit;

    @Mixin
    FeedOptions feed = new FeedOptions();

    @Mixin
    TradeOptions trade = new TradeOptions();

    @Mixin
    StoreOptions store = new StoreOptions();

    @Mixin
    BriefingOptions briefing = new BriefingOptions();

    @Override
    public Integer call() {
        Path file = config;
        return file == null ? serve() : withConfig(file);
    }

    /** Once more, with what the file says added to what was typed. */
    private int withConfig(Path file) {
        CommandSpec own = owner();
        List<OptionSpec> options =
                own.options().stream().filter(option -> !option.hidden()).toList();
        Set<String> known = options.stream()
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals(CONFIG) && !name.equals("--help") && !name.equals("--version"))
                .collect(Collectors.toSet());
        var parsed = own.commandLine().getParseResult();
        Set<String> said = known.stream().filter(parsed::hasMatchedOption).collect(Collectors.toSet());
        List<String> arguments = new ArrayList<>(List.of(own.name()));
        try {
            arguments.addAll(EngineConfig.read(file).arguments(known, said));
        } catch (IllegalArgumentException wrong) {
            throw new FileProblem(String.valueOf(wrong.getMessage()), wrong);
        }
        options.stream()
                .filter(option -> said.contains(option.longestName()))
                .flatMap(option ->
                        option.originalStringValues().stream().map(value -> option.longestName() + "=" + value))
                .forEach(arguments::add);
        CommandLine line = new CommandLine(new SextantCommand())
                .setOut(own.commandLine().getOut())
                .setErr(own.commandLine().getErr())
                .setCaseInsensitiveEnumValuesAllowed(true);
        CommandLine.ParseResult again = line.parseArgs(arguments.toArray(String[]::new));
        EngineCommand whole = (EngineCommand) again.subcommand().commandSpec().userObject();
        return whole.serve();
    }

    private int serve() {
        Clock clock = new SystemClock();
        Path data = dataFolder();
        Path folder = data == null ? DataFolder.usual() : data;
        ServerFolder server = new ServerFolder(folder);
        check(server);
        briefing.check(false);
        Optional<LiveChoice> followed = feed.choice(spec);
        VenueKeyInspector inspector = new VenueKeyInspector(
                clock, followed.flatMap(LiveChoice::addresses).map(VenueAddresses::requests));
        try (LocalKeyDesk vault = LocalKeyDesk.in(folder, inspector, clock)) {
            Optional<LiveChoice> live = trade.choice(followed, vault, spec);
            live.ifPresent(chosen -> trade.unlock(chosen, vault, false));
            return serve(server, vault, live);
        }
    }

    private int serve(ServerFolder server, LocalKeyDesk vault, Optional<LiveChoice> live) {
        DeskOptions options = new DeskOptions(
                Optional.ofNullable(dataFolder()),
                Optional.ofNullable(seed),
                Optional.ofNullable(recording),
                live,
                Optional.ofNullable(timesRealTime),
                DeskMending.NOTHING);
        store.keep(options, spec);
        TerminalDesk desk = new TerminalDesk(Console.of(owner()), Optional.ofNullable(limit), false, false);
        try (DeskSession session = DeskSession.open(options, desk::preparing)) {
            session.sendAlerts(vault, Optional.empty());
            briefing.keep(session.client(), new WallClock());
            ServedEngine.Wish wish = new ServedEngine.Wish(
                    host, port, passwords, Optional.ofNullable(certificate), Optional.ofNullable(key));
            try (ServedEngine served = listening(session, server, wish);
                    BriefingRounds rounds = desk.briefings(session, dataFolder())) {
                rounds.begin();
                PrintWriter out = Console.of(owner()).out();
                out.println("Served at https://" + host + ":" + served.port() + ", to "
                        + server.users().all().size() + " users.");
                out.flush();
                return desk.run(session);
            }
        }
    }

    private static ServedEngine listening(DeskSession session, ServerFolder server, ServedEngine.Wish wish) {
        try {
            return ServedEngine.start(session.client(), server, wish, Version.number());
        } catch (IllegalStateException e) {
            // Its own sentence names address and port; that of the cause, which is told otherwise, does not.
            throw new IllegalStateException(
                    e.getMessage() + ". Another program may have the port: --port takes another.");
        }
    }

    /** What would only be found out when the desk is open. */
    private void check(ServerFolder server) {
        if ((certificate == null) != (key == null)) {
            throw new ParameterException(owner().commandLine(), "--certificate and --key go together");
        }
        Path shown = certificate == null ? server.certificateFile() : certificate;
        if (!Files.exists(shown)) {
            throw new FileProblem(
                    "There is no certificate at " + shown + ". Make one: sextant engine certificates make --host NAME");
        }
        if (!passwords && !server.hasAuthority()) {
            throw new FileProblem(
                    "Nobody could come in: there is no authority of one's own for people's certificates in "
                            + server.folder() + ", and passwords are not let in. Say --passwords, or make one:"
                            + " sextant engine certificates make --host NAME");
        }
        if (certificate == null && server.certificateLasts(Instant.now()).compareTo(SOON) < 0) {
            Console.of(owner())
                    .err()
                    .println("sextant: the server's certificate is over in "
                            + Math.max(0, server.certificateLasts(Instant.now()).toDays())
                            + " days. Renew it: sextant engine certificates make --host NAME, and start again.");
        }
    }

    private CommandSpec owner() {
        CommandSpec own = spec;
        if (own == null) {
            throw new IllegalStateException("the command line was not parsed");
        }
        return own;
    }
}
