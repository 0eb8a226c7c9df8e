package io.sextant.app.cli;

import io.sextant.app.session.HistorySource;
import io.sextant.app.session.OfflineDesk;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.schedule.Cadence;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.Schedule;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.schedule.ScheduledWork;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the desk does by the clock: seen and changed here while it is closed, done while it is open. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Shows and changes what an open desk does by the clock: imports, back-fills, macro series and"
                + " quality runs.")
final class ScheduleCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

    @Mixin
    DeskToChange desk = new DeskToChange();

    @Option(names = "--json", description = "Print nothing but JSON.")
    boolean json;

    /** What to change; nothing only shows. */
    @ArgGroup
    @Nullable Change change;

    @Option(
            names = "--when",
            paramLabel = "TEXT",
            description = "With --add: 'every 6h', 'daily 18:30 Europe/Paris' or 'weekly mon 07:00 UTC'.")
    @Nullable String when;

    @Option(names = "--quality", description = "With --add: examine every series of the archive.")
    boolean quality;

    @Option(names = "--macro", description = "With --add: read all sources of macro series.")
    boolean macro;

    @Option(
            names = "--back-fill",
            paramLabel = "VENUE",
            description = "With --add: ask binance, kraken or coinbase for the bars of --symbols that are not stored.")
    @Nullable String venue;

    @Option(
            names = "--symbols",
            split = ",",
            paramLabel = "SYMBOLS",
            description = "With --back-fill: BTC-USDT,ETH-USDT.")
    List<String> symbols = List.of();

    @Option(
            names = "--interval",
            paramLabel = "TF",
            converter = ImportCommand.TimeframeConverter.class,
            description = "With --back-fill: length of the bars (1h).")
    Timeframe interval = Timeframe.H1;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "With --back-fill: how far back it looks for holes (${DEFAULT-VALUE}).")
    int days;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "With --add: files and folders to import.")
    List<Path> files = List.of();

    /** One of these. */
    static final class Change {

        @Option(names = "--add", paramLabel = "NAME", description = "Add a schedule, or change the one of that name.")
        @Nullable String add;

        @Option(names = "--remove", paramLabel = "NAME", description = "Forget a schedule.")
        @Nullable String remove;

        @Option(names = "--pause", paramLabel = "NAME", description = "Let a schedule rest.")
        @Nullable String pause;

        @Option(names = "--resume", paramLabel = "NAME", description = "Let a paused schedule go on.")
        @Nullable String resume;

        @Option(names = "--now", paramLabel = "NAME", description = "Run it as soon as the desk is open.")
        @Nullable String now;
    }

    @Override
    public Integer call() {
        ScheduleBook book = OfflineDesk.schedules(desk.in(dataFolder()));
        Change wanted = change;
        if (wanted != null) {
            ChangeSetting setting = setting(wanted, book, new SystemClock());
            desk.change(dataFolder(), setting);
            book = OfflineDesk.schedules(desk.in(dataFolder()));
        }
        print(book);
        return ExitCode.OK;
    }

    private ChangeSetting setting(Change wanted, ScheduleBook book, Clock clock) {
        if (wanted.add != null) {
            return added(wanted.add, clock);
        }
        if (wanted.remove != null) {
            return Schedule.removal(known(book, wanted.remove).name());
        }
        if (wanted.pause != null) {
            return known(book, wanted.pause).asPaused(true, clock.nanos()).toSetting();
        }
        if (wanted.resume != null) {
            return known(book, wanted.resume).asPaused(false, clock.nanos()).toSetting();
        }
        return Schedule.runNow(known(book, Objects.requireNonNull(wanted.now)).name(), clock.nanos());
    }

    private ChangeSetting added(String name, Clock clock) {
        long said = Stream.of(quality, macro, venue != null, !files.isEmpty())
                .filter(one -> one)
                .count();
        if (said != 1) {
            throw notUnderstood(
                    "Say what to do: --quality, --macro, --back-fill VENUE, or the files and folders to import");
        }
        try {
            return new Schedule(name, Cadence.parse(when == null ? "" : when), work(), false, clock.nanos())
                    .toSetting();
        } catch (IllegalArgumentException e) {
            throw notUnderstood(String.valueOf(e.getMessage()));
        }
    }

    private ScheduledWork work() {
        String from = venue;
        if (from != null) {
            String label = from.toLowerCase(Locale.ROOT);
            if (!HistorySource.venuesWithHistory().contains(label)) {
                throw new IllegalArgumentException(
                        "--back-fill knows " + String.join(", ", HistorySource.venuesWithHistory()) + ", not " + from);
            }
            return new ScheduledWork.BackFill(
                    label,
                    symbols.stream()
                            .map(symbol -> InstrumentId.of(symbol.strip().toUpperCase(Locale.ROOT)))
                            .toList(),
                    interval,
                    days);
        }
        if (quality) {
            return new ScheduledWork.Quality();
        }
        return macro
                ? new ScheduledWork.Macro()
                : new ScheduledWork.Import(files.stream()
                        .map(file -> file.toAbsolutePath().normalize().toString())
                        .toList());
    }

    private Schedule known(ScheduleBook book, String name) {
        return book.find(name)
                .map(ScheduleBook.Entry::schedule)
                .orElseThrow(() -> notUnderstood("There is no schedule called '" + name + "'"));
    }

    private ParameterException notUnderstood(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private void print(ScheduleBook book) {
        var out = Console.of(spec).out();
        if (json) {
            Json.print(
                    out,
                    Map.of(
                            "schedules",
                            book.entries().stream().map(ScheduleCommand::map).toList()));
            return;
        }
        Table table = new Table("SCHEDULE", "WHEN", "WHAT", "NEXT", "LAST", "RESULT");
        for (ScheduleBook.Entry entry : book.entries()) {
            table.row(
                    entry.schedule().name(),
                    entry.schedule().cadence().text(),
                    entry.schedule().work().text().replace('\t', ' '),
                    entry.next().map(Instant::toString).orElse("paused"),
                    entry.last()
                            .map(run ->
                                    Instant.ofEpochSecond(0, run.startedNanos()).toString())
                            .orElse("never"),
                    entry.last().map(ScheduleCommand::result).orElse(""));
        }
        table.printOr(
                out, "Nothing is scheduled. Add something with sextant schedule --add NAME --when 'every 6h' FILE...");
        out.flush();
    }

    private static String result(LastRun run) {
        return switch (run.outcome()) {
            case RUNNING, INTERRUPTED -> "interrupted when the desk closed";
            case DONE -> run.missed() > 0 ? run.text() + " (stood for " + run.missed() + " missed)" : run.text();
            case FAILED -> "FAILED: " + run.text();
            case CANCELLED -> "cancelled";
        };
    }

    private static Map<String, Object> map(ScheduleBook.Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", entry.schedule().name());
        map.put("when", entry.schedule().cadence().text());
        map.put("what", entry.schedule().work().text().replace('\t', ' '));
        map.put("paused", entry.schedule().paused());
        map.put("next", entry.next().map(Instant::toString).orElse(""));
        map.put(
                "last",
                entry.last()
                        .map(run -> Instant.ofEpochSecond(0, run.startedNanos()).toString())
                        .orElse(""));
        map.put("outcome", entry.last().map(run -> run.outcome().name()).orElse(""));
        map.put("missed", entry.last().map(LastRun::missed).orElse(0));
        map.put("result", entry.last().map(LastRun::text).orElse(""));
        return map;
    }
}
