package io.sextant.engine.forecast;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastBoard.State;
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.drift.DriftReading;
import io.sextant.forecasting.registry.ModelRecord;
import io.sextant.forecasting.registry.ModelRegistry;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The models of one series. Everything but {@link #board} and a training's own computing happens under its lock, one after the
 * other; what people see is put together whole and handed out as it is.
 */
final class ForecastSeries {

    static final int BARS_MIN = 300;
    static final int BARS_LEARNED = 1_500;
    static final int HORIZON = 10;

    /** So far back a model can stand and still be brought to now. */
    private static final int CATCH_UP_BARS = 20_000;

    /** A training that failed is not tried again before so many bars. */
    private static final int REST_BARS = 50;

    /** After so many bars the usual models are trained anew. */
    static final int RETRAIN_BARS = 500;

    private static final System.Logger LOG = System.getLogger(ForecastSeries.class.getName());

    private final ForecastSubject subject;
    private final ForecastModels models;
    private final ModelShelf shelf;
    private final SeriesDesk desk;
    private final ToldOutlooks told;
    private final int retrainBars;
    private final boolean isSeen;
    private final WeighingNotes weighings;
    private final TrainingBoard trainings = new TrainingBoard();
    private final Map<String, StandingModel> standing = new LinkedHashMap<>();
    private @Nullable Champion champion;
    private Optional<String> previous = Optional.empty();
    private int trials;
    private int barsThere;
    private boolean learning;
    private boolean driftTold;
    private long lastTriedNanos = Long.MIN_VALUE;
    private Optional<LearningTrouble> trouble = Optional.empty();
    private volatile ForecastBoard board;

    ForecastSeries(ForecastSubject subject, ForecastModels models, ModelRegistry registry, SeriesDesk desk) {
        this(subject, models, registry, desk, RETRAIN_BARS, true);
    }

    /**
     * @param retrainBars after so many bars the models are trained anew
     * @param isSeen whether anybody looks at the board, which explains every model at every bar
     */
    ForecastSeries(
            ForecastSubject subject,
            ForecastModels models,
            ModelRegistry registry,
            SeriesDesk desk,
            int retrainBars,
            boolean isSeen) {
        told = new ToldOutlooks(desk.told(subject));
        this.retrainBars = retrainBars;
        this.isSeen = isSeen;
        this.subject = subject;
        this.models = models;
        weighings = new WeighingNotes(subject, desk);
        shelf = new ModelShelf(subject, models, registry);
        this.desk = desk;
        board = put(State.OPENING);
    }

    /** What is seen now; the curves of a training are as new as the moment. */
    ForecastBoard board() {
        return board.withTrainings(trainings.curves());
    }

    /** The model whose forecast counts. */
    synchronized Optional<StandingModel> champion() {
        return Optional.ofNullable(champion).map(Champion::model);
    }

    /** Begins with what the registry holds; whether the usual models are to be trained now. */
    synchronized boolean open() {
        ClosedBars bars = desk.bars(subject, BARS_LEARNED);
        barsThere = bars.size();
        Map<String, String> settings = desk.settings();
        previous = Optional.ofNullable(settings.get(subject.previousSetting()));
        if (bars.size() >= BARS_MIN) {
            load(settings.get(subject.championSetting()));
        }
        told.tell(bars, champion().orElse(null));
        show();
        return champion == null && bars.size() >= BARS_MIN;
    }

    private void load(@Nullable String championId) {
        for (ModelRecord record : shelf.all()) {
            trials = Math.max(trials, Integer.parseInt(record.settings().getOrDefault(ModelTraining.TRIALS, "0")));
        }
        Set<String> wanted = new HashSet<>();
        previous.ifPresent(wanted::add);
        if (championId != null) {
            wanted.add(championId);
        }
        List<ModelRecord> chosen = shelf.worthLoading(wanted);
        if (chosen.isEmpty()) {
            return;
        }
        ClosedBars bars = desk.bars(subject, CATCH_UP_BARS);
        chosen.forEach(record -> stand(record, bars));
        if (championId != null && !crown(championId)) {
            trouble = Optional.of(LearningTrouble.of(Code.CANNOT_GO_ON, championId));
        }
        follow(bars);
    }

    /** Brings every model to now; one that cannot follow stands no longer. */
    private void follow(ClosedBars bars) {
        Champion now = champion;
        for (StandingModel model : List.copyOf(standing.values())) {
            boolean counts = now != null && now.model() == model;
            StandingModel.Witness witness = desk.witness(subject, model, counts ? now : null);
            if (!model.follow(bars, counts ? told.hearing(model, witness) : witness)) {
                standing.remove(model.record().id());
                champion = counts ? null : champion;
                trouble = Optional.of(
                        LearningTrouble.of(Code.CANNOT_FOLLOW, model.record().id()));
            }
        }
        desk.cameDue(subject, standing.values());
        weighings.look(standing.values());
    }

    /** Puts a model of the registry where the market is; one that cannot be read is left and told. */
    private void stand(ModelRecord record, ClosedBars bars) {
        try {
            shelf.standing(record, bars).ifPresent(model -> standing.put(record.id(), model));
        } catch (IOException | RuntimeException damaged) {
            // Bytes of another version can break a reader anywhere; the model is lost and nothing else.
            LOG.log(System.Logger.Level.WARNING, "the model " + record.id() + " cannot be read", damaged);
            trouble = Optional.of(LearningTrouble.of(Code.UNREADABLE, record.id()));
        }
    }

    /** Follows the market; whether a training is due. */
    synchronized boolean advance() {
        ClosedBars bars = desk.bars(subject, BARS_LEARNED);
        barsThere = bars.size();
        if (bars.size() == 0 || standing.isEmpty()) {
            told.tell(bars, null);
            show();
            return mayTrain(bars) && champion == null;
        }
        ClosedBars reaching = bars;
        boolean reached = standing.values().stream().allMatch(model -> model.isReachedBy(reaching));
        follow(reached ? bars : desk.bars(subject, CATCH_UP_BARS));
        told.tell(bars, champion().orElse(null));
        Champion now = champion;
        boolean drifted = now != null && tellDrift(now);
        boolean old = now != null
                && bars.endedAfter(now.model().record().learned().toNanos()) >= retrainBars
                && bars.endedAfter(newestTraining()) >= retrainBars;
        show();
        return mayTrain(bars) && (drifted || old || now == null);
    }

    private boolean mayTrain(ClosedBars bars) {
        return !learning && bars.size() >= BARS_MIN && bars.endedAfter(lastTriedNanos) >= REST_BARS;
    }

    private long newestTraining() {
        return standing.values().stream()
                .mapToLong(model -> model.record().trainedNanos())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private boolean tellDrift(Champion now) {
        Optional<DriftReading.Alarm> alarm = now.alarm();
        if (alarm.isEmpty() || driftTold) {
            return false;
        }
        driftTold = true;
        tell(
                ForecastChange.Kind.DRIFTED,
                now.model().record().model(),
                alarm.get().name().toLowerCase(Locale.ROOT));
        return true;
    }

    /** Trains models and puts the better one in the champion's place; waits for nobody: one run a series. */
    void train(List<String> names, Progress progress) {
        List<Forecaster> wanted = names.stream()
                .map(name -> models.find(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is no model named " + name)))
                .toList();
        ClosedBars bars;
        int before;
        synchronized (this) {
            if (learning) {
                throw new IllegalStateException("the models of " + subject.key() + " are being trained already");
            }
            bars = desk.bars(subject, BARS_LEARNED);
            barsThere = bars.size();
            if (bars.size() < BARS_MIN) {
                show();
                throw new IllegalStateException(
                        subject.key() + " has " + bars.size() + " bars that are over; " + BARS_MIN + " are needed");
            }
            learning = true;
            lastTriedNanos = bars.lastEndNanos();
            before = trials;
            show();
        }
        try {
            ModelTraining training = new ModelTraining(
                    subject,
                    bars,
                    before,
                    shelf.parents(bars),
                    subject.stretches(desk.settings()),
                    trainings,
                    progress);
            ModelTraining.Outcome outcome = desk.compute(() -> training.run(models.naive(), wanted));
            take(outcome, bars, progress);
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (RuntimeException failure) {
            String models = String.join(", ", names);
            trouble(
                    failure instanceof UnfitWindow unfit
                            ? unfit.trouble(models)
                            : LearningTrouble.error(models, String.valueOf(failure.getMessage())));
            throw failure instanceof UnfitWindow ? new IllegalStateException(failure.getMessage(), failure) : failure;
        } finally {
            trainings.stopped();
            synchronized (this) {
                learning = false;
                show();
            }
        }
    }

    private synchronized void trouble(LearningTrouble met) {
        trouble = Optional.of(met);
        tell(ForecastChange.Kind.FAILED, met.model(), met.text());
    }

    private void take(ModelTraining.Outcome outcome, ClosedBars bars, Progress progress) {
        outcome.models().forEach(shelf::add);
        Optional<ModelTraining.Trained> best =
                PromotionTrial.best(outcome.models(), models.naive().name());
        Optional<PromotionTrial.Result> trial =
                best.flatMap(one -> challenge(one, outcome.models().size(), progress));
        synchronized (this) {
            trials = outcome.trials();
            trouble = outcome.unfit().values().stream().findFirst();
            Champion stays = champion;
            standing.values()
                    .removeIf(model -> (stays == null || model != stays.model())
                            && outcome.models().stream()
                                    .anyMatch(one -> one.record()
                                            .model()
                                            .equals(model.record().model())));
            outcome.models()
                    .forEach(one -> standing.put(one.record().id(), shelf.made(one.record(), one.fitted(), bars)));
        }
        best.ifPresent(one -> decide(one.record(), trial));
        synchronized (this) {
            shelf.tidy(id ->
                    standing.containsKey(id) || previous.filter(id::equals).isPresent());
        }
    }

    private Optional<PromotionTrial.Result> challenge(ModelTraining.Trained best, int tried, Progress progress) {
        return champion()
                .flatMap(standingNow -> shelf.trial(
                        standingNow.record(),
                        best.record(),
                        tried,
                        desk.bars(subject, CATCH_UP_BARS),
                        new Training(HORIZON, 1, (done, loss, validation) -> {}, progress::isCancelled)));
    }

    private void decide(ModelRecord best, Optional<PromotionTrial.Result> trial) {
        boolean first;
        synchronized (this) {
            first = champion == null;
        }
        double overNaive = best.metrics().getOrDefault("rmseOverNaive", Double.NaN);
        if (first || trial.filter(PromotionTrial.Result::isBetter).isPresent()) {
            desk.remember(subject.championSetting(), best.id());
        } else {
            tell(ForecastChange.Kind.NOT_PROMOTED, best.model(), String.format(Locale.ROOT, "%.4f", overNaive));
        }
    }

    /** The settings name another champion: a person's choice or our own. */
    synchronized void crowned(String id) {
        Optional<String> old = championId();
        if (old.filter(id::equals).isPresent()) {
            return;
        }
        if (!standing.containsKey(id)) {
            shelf.find(id).ifPresent(record -> stand(record, desk.bars(subject, CATCH_UP_BARS)));
        }
        boolean back = previous.filter(id::equals).isPresent();
        if (!crown(id)) {
            trouble = Optional.of(LearningTrouble.of(Code.CANNOT_GO_ON, id));
            show();
            return;
        }
        ModelRecord record = Objects.requireNonNull(champion).model().record();
        double overNaive = record.metrics().getOrDefault("rmseOverNaive", Double.NaN);
        tell(
                back ? ForecastChange.Kind.ROLLED_BACK : ForecastChange.Kind.PROMOTED,
                record.model(),
                String.format(Locale.ROOT, "%.4f", overNaive));
        old.ifPresent(before -> {
            previous = Optional.of(before);
            desk.remember(subject.previousSetting(), before);
        });
        show();
    }

    private boolean crown(String id) {
        StandingModel model = standing.get(id);
        if (model == null) {
            return false;
        }
        ModelRecord.Learned learned = model.record().learned();
        champion = new Champion(model, desk.valuesBetween(subject, learned.fromNanos(), learned.toNanos()));
        driftTold = false;
        return model.follow(desk.bars(subject, CATCH_UP_BARS), told.hearing(model, champion));
    }

    private Optional<String> championId() {
        return Optional.ofNullable(champion).map(one -> one.model().record().id());
    }

    private void tell(ForecastChange.Kind kind, String model, String detail) {
        desk.tell(new ForecastChange(subject.instrument(), subject.timeframe(), kind, model, detail));
    }

    private synchronized void show() {
        if (!isSeen) {
            return;
        }
        State state = learning
                ? State.LEARNING
                : champion != null ? State.READY : barsThere < BARS_MIN ? State.TOO_FEW_BARS : State.LEARNING;
        board = put(state);
    }

    private ForecastBoard put(State state) {
        return new ForecastBoard(
                subject.instrument(),
                subject.timeframe(),
                state,
                barsThere,
                BARS_MIN,
                championId(),
                previous,
                StandingModel.shown(standing.values(), models.naive().name()),
                state == State.OPENING
                        ? List.of()
                        : shelf.all().stream().map(StandingModel::card).toList(),
                Optional.ofNullable(champion).flatMap(Champion::gauge),
                List.of(),
                trials,
                trouble);
    }
}
