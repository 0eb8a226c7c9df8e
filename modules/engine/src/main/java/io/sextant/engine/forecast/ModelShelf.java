package io.sextant.engine.forecast;

import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.registry.ModelRecord;
import io.sextant.forecasting.registry.ModelRegistry;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/** What the registry keeps for one series, and how it is read back. */
final class ModelShelf {

    /** So many of each model can be gone back to: a desk that trains every night does not fill its disk. */
    static final int KEPT_OF_EACH = 5;

    private static final System.Logger LOG = System.getLogger(ModelShelf.class.getName());

    private final ForecastSubject subject;
    private final ForecastModels models;
    private final ModelRegistry registry;

    ModelShelf(ForecastSubject subject, ForecastModels models, ModelRegistry registry) {
        this.subject = subject;
        this.models = models;
        this.registry = registry;
    }

    List<ModelRecord> all() {
        return registry.of(subject.key());
    }

    Optional<ModelRecord> find(String id) {
        return registry.find(id);
    }

    /** Those that are wanted by their name, and the newest of each other kind. */
    List<ModelRecord> worthLoading(Set<String> wanted) {
        List<ModelRecord> chosen = new ArrayList<>();
        for (ModelRecord record : all()) {
            if (wanted.contains(record.id())
                    || chosen.stream().noneMatch(one -> one.model().equals(record.model()))) {
                chosen.add(record);
            }
        }
        return chosen;
    }

    Optional<Forecaster> kind(String name) {
        return models.naive().name().equals(name) ? Optional.of(models.naive()) : models.find(name);
    }

    /**
     * A model where it stood when it was kept; none where its kind is no longer there, it learned another scale, or the bars begin after what it
     * learned.
     *
     * @throws IOException when its bytes are not what they were
     */
    Optional<StandingModel> standing(ModelRecord record, ClosedBars bars) throws IOException {
        Optional<Forecaster> kind = kind(record.model());
        boolean sameScale = bars.scale().name().equals(record.settings().get("scale"));
        if (kind.isEmpty()
                || !sameScale
                || bars.endsNanos()[0] > record.learned().toNanos()) {
            return Optional.empty();
        }
        return Optional.of(made(record, fitted(kind.get(), record), bars));
    }

    StandingModel made(ModelRecord record, FittedForecaster fitted, ClosedBars bars) {
        return new StandingModel(
                record, fitted, bars.scale(), subject.timeframe().nominalNanos(), ForecastSeries.HORIZON);
    }

    FittedForecaster fitted(Forecaster kind, ModelRecord record) throws IOException {
        return kind.load(new DataInputStream(new ByteArrayInputStream(registry.content(record))));
    }

    /** The newest of each name, where it learned on the same scale. */
    ModelTraining.Parents parents(ClosedBars bars) {
        return name -> all().stream()
                .filter(record -> record.model().equals(name))
                .findFirst()
                .filter(record -> bars.scale().name().equals(record.settings().get("scale")))
                .flatMap(this::parent);
    }

    /** None where it cannot be read: a training can as well begin anew. */
    private Optional<ModelTraining.Parent> parent(ModelRecord record) {
        Optional<Forecaster> kind = kind(record.model());
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ModelTraining.Parent(record.id(), fitted(kind.get(), record)));
        } catch (IOException | RuntimeException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the model " + record.id() + " cannot be read", unreadable);
            return Optional.empty();
        }
    }

    /** Holds a kept model against a kind that would take its place; none where one of them cannot be had, or too few bars came since. */
    Optional<PromotionTrial.Result> trial(
            ModelRecord champion, ModelRecord best, int tried, ClosedBars bars, Training training) {
        Optional<Forecaster> challenger = kind(best.model());
        Optional<Forecaster> kind = kind(champion.model());
        if (challenger.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        try {
            return PromotionTrial.between(
                    champion, fitted(kind.get(), champion), challenger.get(), tried, bars.observations(), training);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof CancellationException cancelled) {
                throw cancelled;
            }
            LOG.log(System.Logger.Level.WARNING, "the champion cannot be read back", unreadable);
            return Optional.empty();
        }
    }

    void add(ModelTraining.Trained trained) {
        registry.add(trained.record(), trained.content());
    }

    /** @param matters whether a model stays whatever its age: one that stands, or the champion before */
    void tidy(Predicate<String> matters) {
        Map<String, Integer> kept = new HashMap<>();
        for (ModelRecord record : all()) {
            if (kept.merge(record.model(), 1, Integer::sum) > KEPT_OF_EACH && !matters.test(record.id())) {
                registry.remove(record.id());
            }
        }
    }
}
