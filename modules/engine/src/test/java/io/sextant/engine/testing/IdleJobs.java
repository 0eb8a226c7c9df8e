package io.sextant.engine.testing;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.request.Job;
import io.sextant.engine.JobWorks;

/** Jobs that are done at once and make nothing. */
public final class IdleJobs implements JobWorks {

    @Override
    public BarSeries simulateHistory(Job.SimulateHistory job, Progress progress) {
        return BarSeries.EMPTY;
    }

    @Override
    public long rebuildTables(Progress progress) {
        return 0;
    }
}
