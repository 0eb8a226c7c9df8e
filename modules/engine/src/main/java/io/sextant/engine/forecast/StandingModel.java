package io.sextant.engine.forecast;

import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.forecast.ModelCard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Weighing;
import io.sextant.forecasting.evaluation.Scale;
import io.sextant.forecasting.registry.ModelRecord;
import io.sextant.strategy.kind.Scene.Outlook;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** A trained model that goes on with the market: it has seen every bar up to now, and its newest forecast waits to come true. */
final class StandingModel {

    private static final System.Logger LOG = System.getLogger(StandingModel.class.getName());
    private static final int PARTS_SHOWN = 8;
    private static final double BPS = 10_000;
    private static final double OUTLOOK_LOW = 0.1;
    private static final double OUTLOOK_HIGH = 0.9;

    private final ModelRecord record;
    private final FittedForecaster fitted;
    private final Scale scale;
    private final long barNanos;
    private final int horizon;
    private final PendingForecasts pending;
    private long seenNanos;
    private Forecast newest;

    StandingModel(ModelRecord record, FittedForecaster fitted, Scale scale, long barNanos, int horizon) {
        this.record = record;
        this.fitted = fitted;
        this.scale = scale;
        this.barNanos = barNanos;
        this.horizon = horizon;
        seenNanos = record.learned().toNanos();
        newest = fitted.forecast(horizon);
        pending = new PendingForecasts(record.model());
        pending.made(newest);
    }

    ModelRecord record() {
        return record;
    }

    Forecast newest() {
        return newest;
    }

    /** The end of the newest bar that it knows. */
    long seenNanos() {
        return seenNanos;
    }

    /** A forecast of it as strategies may use it; empty where prices have no logarithms. */
    Optional<Outlook> outlook(Forecast next) {
        return scale != Scale.LOGARITHM
                ? Optional.empty()
                : Optional.of(new Outlook(
                        next.median(1) - next.origin(),
                        next.quantile(1, OUTLOOK_LOW) - next.origin(),
                        next.quantile(1, OUTLOOK_HIGH) - next.origin(),
                        SkillNumbers.verdict(record.settings().getOrDefault(SkillNumbers.WORD, "")),
                        record.model()));
    }

    /** Which weights of features count at the newest bar, where they follow the regime. */
    Optional<Weighing> weighing() {
        return fitted.weighing();
    }

    /** Whether these bars reach back to where it stands. */
    boolean isReachedBy(ClosedBars bars) {
        return bars.endsNanos()[0] <= seenNanos;
    }

    /**
     * Takes in the bars since it last looked.
     *
     * @return false where they have no place on its scale, or it cannot tell what comes after them: it stands no longer
     */
    boolean follow(ClosedBars bars, Witness witness) {
        try {
            Optional<Observations> observations = bars.observations(scale);
            observations.ifPresent(all -> follow(all, witness));
            return observations.isPresent();
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException cannot) {
            LOG.log(System.Logger.Level.WARNING, "the model " + record.id() + " fell over what came", cannot);
            return false;
        }
    }

    /** Takes in what came since it last looked; {@code witness} hears each forecast with the value that it was for. */
    private void follow(Observations observations, Witness witness) {
        int last = observations.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (observations.timeNanos(i) <= seenNanos) {
                continue;
            }
            witness.cameTrue(newest, observations.value(i), observations.timeNanos(i));
            pending.came(observations.value(i), observations.timeNanos(i));
            fitted.observe(observations.get(i));
            seenNanos = observations.timeNanos(i);
            newest = fitted.forecast(horizon);
            pending.made(newest);
            witness.expects(newest, seenNanos);
        }
    }

    /** What came due since this was asked, by the end of its bar. */
    NavigableMap<Long, List<DueForecast>> takeDue() {
        return pending.take();
    }

    /** Hears of forecasts that came true or not. */
    @FunctionalInterface
    interface Witness {
        Witness NOBODY = (forecast, value, timeNanos) -> {};

        void cameTrue(Forecast forecast, double value, long timeNanos);

        /** What is expected now that a bar is over. */
        default void expects(Forecast next, long endNanos) {}
    }

    /** As people see them: the naive one first, then the most precise. */
    static List<ModelForecast> shown(Collection<StandingModel> models, String naive) {
        return models.stream()
                .map(StandingModel::shown)
                .sorted(Comparator.comparing(
                                (ModelForecast one) -> !one.card().model().equals(naive))
                        .thenComparingDouble(one -> one.skill().rmseOverNaive()))
                .toList();
    }

    private ModelForecast shown() {
        return new ModelForecast(
                card(record),
                SkillNumbers.figures(record.settings().getOrDefault(SkillNumbers.WORD, ""), record.metrics()),
                SkillNumbers.reliability(record.metrics()),
                Optional.of(fan()),
                why());
    }

    static ModelCard card(ModelRecord record) {
        return new ModelCard(
                record.id(),
                record.model(),
                record.trainedNanos(),
                record.learned().fromNanos(),
                record.learned().toNanos(),
                record.learned().observations(),
                record.learned().dataHash(),
                record.metrics(),
                record.parent());
    }

    private ForecastFan fan() {
        double[] levels = ForecastFan.levels();
        long[] times = new long[newest.horizon()];
        double[][] bands = new double[times.length][levels.length];
        for (int h = 0; h < times.length; h++) {
            times[h] = seenNanos + (h + 1) * barNanos;
            for (int i = 0; i < levels.length; i++) {
                bands[h][i] = scale.toColumn(newest.quantile(h + 1, levels[i]));
            }
        }
        return new ForecastFan(seenNanos, scale.toColumn(newest.origin()), times, bands);
    }

    private List<Attribution> why() {
        double unit = scale == Scale.LOGARITHM ? BPS : BPS / Math.max(Math.abs(newest.origin()), Double.MIN_NORMAL);
        return fitted.explain().parts().stream()
                .limit(PARTS_SHOWN)
                .map(part -> new Attribution(part.what(), part.value(), part.effect() * unit))
                .toList();
    }
}
