package io.sextant.engine.schedule;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.dataset.FilledSeries;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QualityChoices;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.schedule.LastRun.Outcome;
import io.sextant.domain.schedule.ScheduledWork;
import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.source.SourceResult;
import io.sextant.domain.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does scheduled work to its end and says in a sentence how it went. Blocks; others may look how far it is, and end it. */
final class WorkRunner {

    private final EngineClient client;
    private final Clock clock;
    private volatile @Nullable RunningJob<?> job;
    private volatile boolean cancelled;
    private volatile double shareBefore;
    private volatile double shareOfJob;
    private volatile long unitsBefore;

    WorkRunner(EngineClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Thrown when the work was not done; the message is for a person. */
    static final class NotDone extends Exception {

        private static final long serialVersionUID = 1;

        private final Outcome outcome;

        NotDone(Outcome outcome, String message) {
            super(message);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    String run(ScheduledWork work) throws NotDone, InterruptedException {
        cancelled = false;
        shareBefore = 0;
        shareOfJob = 1;
        unitsBefore = 0;
        try {
            return switch (work) {
                case ScheduledWork.Import(List<String> files) -> importFiles(files);
                case ScheduledWork.Quality() -> examineAll();
                case ScheduledWork.BackFill(var source, var instruments, var timeframe, int days) ->
                    backFill(new Job.BackFill(source, instruments, timeframe, days));
                case ScheduledWork.Macro() -> readMacro();
            };
        } finally {
            job = null;
        }
    }

    /** Ends what is running soon; the run then says so. */
    void cancel() {
        cancelled = true;
        RunningJob<?> running = job;
        if (running != null) {
            running.cancel();
        }
    }

    /** Share of the whole work, 0 to 1. */
    double share() {
        RunningJob<?> running = job;
        return shareBefore + (running == null ? 0 : shareOfJob * running.progress());
    }

    /** Rows or bars of the whole work. */
    long units() {
        RunningJob<?> running = job;
        return unitsBefore + (running == null ? 0 : running.unitsDone());
    }

    private String importFiles(List<String> files) throws NotDone, InterruptedException {
        ImportReport report = finish(client.start(new Job.ImportFiles(files, ImportChoices.NONE, true)));
        String sentence = String.format(
                Locale.ENGLISH,
                "%,d rows of %,d files: %,d bars new, %,d changed, %,d rows set aside",
                report.rows(),
                report.files().size(),
                report.added(),
                report.changed(),
                report.quarantinedRows());
        if (report.unchangedFiles() > 0) {
            sentence += String.format(Locale.ENGLISH, ", %,d files as they were", report.unchangedFiles());
        }
        if (report.failedFiles() > 0) {
            throw new NotDone(
                    Outcome.FAILED,
                    String.format(Locale.ENGLISH, "%s, %,d files could not be read", sentence, report.failedFiles()));
        }
        return sentence;
    }

    private String examineAll() throws NotDone, InterruptedException {
        List<ArchivedSeries> all = await(client.ask(new Query.Archive()));
        String worst = "";
        double lowest = Double.MAX_VALUE;
        shareOfJob = 1.0 / Math.max(1, all.size());
        for (int i = 0; i < all.size(); i++) {
            ArchivedSeries one = all.get(i);
            shareBefore = i * shareOfJob;
            QualityReport report = finish(
                    client.start(new Job.ExamineQuality(one.instrument(), one.timeframe(), QualityChoices.USUAL)));
            if (report.score() < lowest) {
                lowest = report.score();
                worst = one.instrument() + " " + one.timeframe().label();
            }
        }
        return all.isEmpty()
                ? "There are no bars to examine"
                : String.format(Locale.ENGLISH, "%,d series, the lowest score is %.0f (%s)", all.size(), lowest, worst);
    }

    private String backFill(Job.BackFill job) throws NotDone, InterruptedException {
        List<FilledSeries> filled = finish(client.start(job));
        String sentence = String.format(
                Locale.ENGLISH,
                "%,d series of %s: %,d holes, %,d bars new",
                filled.size(),
                job.source(),
                filled.stream().mapToLong(FilledSeries::holes).sum(),
                filled.stream().mapToLong(FilledSeries::added).sum());
        String problems = filled.stream()
                .flatMap(one -> one.problem().map(why -> one.instrument() + ": " + why).stream())
                .collect(Collectors.joining("; "));
        if (!problems.isEmpty()) {
            throw new NotDone(Outcome.FAILED, sentence + "; " + problems);
        }
        return sentence;
    }

    private String readMacro() throws NotDone, InterruptedException {
        SourceBook book = SourceBook.of(await(client.ask(new Query.Settings())));
        if (book.macro().isEmpty()) {
            return "There are no macro sources to read";
        }
        List<MacroIntake> read = finish(client.start(new Job.ReadMacro(
                book.macro().stream().map(SourceBook.Macro::source).toList(), false)));
        for (MacroIntake intake : read) {
            remember(book, intake.result(clock.nanos()));
        }
        String sentence = String.format(
                Locale.ENGLISH,
                "%,d macro series: %,d figures new, %,d of them revise an older one",
                read.size(),
                read.stream().mapToLong(MacroIntake::added).sum(),
                read.stream().mapToLong(MacroIntake::revised).sum());
        String problems = read.stream()
                .flatMap(one -> one.problem().map(why -> one.name() + ": " + why).stream())
                .collect(Collectors.joining("; "));
        if (!problems.isEmpty()) {
            throw new NotDone(Outcome.FAILED, sentence + "; " + problems);
        }
        return sentence;
    }

    /** Written only when it is another one: each is a record of the journal. */
    private void remember(SourceBook book, SourceResult result) throws NotDone, InterruptedException {
        boolean known = book.findMacro(result.name())
                .flatMap(SourceBook.Macro::last)
                .filter(last ->
                        last.outcome() == result.outcome() && last.text().equals(result.text()))
                .isPresent();
        if (!known) {
            String key = "macro-result-" + Integer.toHexString(result.name().hashCode()) + "-" + result.atNanos();
            await(client.submit(new CommandKey(key), result.toSetting()));
        }
    }

    private <R> R finish(RunningJob<R> started) throws NotDone, InterruptedException {
        job = started;
        if (cancelled) {
            started.cancel();
        }
        try {
            return await(started.result());
        } finally {
            job = null;
            long sofar = unitsBefore;
            unitsBefore = sofar + started.unitsDone();
        }
    }

    private static <T> T await(CompletionStage<T> stage) throws NotDone, InterruptedException {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof CancellationException
                    ? new NotDone(Outcome.CANCELLED, "")
                    : new NotDone(Outcome.FAILED, String.valueOf(cause.getMessage()));
        } catch (CancellationException e) {
            throw new NotDone(Outcome.CANCELLED, "");
        }
    }
}
