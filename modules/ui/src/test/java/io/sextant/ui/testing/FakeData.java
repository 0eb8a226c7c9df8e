package io.sextant.ui.testing;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.request.BarReading;
import io.sextant.domain.request.BarReadings;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The fake engine's archive, and its jobs: each runs until the test ends it. */
public final class FakeData {

    private final Map<String, ForecastBoard> boards = new HashMap<>();
    private final Map<String, RegimeBoard> regimes = new HashMap<>();
    private final List<FakeJob<?>> started = new ArrayList<>();

    private record Stored(InstrumentId instrument, Timeframe timeframe, BarReading reading) {}

    private final Map<Stored, BarSeries> bars = new ConcurrentHashMap<>();
    private final Map<InstrumentId, BarReadings> readings = new ConcurrentHashMap<>();
    private List<ArchivedSeries> archive = List.of();
    private volatile List<MarkedStretch> marks = List.of();

    /** From now on these stretches of every series are not to be trusted. */
    public void mark(List<MarkedStretch> stretches) {
        marks = List.copyOf(stretches);
    }

    /** From now on the archive has these bars of a series that the desk does not trade. */
    public void storeBars(InstrumentId instrument, Timeframe timeframe, BarSeries series) {
        storeBars(instrument, timeframe, BarReading.PLAIN, series);
    }

    /** From now on these bars are the answer to another reading. */
    public void storeBars(InstrumentId instrument, Timeframe timeframe, BarReading reading, BarSeries series) {
        bars.put(new Stored(instrument, timeframe, reading), series);
    }

    BarSeries bars(InstrumentId instrument, Query.Bars wanted) {
        BarSeries all =
                bars.getOrDefault(new Stored(instrument, wanted.timeframe(), wanted.reading()), BarSeries.EMPTY);
        int to = all.indexAtOrAfter(wanted.beforeNanos());
        return all.copyOfRange(Math.max(0, to - wanted.limit()), to);
    }

    /** From now on there are these other ways to read an instrument. */
    public void offer(InstrumentId instrument, BarReadings ways) {
        readings.put(instrument, ways);
    }

    BarReadings readings(InstrumentId instrument) {
        return readings.getOrDefault(instrument, BarReadings.NONE);
    }

    List<MarkedStretch> marks() {
        return marks;
    }

    /** A job whose course the test decides. */
    public static final class FakeJob<R> implements RunningJob<R> {

        private final Job<R> job;
        private final CompletableFuture<R> future = new CompletableFuture<>();
        private volatile double share;
        private volatile long units;
        private volatile boolean cancelled;

        private FakeJob(Job<R> job) {
            this.job = job;
        }

        public Job<R> job() {
            return job;
        }

        public void reach(double newShare, long newUnits) {
            share = newShare;
            units = newUnits;
        }

        public void finish(R result) {
            future.complete(result);
        }

        public void fail(String why) {
            future.completeExceptionally(new IllegalStateException(why));
        }

        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public double progress() {
            return share;
        }

        @Override
        public long unitsDone() {
            return units;
        }

        @Override
        public void cancel() {
            cancelled = true;
            future.completeExceptionally(new CancellationException("cancelled"));
        }

        @Override
        public CompletionStage<R> result() {
            return future;
        }
    }

    public synchronized void store(ArchivedSeries... series) {
        archive = List.of(series);
    }

    synchronized List<ArchivedSeries> archive() {
        return archive;
    }

    /** From now on that is what is forecast of its series. */
    public synchronized void forecast(ForecastBoard board) {
        boards.put(board.instrument().symbol() + " " + board.timeframe().label(), board);
    }

    /** From now on that is what is known of its series. */
    public synchronized void regime(RegimeBoard board) {
        regimes.put(board.instrument().symbol() + " " + board.timeframe().label(), board);
    }

    /** Of other series it says that it begins. */
    synchronized RegimeBoard regimes(InstrumentId instrument, Timeframe timeframe) {
        RegimeBoard known = regimes.get(instrument.symbol() + " " + timeframe.label());
        return known != null
                ? known
                : new RegimeBoard(
                        instrument,
                        timeframe,
                        RegimeBoard.State.OPENING,
                        0,
                        400,
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
    }

    /** Of other series it says that it begins. */
    synchronized ForecastBoard forecasts(InstrumentId instrument, Timeframe timeframe) {
        ForecastBoard known = boards.get(instrument.symbol() + " " + timeframe.label());
        return known != null
                ? known
                : new ForecastBoard(
                        instrument,
                        timeframe,
                        ForecastBoard.State.OPENING,
                        0,
                        300,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        0,
                        Optional.empty());
    }

    synchronized <R> RunningJob<R> start(Job<R> job) {
        FakeJob<R> fake = new FakeJob<>(job);
        started.add(fake);
        return fake;
    }

    public synchronized List<Job<?>> jobs() {
        List<Job<?>> jobs = new ArrayList<>();
        started.forEach(fake -> jobs.add(fake.job()));
        return jobs;
    }

    /** The newest job; it must be of this type. */
    // A job's class says the type of its result.
    @SuppressWarnings("unchecked")
    public synchronized <R, J extends Job<R>> FakeJob<R> newest(Class<J> type) {
        FakeJob<?> newest = started.getLast();
        if (!type.isInstance(newest.job())) {
            throw new AssertionError("the newest job is " + newest.job());
        }
        return (FakeJob<R>) newest;
    }
}
