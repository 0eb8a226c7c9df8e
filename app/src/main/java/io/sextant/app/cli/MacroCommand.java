package io.sextant.app.cli;

import io.sextant.app.session.DeskFolder;
import io.sextant.app.session.OfflineArchive;
import io.sextant.app.session.OfflineDesk;
import io.sextant.app.terminal.Terminal;
import io.sextant.domain.request.Job;
import io.sextant.domain.source.KeyPlace;
import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.source.MacroSource;
import io.sextant.domain.source.MacroSource.Origin;
import io.sextant.domain.source.Observation;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.source.StoredMacro;
import io.sextant.domain.time.SystemClock;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Macro series with the time they became known: prices, rates, weather, calendars. */
@Command(
        name = "macro",
        mixinStandardHelpOptions = true,
        description = "Stores macro series with the time they became known, and tells what was known at a time.")
final class MacroCommand extends SextantCommand.Part {

    private static final int BAD_LINES_SHOWN = 10;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "Say what to do: macro list, show, import, add, remove or fetch");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists what is stored, and the sources.")
    int list(@Mixin DeskChoice desk, @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        DeskFolder folder = desk.in(dataFolder());
        new MacroText(Console.of(spec).out(), json)
                .list(OfflineArchive.macro(folder), OfflineDesk.sources(folder).macro());
        return ExitCode.OK;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints a series as it was known at a time: nothing that came out or was revised later.")
    int show(
            @Mixin DeskChoice desk,
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            description = "For example 2024-03-01T12:00:00Z; now if not given.")
                    @Nullable Instant at,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        long nanos = at == null
                ? new SystemClock().nanos()
                : Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
        DeskFolder folder = desk.in(dataFolder());
        if (OfflineArchive.macro(folder).stream().map(StoredMacro::name).noneMatch(name::equals)) {
            throw notUnderstood("There is no series called '" + name + "'");
        }
        List<Observation> known = OfflineArchive.macro(folder, name).asOf(nanos);
        new MacroText(Console.of(spec).out(), json).show(name, nanos, known);
        return ExitCode.OK;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Reads a CSV file of dates and values once; running it twice stores nothing twice.")
    int importFile(
            @Mixin DeskChoice desk,
            @Parameters(paramLabel = "FILE", description = "CSV, plain or gz.") Path file,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            description = "What to call it; the file's name if not given.")
                    @Nullable String name,
            @Option(names = "--lag", paramLabel = "PERIOD", description = LAG) @Nullable String lag,
            @Option(names = "--dry-run", description = "Look, tell what would happen, store nothing.") boolean dryRun,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        MacroSource source = understood(() -> new MacroSource(
                name == null ? withoutEnding(file) : name,
                new Origin.CsvFile(file.toAbsolutePath().normalize().toString(), lag(lag))));
        return read(desk.in(dataFolder()), List.of(source), dryRun, json, ExitCode.FILE);
    }

    private static final String LAG =
            "How long after the first day of its period a figure comes out, for a file that does not"
                    + " say: P1M15D, P45D, or P0D for weather.";

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a source, or changes the one of that name.")
    int add(
            @Mixin DeskToChange desk,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--series", paramLabel = "ID", description = "What the service calls it: CPIAUCSL.")
                    @Nullable String series,
            @Option(
                            names = "--service",
                            paramLabel = "ADDRESS",
                            description = "A service shaped like FRED's; FRED if not given.")
                    @Nullable URI service,
            @Option(names = "--key", paramLabel = "PLACE", description = "Where its key is: env:VARIABLE or file:PATH.")
                    @Nullable String key,
            @Option(names = "--csv", paramLabel = "FILE", description = "A file instead of a service.") @Nullable Path file,
            @Option(names = "--lag", paramLabel = "PERIOD", description = LAG) @Nullable String lag,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        if ((series == null) == (file == null)) {
            throw notUnderstood("Say where it comes from: --series ID --key PLACE, or --csv FILE");
        }
        MacroSource source = understood(() -> new MacroSource(
                name,
                file != null
                        ? new Origin.CsvFile(file.toAbsolutePath().normalize().toString(), lag(lag))
                        : new Origin.Service(
                                service == null ? MacroSource.FRED : service,
                                Objects.requireNonNull(series),
                                KeyPlace.parse(key == null ? "" : key))));
        desk.change(dataFolder(), source.toSetting());
        return list(desk.desk, json);
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Forgets a source; what is stored stays.")
    int remove(
            @Mixin DeskToChange desk,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        if (OfflineDesk.sources(desk.in(dataFolder())).findMacro(name).isEmpty()) {
            throw notUnderstood("There is no macro source called '" + name + "'");
        }
        desk.change(dataFolder(), MacroSource.removal(name));
        return list(desk.desk, json);
    }

    @Command(name = "fetch", mixinStandardHelpOptions = true, description = "Reads the sources once.")
    int fetch(
            @Mixin DeskChoice desk,
            @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which; all if not given.") @Nullable List<String> names,
            @Option(names = "--dry-run", description = "Look, tell what would happen, store nothing.") boolean dryRun,
            @Option(names = "--json", description = "Print nothing but JSON.") boolean json) {
        DeskFolder folder = desk.in(dataFolder());
        SourceBook book = OfflineDesk.sources(folder);
        Stream<SourceBook.Macro> wanted = names == null || names.isEmpty()
                ? book.macro().stream()
                : names.stream()
                        .map(name -> book.findMacro(name)
                                .orElseThrow(() -> notUnderstood("There is no macro source called '" + name + "'")));
        return read(folder, wanted.map(SourceBook.Macro::source).toList(), dryRun, json, ExitCode.FAILED);
    }

    private int read(DeskFolder folder, List<MacroSource> sources, boolean dryRun, boolean json, int whenFailed) {
        Terminal terminal = Console.of(spec);
        PaceLine pace = new PaceLine(terminal, !json, new SystemClock());
        List<MacroIntake> intakes = OfflineArchive.run(folder, new Job.ReadMacro(sources, dryRun), pace);
        pace.finish();
        new MacroText(terminal.out(), json).intakes(intakes);
        for (MacroIntake intake : intakes) {
            intake.problem().ifPresent(problem -> terminal.err().println("sextant: " + intake.name() + ": " + problem));
            tellBadLines(intake, terminal.err());
        }
        return intakes.stream().anyMatch(intake -> intake.problem().isPresent()) ? whenFailed : ExitCode.OK;
    }

    private static void tellBadLines(MacroIntake intake, PrintWriter err) {
        intake.badLines().stream()
                .limit(BAD_LINES_SHOWN)
                .forEach(bad -> err.println(
                        "sextant: " + intake.name() + ": line " + bad.number() + " was set aside: " + bad.reason()));
    }

    private static Optional<Period> lag(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.of(Period.parse(text));
    }

    private static String withoutEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        int point = name.indexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }

    private MacroSource understood(java.util.function.Supplier<MacroSource> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw notUnderstood(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException notUnderstood(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
