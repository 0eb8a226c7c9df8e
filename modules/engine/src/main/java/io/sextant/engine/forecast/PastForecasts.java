package io.sextant.engine.forecast;

import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.told.ToldBars;
import io.sextant.engine.told.ToldLog;
import io.sextant.forecasting.evaluation.Scale;
import io.sextant.strategy.kind.Scene.Outlook;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a desk would have expected at the end of each bar of the past, had it followed the series then. It is the desk's own series of models that
 * walks through the bars: it trains, measures, crowns and watches as it does live, and is never handed a bar that is not over. What was
 * trained at the end of a bar speaks from the next one on, as a training takes its time.
 */
public final class PastForecasts {

    private final long[] endsNanos;
    private final @Nullable Outlook[] told;
    private final int trainings;

    private PastForecasts(long[] endsNanos, @Nullable Outlook[] told, int trainings) {
        this.endsNanos = endsNanos;
        this.told = told;
        this.trainings = trainings;
    }

    /**
     * @param endsNanos when each bar ended
     * @param closes all above nought
     * @param names of the models that are trained; naive is always among them
     * @param refitBars after so many bars they are trained anew
     */
    public static PastForecasts of(
            InstrumentId instrument,
            long[] endsNanos,
            double[] closes,
            ForecastModels models,
            List<String> names,
            int refitBars,
            Progress progress) {
        Walk walk = new Walk(instrument, endsNanos, closes, models, refitBars);
        @Nullable Outlook[] told = new Outlook[closes.length];
        for (int bar = 0; bar < closes.length; bar++) {
            boolean isDue = walk.isTrainingDueAfter(bar);
            told[bar] = walk.outlook();
            if (isDue) {
                walk.train(names, progress);
            }
            progress.done((bar + 1.0) / closes.length);
        }
        return new PastForecasts(endsNanos.clone(), told, walk.trainings);
    }

    /** As of a moment; null where no model stood. */
    public @Nullable Outlook at(long nanos) {
        int found = Arrays.binarySearch(endsNanos, nanos);
        int bar = found >= 0 ? found : -found - 2;
        return bar < 0 ? null : told[bar];
    }

    public int trainings() {
        return trainings;
    }

    /** At how many bars the champion's skill was measured. */
    public int skilledBars() {
        return (int) Arrays.stream(told)
                .filter(one -> one != null && one.verdict() == Verdict.SKILL)
                .count();
    }

    /** The desk around the series: it knows the bars up to one of them, and remembers what the series asks it to. */
    private static final class Walk implements SeriesDesk {

        private final ForecastSeries series;
        private final long[] endsNanos;
        private final double[] closes;
        private final Map<String, String> settings = new HashMap<>();
        private int ended;
        private int trainings;

        Walk(InstrumentId instrument, long[] endsNanos, double[] closes, ForecastModels models, int refitBars) {
            this.endsNanos = endsNanos;
            this.closes = closes;
            // The length of a bar names the series on its own shelf and nothing else: the bars tell when they end.
            ForecastSubject subject = new ForecastSubject(instrument, Timeframe.D1);
            series = new ForecastSeries(subject, models, new KeptForNow(), this, refitBars, false);
        }

        boolean isTrainingDueAfter(int bar) {
            ended = bar + 1;
            return series.advance();
        }

        void train(List<String> names, Progress progress) {
            try {
                series.train(names, new Within(progress));
                trainings++;
            } catch (IllegalStateException nothingToLearn) {
                // The desk would have said so and tried again later; what stood before still speaks.
                return;
            }
        }

        @Nullable Outlook outlook() {
            return series.champion()
                    .flatMap(champion -> champion.outlook(champion.newest()))
                    .orElse(null);
        }

        @Override
        public ClosedBars bars(ForecastSubject subject, int limit) {
            int from = Math.max(0, ended - limit);
            return new ClosedBars(
                    Arrays.copyOfRange(endsNanos, from, ended),
                    Arrays.copyOfRange(closes, from, ended),
                    Scale.LOGARITHM);
        }

        @Override
        public double[] valuesBetween(ForecastSubject subject, long fromEndNanos, long toEndNanos) {
            int from = place(fromEndNanos);
            int to = Math.min(ended, place(toEndNanos + 1));
            return Arrays.stream(closes, from, Math.max(from, to))
                    .map(Scale.LOGARITHM::toModel)
                    .toArray();
        }

        /** Of the first bar that ends at a time or later. */
        private int place(long nanos) {
            int found = Arrays.binarySearch(endsNanos, nanos);
            return found >= 0 ? found : -found - 1;
        }

        @Override
        public ToldBars<Outlook> told(ForecastSubject subject) {
            return ToldOutlooks.with(ToldLog.NONE);
        }

        @Override
        public void cameDue(ForecastSubject subject, Collection<StandingModel> models) {
            models.forEach(StandingModel::takeDue);
        }

        @Override
        public Map<String, String> settings() {
            return settings;
        }

        @Override
        public void remember(String setting, String value) {
            settings.put(setting, value);
            if (ForecastSubject.findByChampionSetting(setting).isPresent()) {
                series.crowned(value);
            }
        }

        @Override
        public <R> R compute(Supplier<R> work) {
            return work.get();
        }

        @Override
        public void tell(ForecastChange change) {
            // Nobody reads the journal of a desk of the past.
        }

        @Override
        public StandingModel.Witness witness(
                ForecastSubject subject, StandingModel model, @Nullable Champion champion) {
            return champion == null ? StandingModel.Witness.NOBODY : champion;
        }
    }

    /** Can be cancelled as the whole walk can; how far it is counts in bars only. */
    private record Within(Progress walk) implements Progress {

        @Override
        public void done(double share) {
            walk.checkCancelled();
        }

        @Override
        public boolean isCancelled() {
            return walk.isCancelled();
        }

        @Override
        public void checkCancelled() {
            walk.checkCancelled();
        }
    }
}
