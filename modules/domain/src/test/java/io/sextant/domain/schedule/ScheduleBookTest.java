package io.sextant.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.schedule.LastRun.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleBookTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final Schedule NIGHTLY =
            new Schedule("nightly", Cadence.parse("every 24h"), new ScheduledWork.Quality(), false, 1_000 * HOUR);

    private final Map<String, String> settings = new HashMap<>(Map.of("ui.theme", "DARK", "schedule.plan.odd", "?"));

    private void set(ChangeSetting change) {
        settings.put(change.key(), change.value());
    }

    private static Instant at(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    @Test
    void remembersWhatItWasTold() {
        Schedule files = new Schedule(
                "my files",
                Cadence.parse("weekly fri 18:00 Europe/Paris"),
                new ScheduledWork.Import(List.of("/data/a b.csv", "/data/more")),
                true,
                77);
        LastRun run = LastRun.begun("my files", 5).ended(9, Outcome.FAILED, "one\ntwo");
        set(files.toSetting());
        set(run.toSetting());

        assertThat(ScheduleBook.of(settings).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.schedule()).isEqualTo(files);
            assertThat(entry.last()).contains(new LastRun("my files", 5, 9, Outcome.FAILED, "one two"));
            assertThat(entry.next()).isEmpty();
        });
    }

    @Test
    void countsFromItsMakingAndThenFromItsLastRun() {
        set(NIGHTLY.toSetting());
        assertThat(ScheduleBook.of(settings).due(at(1_024 * HOUR - 1))).isEmpty();
        assertThat(ScheduleBook.of(settings).due(at(1_024 * HOUR))).containsExactly(NIGHTLY);

        set(LastRun.begun("nightly", 1_030 * HOUR).toSetting());
        assertThat(ScheduleBook.of(settings).due(at(1_053 * HOUR))).isEmpty();
        assertThat(ScheduleBook.of(settings).due(at(1_054 * HOUR))).containsExactly(NIGHTLY);
    }

    @Test
    void tenMissedRunsAreCaughtUpOnce() {
        set(NIGHTLY.toSetting());
        set(LastRun.begun("nightly", 1_030 * HOUR).toSetting());
        assertThat(ScheduleBook.of(settings).due(at(1_300 * HOUR))).containsExactly(NIGHTLY);

        set(LastRun.begun("nightly", 1_300 * HOUR).toSetting());
        assertThat(ScheduleBook.of(settings).due(at(1_301 * HOUR))).isEmpty();
    }

    @Test
    void runsOnceNowWhenAskedEvenWhilePaused() {
        set(NIGHTLY.asPaused(true, 1_000 * HOUR).toSetting());
        set(LastRun.begun("nightly", 1_001 * HOUR).toSetting());
        assertThat(ScheduleBook.of(settings).due(at(5_000 * HOUR))).isEmpty();

        set(Schedule.runNow("nightly", 1_002 * HOUR));
        assertThat(ScheduleBook.of(settings).due(at(1_002 * HOUR))).hasSize(1);
        set(LastRun.begun("nightly", 1_003 * HOUR).toSetting());
        assertThat(ScheduleBook.of(settings).due(at(5_000 * HOUR))).isEmpty();
    }

    @Test
    void theLongestOverdueComesFirst() {
        set(NIGHTLY.toSetting());
        Schedule hourly =
                new Schedule("hourly", Cadence.parse("every 1h"), new ScheduledWork.Quality(), false, 1_000 * HOUR);
        set(hourly.toSetting());

        assertThat(ScheduleBook.of(settings).due(at(2_000 * HOUR))).containsExactly(hourly, NIGHTLY);
    }

    @Test
    void forgetsWhatIsRemoved() {
        set(NIGHTLY.toSetting());
        set(Schedule.removal("nightly"));

        assertThat(ScheduleBook.of(settings).find("nightly")).isEqualTo(Optional.empty());
    }
}
