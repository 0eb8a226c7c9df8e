package io.sextant.engine;

import io.sextant.domain.dataset.ChainSheet;
import io.sextant.domain.dataset.FilledSeries;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.fundamental.CompanyIntake;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.request.Job;
import io.sextant.domain.source.MacroIntake;
import java.util.List;

/** Jobs that only end when they are cancelled. */
final class EndlessJobs implements JobWorks {

    volatile boolean wasInterrupted;

    @Override
    public BarSeries simulateHistory(Job.SimulateHistory job, Progress progress) {
        try {
            while (true) {
                progress.done(0.5);
                Thread.onSpinWait();
            }
        } finally {
            wasInterrupted |= Thread.currentThread().isInterrupted();
        }
    }

    @Override
    public long rebuildTables(Progress progress) {
        return 0;
    }

    @Override
    public List<FilledSeries> backFill(Job.BackFill job, Progress progress) {
        return List.of();
    }

    @Override
    public ChainSheet readChain(Job.ReadChain job, Progress progress) {
        throw new UnsupportedOperationException("no files here");
    }

    @Override
    public List<CompanyIntake> readCompanies(Job.ReadCompanies job, Progress progress) {
        return List.of();
    }

    @Override
    public List<MacroIntake> readMacro(Job.ReadMacro job, Progress progress) {
        return List.of();
    }

    @Override
    public ImportReport importFiles(Job.ImportFiles job, Progress progress) {
        return new ImportReport(List.of(), true, "");
    }

    @Override
    public long exportBars(Job.ExportBars job, Progress progress) {
        return 0;
    }

    @Override
    public QualityReport examineQuality(Job.ExamineQuality job, Progress progress) {
        throw new UnsupportedOperationException("no archive here");
    }
}
