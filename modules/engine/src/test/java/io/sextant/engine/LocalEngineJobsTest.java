package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.RunningJob;
import io.sextant.engine.testing.CoreSession;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Long work, and how it ends. */
class LocalEngineJobsTest extends LocalEngineDesk {

    @Test
    void aJobCanBeCancelled() {
        RunningJob<BarSeries> job =
                engine.start(new Job.SimulateHistory(1, BTC, Timeframe.M1, CoreSession.START_NANOS, 1));

        job.cancel();

        assertThatThrownBy(() -> job.result().toCompletableFuture().get(120, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(CancellationException.class);
    }

    @Test
    void aJobThatWaitsBehindAnotherIsCancelledAtOnce() {
        Job<BarSeries> endless = new Job.SimulateHistory(1, BTC, Timeframe.M1, CoreSession.START_NANOS, 1);
        RunningJob<BarSeries> first = engine.start(endless);
        await(() -> first.progress() > 0);
        RunningJob<BarSeries> second = engine.start(endless);

        second.cancel();

        assertThatThrownBy(() -> second.result().toCompletableFuture().get(0, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(CancellationException.class);
        assertThat(first.result().toCompletableFuture()).isNotDone();
        first.cancel();
        RunningJob<ImportReport> third = engine.start(new Job.ImportFiles(List.of("a.csv"), ImportChoices.NONE));
        await(() -> third.result().toCompletableFuture().isDone());
    }

    @Test
    void closingStopsARunningJobWithoutInterruptingIt() throws Exception {
        RunningJob<BarSeries> job =
                engine.start(new Job.SimulateHistory(1, BTC, Timeframe.M1, CoreSession.START_NANOS, 1));
        await(() -> job.progress() > 0);

        engine.close();

        assertThatThrownBy(() -> job.result().toCompletableFuture().get(0, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(CancellationException.class);
        assertThat(jobs.wasInterrupted).isFalse();
    }
}
