package io.sextant.app.cli;

import io.sextant.app.session.DataFolder;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.app.session.OfflineDesk;
import io.sextant.app.session.SessionProblem;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Answer;
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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the desk does by the clock: seen and changed here while it is closed, done while it is open. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Shows and changes what an open desk does by the clock: imports and quality runs.")
final class ScheduleCommand extends SextantCommand.Part {

    @Spec
    @Nullable CommandSpec spec;

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
        Path chosen = dataFolder();
        DeskOptions options = DeskOptions.in(chosen == null ? DataFolder.usual() : chosen);
        ScheduleBook book = OfflineDesk.schedules(options);
        Change wanted = change;
        if (wanted != null) {
            ChangeSetting setting = setting(wanted, book, new SystemClock());
            apply(options, setting);
            book = OfflineDesk.schedules(options);
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
        if (quality != files.isEmpty()) {
            throw notUnderstood("Say what to do: --quality, or the files and folders to import");
        }
        try {
            ScheduledWork work = quality
                    ? new ScheduledWork.Quality()
                    : new ScheduledWork.Import(files.stream()
                            .map(file -> file.toAbsolutePath().normalize().toString())
                            .toList());
            return new Schedule(name, Cadence.parse(when == null ? "" : when), work, false, clock.nanos()).toSetting();
        } catch (IllegalArgumentException e) {
            throw notUnderstood(String.valueOf(e.getMessage()));
        }
    }

    private Schedule known(ScheduleBook book, String name) {
        return book.find(name)
                .map(ScheduleBook.Entry::schedule)
                .orElseThrow(() -> notUnderstood("There is no schedule called '" + name + "'"));
    }

    private ParameterException notUnderstood(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }

    private static void apply(DeskOptions options, ChangeSetting setting) {
        try (DeskSession desk = DeskSession.open(options, what -> {})) {
            String key = "schedule-" + new SystemClock().nanos();
            Answer answer = desk.client()
                    .submit(new CommandKey(key), setting)
                    .toCompletableFuture()
                    .join();
            if (answer instanceof Answer.Refused refused) {
                throw new SessionProblem(refused.refusal().sentence());
            }
        }
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
