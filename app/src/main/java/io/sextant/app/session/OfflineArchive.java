package io.sextant.app.session;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.request.Job;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.JobWorks;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.store.SextantStore;
import java.nio.file.Path;
import java.util.List;

/** Works on the archive of a desk that is not running, without letting its market move. */
public final class OfflineArchive {

    private static final long ANY_TIME_NANOS = 1;

    private OfflineArchive() {}

    /** Makes a desk's folder where there is none, so that prices can be there before the market opens. */
    public static <R> R run(DeskOptions options, Job<R> job, JobWorks.Progress progress) {
        Path folder = SessionFolder.of(options);
        try (SextantStore store = StoreOpening.open(folder, DeskMending.NOTHING, new SystemClock())) {
            SimulatedInstruments simulated = new SimulatedInstruments(ANY_TIME_NANOS);
            EngineJobs jobs = new EngineJobs(
                    ignored -> store.rebuildTables(position -> {}),
                    store.bars(),
                    instrument ->
                            options.recording().isEmpty() && simulated.catalog().contains(instrument),
                    folder.resolve("quarantine"),
                    new SystemClock());
            return jobs.work(job, progress);
        }
    }

    public static List<ArchivedSeries> series(DeskOptions options) {
        try (SextantStore store =
                StoreOpening.open(SessionFolder.of(options), DeskMending.NOTHING, new SystemClock())) {
            return store.bars().series();
        }
    }
}
