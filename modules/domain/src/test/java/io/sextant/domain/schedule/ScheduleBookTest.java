package io.sextant.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
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

    private List<Schedule> due(Instant now) {
        return ScheduleBook.of(settings).due(now).stream()
                .map(ScheduleBook.Entry::schedule)
                .toList();
    }

    private ScheduleBook.Entry nightly() {
        return ScheduleBook.of(settings).find("nightly").orElseThrow();
    }

    @Test
    void remembersWhatItWasTold() {
        Schedule files = new Schedule(
                "my files",
                Cadence.parse("weekly fri 18:00 Europe/Paris"),
                new ScheduledWork.Import(List.of("/data/a b.csv", "/data/more")),
                true,
                77);
        LastRun run = LastRun.begun("my files", 5, 0).ended(9, Outcome.FAILED, "one\ntwo");
        set(files.toSetting());
        set(run.toSetting());

        assertThat(ScheduleBook.of(settings).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.schedule()).isEqualTo(files);
            assertThat(entry.last()).contains(new LastRun("my files", 5, 9, Outcome.FAILED, "one two", 0));
            assertThat(entry.next()).isEmpty();
        });
    }

    @Test
    void everyKindOfWorkIsReadAsItWasWritten() {
        List<ScheduledWork> kinds = List.of(
                new ScheduledWork.Import(List.of("/data")),
                new ScheduledWork.Quality(),
                new ScheduledWork.Macro(),
                new ScheduledWork.BackFill(
                        "kraken",
                        List.of(InstrumentId.of("BTC-USD"), InstrumentId.of("ETH-USD")),
                        Timeframe.MONTH,
                        30));
        assertThat(kinds)
                .allSatisfy(work -> assertThat(ScheduledWork.parse(work.text())).isEqualTo(work));
        for (String broken : List.of("backfill", "backfill\tkraken\t1h\t0\tA", "backfill\tkraken\t9h\t1\tA", "x")) {
            assertThatThrownBy(() -> ScheduledWork.parse(broken)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void countsFromItsMakingAndThenFromItsLastRun() {
        set(NIGHTLY.toSetting());
        assertThat(due(at(1_024 * HOUR - 1))).isEmpty();
        assertThat(due(at(1_024 * HOUR))).containsExactly(NIGHTLY);

        set(LastRun.begun("nightly", 1_030 * HOUR, 0).toSetting());
        assertThat(due(at(1_053 * HOUR))).isEmpty();
        assertThat(due(at(1_054 * HOUR))).containsExactly(NIGHTLY);
    }

    @Test
    void tenMissedRunsAreCaughtUpOnce() {
        set(NIGHTLY.toSetting());
        set(LastRun.begun("nightly", 1_030 * HOUR, 0).toSetting());
        assertThat(due(at(1_300 * HOUR))).containsExactly(NIGHTLY);

        set(LastRun.begun("nightly", 1_300 * HOUR, 0).toSetting());
        assertThat(due(at(1_301 * HOUR))).isEmpty();
    }

    @Test
    void saysHowManyRunsWereMissed() {
        set(NIGHTLY.toSetting());
        assertThat(nightly().missed(at(1_024 * HOUR))).as("on time").isZero();
        assertThat(nightly().missed(at(1_025 * HOUR))).isEqualTo(1);
        assertThat(nightly().missed(at((1_024 + 24 * 3) * HOUR + HOUR))).isEqualTo(4);
        assertThat(nightly().missed(at(1_000_000 * HOUR))).isEqualTo(1_000);

        set(Schedule.runNow("nightly", 1_025 * HOUR));
        assertThat(nightly().missed(at(2_000 * HOUR))).as("asked for").isZero();
    }

    @Test
    void knowsHowFarARunIsAndWhetherItShouldEnd() {
        set(NIGHTLY.toSetting());
        set(LastRun.begun("nightly", 7, 3).toSetting());
        set(new RunProgress("nightly", 6, 0.9, 10).toSetting());
        set(Schedule.cancel("nightly", 6));
        assertThat(nightly().isRunning()).isTrue();
        assertThat(nightly().last()).map(LastRun::missed).contains(3);
        assertThat(nightly().progress()).as("of an earlier run").isEmpty();
        assertThat(nightly().cancelled()).isFalse();

        RunProgress far = new RunProgress("nightly", 7, 0.25, 1_000);
        set(far.toSetting());
        set(Schedule.cancel("nightly", 7));
        assertThat(nightly().progress()).contains(far);
        assertThat(nightly().cancelled()).isTrue();
    }

    @Test
    void readsRunsOfEarlierVersions() {
        set(NIGHTLY.toSetting());
        settings.put("schedule.last.nightly", "5\n9\nDONE\nall well");
        assertThat(nightly().last()).contains(new LastRun("nightly", 5, 9, Outcome.DONE, "all well", 0));
    }

    @Test
    void runsOnceNowWhenAskedEvenWhilePaused() {
        set(NIGHTLY.asPaused(true, 1_000 * HOUR).toSetting());
        set(LastRun.begun("nightly", 1_001 * HOUR, 0).toSetting());
        assertThat(due(at(5_000 * HOUR))).isEmpty();

        set(Schedule.runNow("nightly", 1_002 * HOUR));
        assertThat(due(at(1_002 * HOUR))).hasSize(1);
        set(LastRun.begun("nightly", 1_003 * HOUR, 0).toSetting());
        assertThat(due(at(5_000 * HOUR))).isEmpty();
    }

    @Test
    void theLongestOverdueComesFirst() {
        set(NIGHTLY.toSetting());
        Schedule hourly =
                new Schedule("hourly", Cadence.parse("every 1h"), new ScheduledWork.Quality(), false, 1_000 * HOUR);
        set(hourly.toSetting());

        assertThat(due(at(2_000 * HOUR))).containsExactly(hourly, NIGHTLY);
    }

    @Test
    void forgetsWhatIsRemoved() {
        set(NIGHTLY.toSetting());
        set(Schedule.removal("nightly"));

        assertThat(ScheduleBook.of(settings).find("nightly")).isEqualTo(Optional.empty());
    }
}
