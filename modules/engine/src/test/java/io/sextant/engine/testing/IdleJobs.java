package io.sextant.engine.testing;

import io.sextant.domain.dataset.ChainSheet;
import io.sextant.domain.dataset.FilledSeries;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.fundamental.CompanyIntake;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.request.Job;
import io.sextant.domain.source.MacroIntake;
import io.sextant.engine.JobWorks;
import java.util.List;

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

    @Override
    public ImportReport importFiles(Job.ImportFiles job, Progress progress) {
        return new ImportReport(List.of(), job.choices().dryRun(), "");
    }

    @Override
    public long exportBars(Job.ExportBars job, Progress progress) {
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
    public QualityReport examineQuality(Job.ExamineQuality job, Progress progress) {
        throw new UnsupportedOperationException("no archive here");
    }
}
