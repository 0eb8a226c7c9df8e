package io.sextant.app.session;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.request.Job;
import io.sextant.engine.JobWorks;
import java.util.function.ToLongFunction;

/** Long work, done by the rooms that know how. */
final class EngineJobs implements JobWorks {

    private final ToLongFunction<Progress> rebuild;

    EngineJobs(ToLongFunction<Progress> rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public BarSeries simulateHistory(Job.SimulateHistory job, Progress progress) {
        progress.checkCancelled();
        BarSeries bars = SimulatedPast.bars(job);
        progress.done(1);
        return bars;
    }

    @Override
    public long rebuildTables(Progress progress) {
        return rebuild.applyAsLong(progress);
    }
}
