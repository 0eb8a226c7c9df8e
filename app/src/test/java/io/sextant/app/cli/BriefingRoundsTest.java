package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.briefing.BriefingRounds;
import io.sextant.app.briefing.BriefingSchedule;
import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.SteppedClock;
import io.sextant.voice.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk without a window that writes its briefings: what was wished on the command line, and a week of it by a clock of the test's own. */
class BriefingRoundsTest {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock(nanos("2026-11-15T12:00:00Z"));
    private final List<String> told = new CopyOnWriteArrayList<>();

    private static long nanos(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    }

    private BriefingRounds rounds(EngineClient engine) {
        return new BriefingRounds(engine, folder, clock, ZoneOffset.UTC, told::add);
    }

    /** Rounds look by themselves; a moment counts once all that it owes is written. */
    private void until(int sentences) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (told.size() < sentences) {
            assertThat(System.nanoTime()).as("%s in time", sentences).isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private List<String> pages(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void wish(EngineClient engine, BriefingSchedule schedule) {
        for (ChangeSetting each : schedule.settings()) {
            var unused = engine.submit(new CommandKey(each.key() + told.size() + schedule.hashCode()), each)
                    .toCompletableFuture()
                    .join();
        }
    }

    @Test
    void whatIsDueIsWrittenOnceInTheWishedLanguageAndWhatWasMissedOnceAndNamedLate() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        CliRun run = CliRun.of(
                "--data",
                folder.toString(),
                "run",
                "--headless",
                "--json",
                "--for",
                "1s",
                "--briefing-at",
                "07:30",
                "--briefing-weekly",
                "monday",
                "--briefing-lang",
                "fr",
                "--briefing-folder",
                elsewhere.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(elsewhere)
                .as("nothing is owed from before it was wished for")
                .doesNotExist();

        try (DeskSession session = DeskSession.open(DeskOptions.in(folder), what -> {})) {
            EngineClient engine = session.client();
            BriefingSchedule kept = BriefingSchedule.of(
                    engine.ask(new Query.Settings()).toCompletableFuture().join());
            assertThat(kept.at()).contains(LocalTime.of(7, 30));
            assertThat(kept.weekly()).contains(DayOfWeek.MONDAY);
            assertThat(kept.language()).isEqualTo(Language.FRENCH);
            assertThat(kept.folder()).contains(elsewhere.toString());
            wish(
                    engine,
                    new BriefingSchedule(
                            kept.at(),
                            kept.weekly(),
                            kept.language(),
                            kept.folder(),
                            Instant.ofEpochSecond(0, clock.nanos())));

            try (BriefingRounds running = rounds(engine)) {
                // A Monday, a moment after both were due.
                clock.moveTo(nanos("2026-11-16T07:30:05Z"));
                running.begin();
                until(2);
            }
            assertThat(pages(elsewhere))
                    .containsExactly(
                            "2026-11-16-daily.html",
                            "2026-11-16-daily.pdf",
                            "2026-11-16-weekly.html",
                            "2026-11-16-weekly.pdf");
            assertThat(Files.readString(elsewhere.resolve("2026-11-16-daily.html")))
                    .contains("<html lang=\"fr\">", "Point du jour")
                    .doesNotContain("en retard");

            // Three days later: Tuesday's and Wednesday's were missed, and so was Thursday's.
            clock.moveTo(nanos("2026-11-19T09:00:00Z"));
            try (BriefingRounds running = rounds(engine)) {
                running.begin();
                until(3);
            }
            assertThat(pages(elsewhere)).hasSize(6).contains("2026-11-19-daily-late.html", "2026-11-19-daily-late.pdf");
            assertThat(Files.readString(elsewhere.resolve("2026-11-19-daily-late.html")))
                    .contains("Point du jour (en retard)", "Il était attendu le");

            aFolderThatCannotBe(engine);
            assertThat(pages(elsewhere)).as("nothing is written twice").hasSize(6);
        }
    }

    private void aFolderThatCannotBe(EngineClient engine) throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        wish(
                engine,
                new BriefingSchedule(
                        Optional.of(LocalTime.of(10, 0)),
                        Optional.empty(),
                        Language.ENGLISH,
                        Optional.of(taken.toString()),
                        Instant.ofEpochSecond(0, clock.nanos())));
        try (BriefingRounds running = rounds(engine)) {
            clock.moveTo(nanos("2026-11-19T10:00:01Z"));
            running.begin();
            until(4);
        }
        assertThat(told.getLast()).startsWith("Daily briefing could not be written to");
        assertThat(taken).hasContent("a file");
        Files.delete(taken);
        try (BriefingRounds running = rounds(engine)) {
            running.begin();
            until(5);
        }
        assertThat(told.getLast()).startsWith("Daily briefing").endsWith("2026-11-19-daily-late.html");
    }

    @Test
    void whatIsNoTimeNoDayAndNoLanguageIsSaidBeforeTheDeskOpens() {
        for (List<String> wrong : List.of(
                List.of("--briefing-at", "25:00"),
                List.of("--briefing-weekly", "someday"),
                List.of("--briefing-lang", "de"))) {
            CliRun run =
                    CliRun.of(Stream.concat(Stream.of("--data", folder.toString(), "run", "--headless"), wrong.stream())
                            .toArray(String[]::new));
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("'" + wrong.getLast() + "'");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
