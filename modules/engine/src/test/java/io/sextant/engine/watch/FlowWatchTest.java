package io.sextant.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.analytics.orderflow.FlowGuard;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.TellAnomaly;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SteppedClock;
import io.sextant.engine.testing.CoreSession;
import io.sextant.marketdata.MarketSink;
import io.sextant.simulator.SimulatedInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FlowWatchTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int CAPACITY = 65_536;

    private final InstrumentCatalog instruments = new SimulatedInstruments(CoreSession.START_NANOS).catalog();
    private final Told told = new Told();
    private final FlowWatch watch =
            new FlowWatch(told, instruments, FlowGuard.Settings.USUAL, new SteppedClock(7), Pause.PARK);
    private final Heard heard = new Heard();
    private final MarketSink tap = watch.tap(heard);

    /** A book that was known for an hour before {@link #iceberg} begins. */
    private void knownBook() {
        tap.onLevel(1, 0, Side.BUY, 499, 10);
        tap.onLevel(1, 40 * SECOND, Side.BUY, 499, 11);
    }

    /** Refills of one quantity after each trade that used it up. */
    private void iceberg(int instrument, long from) {
        iceberg(tap, instrument, from);
    }

    private static void iceberg(MarketSink to, int instrument, long from) {
        for (int i = 0; i < 6; i++) {
            long now = from + i * SECOND;
            to.onTrade(instrument, now, 500, 33, Side.BUY);
            to.onLevel(instrument, now, Side.SELL, 500, 0);
            to.onLevel(instrument, now, Side.SELL, 500, 33);
        }
    }

    @Test
    void tellsTheEngineWhatItSawWithTheInstrumentsOwnUnits() {
        knownBook();
        iceberg(1, 3_600 * SECOND);
        while (watch.drain() > 0) {
            assertThat(watch.lost()).isZero();
        }
        assertThat(told.anomalies).hasSize(1);
        FlowAnomaly anomaly = told.anomalies.getFirst();
        assertThat(anomaly.kind()).isEqualTo(FlowAnomaly.Kind.ICEBERG);
        assertThat(anomaly.instrument()).isEqualTo(instruments.all().get(1).id());
        assertThat(anomaly.side()).isEqualTo(Side.SELL);
        assertThat(anomaly.price()).isEqualTo(instruments.all().get(1).priceOf(500));
        assertThat(anomaly.quantity()).isEqualTo(instruments.all().get(1).quantityOf(33));
        assertThat(told.keys).doesNotHaveDuplicates();
    }

    @Test
    void theEngineHearsAllOfItAllTheSame() {
        Headline headline = new Headline(1, List.of(), "", List.of(), "news", "paper");
        tap.onQuote(6, 1, 2, 3, 4, 5);
        tap.onTrade(6, 1, 2, 3, Side.SELL);
        tap.onLevel(6, 1, Side.BUY, 2, 3);
        tap.onLevel(6, 1, Side.SELL, 2, 3);
        tap.onStatus(FeedStatus.STALE, "late");
        tap.onHeadline(headline);
        assertThat(heard.reports)
                .containsExactly(
                        List.of("quote", 6, 1L, 2L, 3L, 4L, 5L),
                        List.of("trade", 6, 1L, 2L, 3L, Side.SELL),
                        List.of("level", 6, 1L, Side.BUY, 2L, 3L),
                        List.of("level", 6, 1L, Side.SELL, 2L, 3L),
                        List.of("status", FeedStatus.STALE, "late"),
                        List.of("headline", headline));
    }

    @Test
    void aBookThatIsNewIsNotJudged() {
        knownBook();
        tap.onStatus(FeedStatus.DISCONNECTED, "gone");
        tap.onLevel(1, 3_600 * SECOND, Side.BUY, 499, 10);
        iceberg(1, 3_601 * SECOND);
        while (watch.drain() > 0) {
            assertThat(watch.lost()).isZero();
        }
        assertThat(told.anomalies).isEmpty();
    }

    @Test
    void losesReportsRatherThanStallingTheLoop() {
        fill(100_000);
        assertThat(watch.lost()).isEqualTo(100_000 - CAPACITY);
        assertThat(heard.reports).hasSize(100_000);
    }

    private void fill(int reports) {
        for (int i = 0; i < reports; i++) {
            tap.onLevel(0, i, Side.BUY, 100, i);
        }
    }

    private void drainAll() {
        int read;
        do {
            read = watch.drain();
        } while (read > 0);
    }

    @Test
    void judgesWhatWaitedBeforeTheGapByTheOldBookAndNothingBehindIt() {
        // The book comes so late that it is read only after the loss was noticed.
        fill(CAPACITY - 2);
        knownBook();
        fill(1_000);
        assertThat(watch.lost()).isEqualTo(1_000);
        drainAll();
        iceberg(1, 3_600 * SECOND);
        drainAll();
        assertThat(told.anomalies).isEmpty();
        iceberg(1, 7_200 * SECOND);
        drainAll();
        assertThat(told.anomalies).as("an hour on the book is known again").hasSize(1);
    }

    @Test
    void tellsWhatLiesWholeBeforeAGap() {
        knownBook();
        int reports = heard.reports.size();
        iceberg(1, 3_600 * SECOND);
        fill(CAPACITY);
        assertThat(watch.lost()).isEqualTo(heard.reports.size() - CAPACITY).isGreaterThan(reports);
        drainAll();
        assertThat(told.anomalies).hasSize(1);
    }

    @Test
    void aDisconnectionThatIsLostStillEndsTheBook() {
        fill(CAPACITY - 2);
        knownBook();
        tap.onStatus(FeedStatus.DISCONNECTED, "gone");
        assertThat(watch.lost()).isEqualTo(1);
        drainAll();
        iceberg(1, 3_600 * SECOND);
        drainAll();
        assertThat(told.anomalies).isEmpty();
    }

    @Test
    void levelsThatWaitedBeforeTheTapBelongToTheBook() {
        watch.standing(1, 0, Side.BUY, 499, 10);
        tap.onLevel(1, 40 * SECOND, Side.BUY, 499, 11);
        iceberg(1, 3_600 * SECOND);
        drainAll();
        assertThat(told.anomalies).hasSize(1);
        assertThat(heard.reports).as("the engine knows them").hasSize(19);
    }

    @Test
    void anotherProcessTellsTheSameAnomalyByAnotherKey() {
        knownBook();
        iceberg(1, 3_600 * SECOND);
        drainAll();
        FlowWatch later = new FlowWatch(told, instruments, FlowGuard.Settings.USUAL, new SteppedClock(8), Pause.PARK);
        later.standing(1, 0, Side.BUY, 499, 10);
        MarketSink laterTap = later.tap(heard);
        laterTap.onLevel(1, 40 * SECOND, Side.BUY, 499, 11);
        iceberg(laterTap, 1, 3_600 * SECOND);
        assertThat(later.drain()).isPositive();
        assertThat(told.anomalies).hasSize(2);
        assertThat(told.anomalies.get(0)).isEqualTo(told.anomalies.get(1));
        assertThat(told.keys).doesNotHaveDuplicates();
    }

    @Test
    void runsOnAThreadOfItsOwnUntilItIsClosed() {
        watch.begin();
        knownBook();
        iceberg(1, 3_600 * SECOND);
        told.first.orTimeout(120, TimeUnit.SECONDS).join();
        watch.close();
        assertThat(told.anomalies).hasSize(1);
    }

    private static final class Told implements EngineClient {

        private final List<FlowAnomaly> anomalies = new ArrayList<>();
        private final List<CommandKey> keys = new ArrayList<>();
        private final CompletableFuture<Event> first = new CompletableFuture<>();

        @Override
        public CompletionStage<Answer> submit(CommandKey key, Command command) {
            assertThat(command).isInstanceOfSatisfying(TellAnomaly.class, tell -> anomalies.add(tell.anomaly()));
            keys.add(key);
            first.complete(new AnomalySeen(1, 1, anomalies.getFirst()));
            return CompletableFuture.completedFuture(new Answer.Done(1, Optional.empty()));
        }

        @Override
        public <R> CompletionStage<R> ask(Query<R> query) {
            throw new AssertionError(query);
        }

        @Override
        public <R> RunningJob<R> start(Job<R> job) {
            throw new AssertionError(job);
        }

        @Override
        public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
            throw new AssertionError(topic);
        }

        @Override
        public void close() {}
    }

    private static final class Heard implements MarketSink {

        private final List<List<Object>> reports = new ArrayList<>();

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            reports.add(List.of("trade", instrument, timeNanos, priceTicks, lots, aggressor));
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
            reports.add(List.of("quote", instrument, timeNanos, bidTicks, bidLots, askTicks, askLots));
        }

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
            reports.add(List.of("level", instrument, timeNanos, side, priceTicks, lots));
        }

        @Override
        public void onHeadline(Headline headline) {
            reports.add(List.of("headline", headline));
        }

        @Override
        public void onStatus(FeedStatus status, String detail) {
            reports.add(List.of("status", status, detail));
        }
    }
}
