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

/** The long work that other rooms do for the engine's clients; wired in app. */
public interface JobWorks extends JobWorker {

    BarSeries simulateHistory(Job.SimulateHistory job, Progress progress);

    long rebuildTables(Progress progress);

    ImportReport importFiles(Job.ImportFiles job, Progress progress);

    long exportBars(Job.ExportBars job, Progress progress);

    QualityReport examineQuality(Job.ExamineQuality job, Progress progress);

    List<FilledSeries> backFill(Job.BackFill job, Progress progress);

    List<MacroIntake> readMacro(Job.ReadMacro job, Progress progress);

    List<CompanyIntake> readCompanies(Job.ReadCompanies job, Progress progress);

    ChainSheet readChain(Job.ReadChain job, Progress progress);

    /** Does a job of any kind but trainings, which have threads of their own, and tests of strategies. */
    @Override
    @SuppressWarnings("unchecked")
    default <R> R work(Job<R> job, Progress progress) {
        Object result = switch (job) {
            case Job.SimulateHistory history -> simulateHistory(history, progress);
            case Job.RebuildTables ignored -> rebuildTables(progress);
            case Job.ImportFiles files -> importFiles(files, progress);
            case Job.ExportBars export -> exportBars(export, progress);
            case Job.ExamineQuality quality -> examineQuality(quality, progress);
            case Job.BackFill filling -> backFill(filling, progress);
            case Job.ReadMacro macro -> readMacro(macro, progress);
            case Job.ReadCompanies companies -> readCompanies(companies, progress);
            case Job.TrainForecasts training ->
                throw new IllegalArgumentException("forecasts are not trained here: " + training);
            case Job.FollowTraining training ->
                throw new IllegalArgumentException("forecasts are not trained here: " + training);
            case Job.ReadChain chain -> readChain(chain, progress);
            case Job.RunBacktest backtest ->
                throw new IllegalArgumentException("strategies are not run here: " + backtest);
            case Job.Examine verdict -> throw new IllegalArgumentException("strategies are not run here: " + verdict);
            case Job.SaveRules rules -> throw new IllegalArgumentException("rules are not saved here: " + rules);
            case Job.RunSweep sweep -> throw new IllegalArgumentException("strategies are not run here: " + sweep);
        };
        return (R) result;
    }

    /** How a job tells how far it is and hears that it should stop. */
    interface Progress {

        /** Throws {@link java.util.concurrent.CancellationException} when the job was cancelled. */
        void done(double share);

        /** So many more rows, bars or seeds were worked through. */
        default void worked(long units) {}

        boolean isCancelled();

        /** Throws {@link java.util.concurrent.CancellationException} when the job was cancelled. */
        void checkCancelled();
    }
}
