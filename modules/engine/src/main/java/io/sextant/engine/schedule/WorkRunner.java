package io.sextant.engine.schedule;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QualityChoices;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.schedule.ScheduledWork;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Does scheduled work to its end and says in a sentence how it went. Blocks. */
final class WorkRunner {

    private final EngineClient client;

    WorkRunner(EngineClient client) {
        this.client = client;
    }

    /** Thrown when the work could not be done; the message is for a person. */
    static final class WorkFailed extends Exception {

        private static final long serialVersionUID = 1;

        WorkFailed(String message) {
            super(message);
        }
    }

    String run(ScheduledWork work) throws WorkFailed, InterruptedException {
        return switch (work) {
            case ScheduledWork.Import(List<String> files) -> importFiles(files);
            case ScheduledWork.Quality() -> examineAll();
        };
    }

    private String importFiles(List<String> files) throws WorkFailed, InterruptedException {
        ImportReport report = await(
                client.start(new Job.ImportFiles(files, ImportChoices.NONE)).result());
        String sentence = String.format(
                Locale.ENGLISH,
                "%,d rows of %,d files: %,d bars new, %,d changed, %,d rows set aside",
                report.rows(),
                report.files().size(),
                report.added(),
                report.changed(),
                report.quarantinedRows());
        if (report.failedFiles() > 0) {
            throw new WorkFailed(sentence + ", " + report.failedFiles() + " files could not be read");
        }
        return sentence;
    }

    private String examineAll() throws WorkFailed, InterruptedException {
        List<ArchivedSeries> all = await(client.ask(new Query.Archive()));
        String worst = "";
        double lowest = Double.MAX_VALUE;
        for (ArchivedSeries one : all) {
            QualityReport report =
                    await(client.start(new Job.ExamineQuality(one.instrument(), one.timeframe(), QualityChoices.USUAL))
                            .result());
            if (report.score() < lowest) {
                lowest = report.score();
                worst = one.instrument() + " " + one.timeframe().label();
            }
        }
        return all.isEmpty()
                ? "There are no bars to examine"
                : String.format(Locale.ENGLISH, "%,d series, the lowest score is %.0f (%s)", all.size(), lowest, worst);
    }

    private static <T> T await(CompletionStage<T> stage) throws WorkFailed, InterruptedException {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new WorkFailed(String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        } catch (CancellationException e) {
            throw new WorkFailed("It was cancelled");
        }
    }
}
