package io.sextant.app.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SteppedClock;
import io.sextant.voice.assistant.Briefing;
import io.sextant.voice.assistant.Briefing.Kind;
import io.sextant.voice.assistant.Said;
import io.sextant.voice.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of a desk without a window, by a clock of the test's own and with pages that say only their title. */
class BriefingRoundsTest {

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    @TempDir
    Path data;

    private final SteppedClock clock = new SteppedClock(nanos("2026-11-15T12:00:00Z"));
    private final SettingsDesk desk = new SettingsDesk();
    private final List<String> told = new ArrayList<>();
    private final List<Kind> asked = new ArrayList<>();
    private Optional<Kind> broken = Optional.empty();
    private int early;

    @BeforeEach
    void wishForBoth() {
        wish("07:30", Optional.of(DayOfWeek.MONDAY), Optional.empty());
    }

    private void wish(String at, Optional<DayOfWeek> weekly, Optional<Path> folder) {
        BriefingSchedule schedule = new BriefingSchedule(
                Optional.of(LocalTime.parse(at)),
                weekly,
                Language.FRENCH,
                folder.map(Path::toString),
                Instant.ofEpochSecond(0, clock.nanos()));
        schedule.settings().forEach(each -> desk.put(each.key(), each.value()));
    }

    private static long nanos(String time) {
        return Instant.parse(time).getEpochSecond() * NANOS_A_SECOND;
    }

    private BriefingRounds rounds() {
        return new BriefingRounds(desk, data, clock, ZoneOffset.UTC, told::add, this::author);
    }

    private Briefing author(Language language, Kind kind, Instant now, Optional<Instant> late) {
        asked.add(kind);
        if (broken.filter(kind::equals).isPresent()) {
            throw new IllegalStateException("a fault in a briefing");
        }
        String title = language + " " + kind + late.map(due -> " due " + due).orElse("");
        Said said = new Said(List.of(), Optional.empty(), false);
        return new Briefing(kind, title, said, List.of(), new Briefing.Sources("", List.of("", "", "")), early-- > 0);
    }

    /** A look by rounds that began at that time. */
    private void lookAt(String time) {
        clock.moveTo(nanos(time));
        try (BriefingRounds rounds = rounds()) {
            rounds.look();
        }
    }

    private List<String> pages(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> pages() throws IOException {
        return pages(data.resolve("briefings"));
    }

    @Test
    void whatIsDueIsWrittenOnceAndWhatWasMissedOnceAndNamedLate() throws Exception {
        try (BriefingRounds running = rounds()) {
            running.look();
            assertThat(asked).as("nothing is owed from before").isEmpty();
            clock.moveTo(nanos("2026-11-16T07:30:05Z"));
            early = 1;
            assertThat(running.look()).as("again soon while models learn").isTrue();
            assertThat(running.look()).isFalse();
            running.look();
        }
        assertThat(pages()).containsExactly("2026-11-16-daily.html", "2026-11-16-weekly.html");
        assertThat(data.resolve("briefings").resolve("2026-11-16-daily.pdf")).isNotEmptyFile();
        lookAt("2026-11-19T09:00:00Z");
        lookAt("2026-11-19T09:01:00Z");
        assertThat(pages()).hasSize(3).contains("2026-11-19-daily-late.html");
        assertThat(told)
                .hasSize(3)
                .last()
                .asString()
                .contains("DAILY due 2026-11-19T07:30:00Z", "2026-11-19-daily-late.html");
    }

    /** Rounds that ran before the night see only the clock jump. */
    @Test
    void whatWasDueWhileTheMachineSleptIsLate() throws Exception {
        try (BriefingRounds running = rounds()) {
            clock.moveTo(nanos("2026-11-17T15:30:00Z"));
            running.look();
        }
        assertThat(pages()).containsExactly("2026-11-16-weekly-late.html", "2026-11-17-daily-late.html");
    }

    @Test
    void aPageThatAnybodyElseWroteThatDayNeitherCountsNorIsWrittenOver() throws Exception {
        Path asPressed = Files.createDirectories(data.resolve("briefings")).resolve("2026-11-16-daily.html");
        Files.writeString(asPressed, "at six, by a person");
        try (BriefingRounds running = rounds()) {
            clock.moveTo(nanos("2026-11-16T07:30:05Z"));
            running.look();
            wish("18:00", Optional.empty(), Optional.empty());
            clock.moveTo(nanos("2026-11-16T18:00:05Z"));
            running.look();
            running.look();
        }
        assertThat(asPressed).hasContent("at six, by a person");
        assertThat(pages())
                .containsExactly(
                        "2026-11-16-daily-2.html",
                        "2026-11-16-daily-3.html",
                        "2026-11-16-daily.html",
                        "2026-11-16-weekly.html");
    }

    /** At each look of a day; what is tried is counted, for each try costs the engine a whole briefing. */
    @Test
    void oneThatFailsKeepsNoOtherBackIsToldOnceAndTriedMoreAndMoreSeldom() throws Exception {
        broken = Optional.of(Kind.DAILY);
        try (BriefingRounds running = rounds()) {
            clock.moveTo(nanos("2026-11-16T07:30:05Z"));
            for (int look = 0; look < 20 * 60 * 3; look++) {
                running.look();
                clock.moveTo(clock.nanos() + 20 * NANOS_A_SECOND);
            }
            assertThat(pages()).containsExactly("2026-11-16-weekly.html");
            // Waits of 20 s, 40 s, … are over after 85 min and nine tries; in the rest of the 20 h there is one an
            // hour.
            assertThat(asked.stream().filter(Kind.DAILY::equals)).hasSize(9 + 18);
            assertThat(told).hasSize(2).first().asString().contains("The daily briefing could not be written");
            broken = Optional.empty();
            clock.moveTo(clock.nanos() + 3_600 * NANOS_A_SECOND);
            running.look();
        }
        assertThat(pages()).contains("2026-11-16-daily-late.html");
    }

    @Test
    void aFolderThatCannotBeIsSaidAtOnceAndIsTriedAgain() throws Exception {
        Path taken = Files.writeString(data.resolve("taken"), "a file");
        wish("07:30", Optional.empty(), Optional.of(taken.resolve("below")));
        try (BriefingRounds running = rounds()) {
            running.sayIfNowhere();
            assertThat(told)
                    .singleElement()
                    .asString()
                    .contains(taken.resolve("below").toString(), "nothing can be written");
            clock.moveTo(nanos("2026-11-16T07:30:05Z"));
            running.look();
            assertThat(told)
                    .last()
                    .asString()
                    .startsWith("The daily briefing could not be written to " + taken.resolve("below"));
            Files.delete(taken);
            clock.moveTo(nanos("2026-11-16T07:31:00Z"));
            running.look();
            running.sayIfNowhere();
        }
        assertThat(told).hasSize(3);
        assertThat(pages(taken.resolve("below"))).containsExactly("2026-11-16-daily.html");
    }
}
