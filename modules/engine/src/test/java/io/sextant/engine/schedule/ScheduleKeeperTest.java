package io.sextant.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.FilledSeries;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.schedule.Cadence;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.LastRun.Outcome;
import io.sextant.domain.schedule.RunProgress;
import io.sextant.domain.schedule.Schedule;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.schedule.ScheduledWork;
import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.source.MacroSource;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.time.Scheduler;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScheduleKeeperTest {

    private static final long HOUR = 3_600_000_000_000L;

    private final SettingsClient client = new SettingsClient();
    private final AtomicLong now = new AtomicLong(100 * HOUR);
    private Optional<Runnable> looking = Optional.empty();

    private final Scheduler scheduler = new Scheduler() {
        @Override
        public Cancellable every(long periodNanos, Runnable task) {
            looking = Optional.of(task);
            return () -> looking = Optional.empty();
        }

        @Override
        public Cancellable after(long delayNanos, Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    };

    private void add(String name, ScheduledWork work) {
        ChangeSetting change = new Schedule(name, Cadence.parse("every 1h"), work, false, now.get()).toSetting();
        client.settings.put(change.key(), change.value());
    }

    private LastRun last(String name) {
        return ScheduleBook.of(client.settings)
                .find(name)
                .flatMap(ScheduleBook.Entry::last)
                .orElseThrow();
    }

    private void lookAndWaitForEnd(ScheduleKeeper keeper) throws InterruptedException {
        // A look that meets the run before it still winding up starts nothing; the clock would look again.
        for (int look = 0; look < 1_000; look++) {
            keeper.look();
            LastRun run = client.remembered.poll(20, TimeUnit.MILLISECONDS);
            if (run != null && run.outcome() != Outcome.RUNNING) {
                return;
            }
        }
        throw new AssertionError("no run ended");
    }

    @Test
    void runsWhatIsDueAndRemembersHowItWent() throws Exception {
        add("files", new ScheduledWork.Import(List.of("/data")));
        try (ScheduleKeeper keeper = new ScheduleKeeper(client, now::get, scheduler)) {
            now.addAndGet(HOUR);
            lookAndWaitForEnd(keeper);

            assertThat(looking).as("looked at by the clock too").isPresent();
            assertThat(client.started).containsExactly(new Job.ImportFiles(List.of("/data"), ImportChoices.NONE, true));
            assertThat(last("files").outcome()).isEqualTo(Outcome.DONE);
            assertThat(last("files").text()).startsWith("0 rows of 0 files");
            assertThat(last("files").startedNanos()).isEqualTo(101 * HOUR);
        }
        assertThat(looking).isEmpty();
    }

    @Test
    void saysWhyARunFailedAndGoesOnWithTheNext() throws Exception {
        add("bad", new ScheduledWork.Import(List.of("/missing")));
        add("good", new ScheduledWork.Quality());
        client.badFiles = true;
        try (ScheduleKeeper keeper = new ScheduleKeeper(client, now::get, scheduler)) {
            now.addAndGet(HOUR);
            lookAndWaitForEnd(keeper);
            while (ScheduleBook.of(client.settings)
                    .find("good")
                    .orElseThrow()
                    .last()
                    .isEmpty()) {
                client.remembered.poll(120, TimeUnit.SECONDS);
            }
        }
        assertThat(last("bad").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(last("bad").text()).contains("1 files could not be read");
    }

    @Test
    void fillsHolesAndReadsMacroSourcesAndSaysHowManyCame() throws Exception {
        InstrumentId btc = InstrumentId.of("BTC-USDT");
        Job.BackFill job = new Job.BackFill("binance", List.of(btc), Timeframe.M1, 7);
        client.results.put(job, List.of(new FilledSeries(btc, Timeframe.M1, 3, 1_234, Optional.empty())));
        add("fill", new ScheduledWork.BackFill("binance", List.of(btc), Timeframe.M1, 7));
        MacroSource source = new MacroSource(
                "cpi", new MacroSource.Origin.CsvFile("/data/cpi.csv", Optional.of(Period.parse("P45D"))));
        client.settings.put(source.toSetting().key(), source.toSetting().value());
        client.results.put(
                new Job.ReadMacro(List.of(source), false),
                List.of(new MacroIntake("cpi", false, 9, 4, 1, 0, List.of(), Optional.empty())));
        try (ScheduleKeeper keeper = new ScheduleKeeper(client, now::get, scheduler)) {
            now.addAndGet(HOUR);
            lookAndWaitForEnd(keeper);
            assertThat(last("fill").text()).isEqualTo("1 series of binance: 3 holes, 1,234 bars new");

            add("series", new ScheduledWork.Macro());
            now.addAndGet(HOUR - 1);
            now.addAndGet(1);
            client.results.put(
                    job, List.of(new FilledSeries(btc, Timeframe.M1, 3, 0, Optional.of("it is not reachable"))));
            while (ScheduleBook.of(client.settings)
                    .find("series")
                    .orElseThrow()
                    .last()
                    .filter(run -> !run.isRunning())
                    .isEmpty()) {
                lookAndWaitForEnd(keeper);
            }
        }
        assertThat(last("series").text()).isEqualTo("1 macro series: 4 figures new, 1 of them revise an older one");
        assertThat(SourceBook.of(client.settings).findMacro("cpi").orElseThrow().last())
                .hasValueSatisfying(result -> assertThat(result.text()).startsWith("9 figures, 4 new"));
        assertThat(last("fill").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(last("fill").text()).endsWith("0 bars new; BTC-USDT: it is not reachable");
    }

    @Test
    void doesNothingBeforeTheTimeComes() throws Exception {
        add("files", new ScheduledWork.Quality());
        try (ScheduleKeeper keeper = new ScheduleKeeper(client, now::get, scheduler)) {
            keeper.look();
            now.addAndGet(HOUR - 1);
            keeper.look();
        }
        assertThat(client.remembered).isEmpty();
    }

    @Test
    void aRunThatTheEndOfTheDeskCutShortIsNotCalledDone() throws Exception {
        add("files", new ScheduledWork.Import(List.of("/slow")));
        client.endless = true;
        ScheduleKeeper keeper = new ScheduleKeeper(client, now::get, scheduler);
        now.addAndGet(HOUR);
        looking.orElseThrow().run();
        assertThat(client.remembered.poll(120, TimeUnit.SECONDS)).isNotNull();

        keeper.close();

        assertThat(last("files").outcome()).isEqualTo(Outcome.RUNNING);
    }

    @Test
    void callsInterruptedWhatTheEndOfTheDeskCutShort() throws Exception {
        add("files", new ScheduledWork.Quality());
        ChangeSetting begun = LastRun.begun("files", now.get(), 0).toSetting();
        client.settings.put(begun.key(), begun.value());
        try (ScheduleKeeper keeper = new ScheduleKeeper(client, now::get, scheduler)) {
            lookAndWaitForEnd(keeper);
        }
        assertThat(last("files").outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(client.started).isEmpty();
    }

    @Test
    void oneRunStandsForAllThatWereMissed() throws Exception {
        add("files", new ScheduledWork.Import(List.of("/data")));
        try (ScheduleKeeper keeper = new ScheduleKeeper(client, now::get, scheduler)) {
            now.addAndGet(5 * HOUR + HOUR / 2);
            lookAndWaitForEnd(keeper);
        }
        assertThat(last("files").missed()).isEqualTo(5);
        assertThat(client.started).hasSize(1);
    }

    @Test
    void tellsHowFarARunIsAndEndsItWhenAsked() throws Exception {
        add("files", new ScheduledWork.Import(List.of("/slow")));
        client.endless = true;
        try (ScheduleKeeper keeper = new ScheduleKeeper(client, now::get, scheduler)) {
            now.addAndGet(HOUR);
            keeper.look();
            LastRun begun = client.remembered.poll(120, TimeUnit.SECONDS);
            assertThat(begun).isNotNull();
            client.share = 0.37;
            while (client.started.isEmpty()
                    || ScheduleBook.of(client.settings)
                            .find("files")
                            .flatMap(ScheduleBook.Entry::progress)
                            .isEmpty()) {
                keeper.look();
                Thread.onSpinWait();
            }
            assertThat(ScheduleBook.of(client.settings).find("files").flatMap(ScheduleBook.Entry::progress))
                    .contains(new RunProgress("files", begun.startedNanos(), 0.37, 1_234));

            ChangeSetting end = Schedule.cancel("files", begun.startedNanos());
            client.settings.put(end.key(), end.value());
            keeper.look();
            LastRun ended = client.remembered.poll(120, TimeUnit.SECONDS);
            assertThat(ended).isNotNull();
            assertThat(ended.outcome()).isEqualTo(Outcome.CANCELLED);
        }
    }

    /** A desk that knows settings and answers two kinds of work. */
    private static final class SettingsClient implements EngineClient {

        final Map<String, String> settings = new ConcurrentHashMap<>();
        final BlockingQueue<LastRun> remembered = new LinkedBlockingQueue<>();
        final List<Job<?>> started = new java.util.concurrent.CopyOnWriteArrayList<>();
        final Map<Job<?>, Object> results = new ConcurrentHashMap<>();
        volatile boolean badFiles;
        volatile boolean endless;
        volatile double share;

        @Override
        public CompletionStage<Answer> submit(CommandKey key, Command command) {
            if (command instanceof ChangeSetting(String name, String value)) {
                settings.put(name, value);
                LastRun.findIn(Map.entry(name, value)).ifPresent(remembered::add);
            }
            return CompletableFuture.completedFuture(new Answer.Done(1, Optional.empty()));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> CompletionStage<R> ask(Query<R> query) {
            return CompletableFuture.completedFuture(
                    (R) (query instanceof Query.Settings ? Map.copyOf(settings) : List.of()));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> RunningJob<R> start(Job<R> job) {
            started.add(job);
            List<FileImport> files = badFiles ? List.of(FileImport.failed("/missing", "it is not there")) : List.of();
            CompletableFuture<R> result = endless
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(
                            (R) results.getOrDefault(job, new ImportReport(files, false, "")));
            return new RunningJob<>() {
                @Override
                public double progress() {
                    return share;
                }

                @Override
                public long unitsDone() {
                    return 1_234;
                }

                @Override
                public void cancel() {
                    result.cancel(false);
                }

                @Override
                public CompletionStage<R> result() {
                    return result;
                }
            };
        }

        @Override
        public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
