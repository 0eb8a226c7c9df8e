package io.sextant.ui.panel.features;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.survey.FeatureMatrix;
import io.sextant.analytics.survey.FeatureSurvey;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.request.Query;
import io.sextant.ui.panel.features.FeaturesModel.Comparing;
import io.sextant.ui.panel.features.FeaturesModel.Stage;
import io.sextant.ui.parts.InstrumentFollower;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.LocalJob;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Has bars brought, features computed of them beside the JavaFX thread, and remembers the feature, the choices and the sets. */
public final class FeaturesController implements Panel {

    private static final System.Logger LOG = System.getLogger(FeaturesController.class.getName());
    private static final String FEATURE_SETTING = "ui.features.feature";
    private static final String SUBJECT_SETTING = "ui.features.subject";
    private static final String SETS_SETTING = "ui.features.sets";
    private static final int LEAST_BARS = 60;

    /** What is done sooner shows no bar of progress. */
    private static final Duration BEFORE_BAR = Duration.millis(400);

    private final DeskContext context;
    private final FeaturesModel model = new FeaturesModel();
    private final JobWatch watch = new JobWatch();
    private final PauseTransition beforeBar = new PauseTransition(BEFORE_BAR);
    private final InstrumentFollower follower;
    private Optional<LocalJob<FeatureSurvey>> surveying = Optional.empty();
    private Optional<LocalJob<Comparison>> comparing = Optional.empty();
    private int loads;
    private boolean shown;
    private boolean begun;
    private @Nullable FeaturesView view;

    public FeaturesController(DeskContext context) {
        this.context = context;
        follower = new InstrumentFollower(context, this::follow);
        beforeBar.setOnFinished(passed -> surveying.ifPresent(watch::watch));
    }

    @Override
    public String id() {
        return PanelIds.FEATURES;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("features.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CHART_HISTOGRAM;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        if (!begun) {
            begun = true;
            recall();
        }
        shown = true;
        follower.start();
    }

    /** What nobody sees is not computed. */
    @Override
    public void onHide() {
        shown = false;
        follower.stop();
        loads++;
        endSurvey();
        endComparison();
    }

    @Override
    public void focusFirst() {
        ownView().focusFirst();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(DeskAction.of(
                        "features.reload",
                        DeskAction.Group.DATA,
                        context.texts().bind("features.action.reload"),
                        this::load)
                .withPanelShortcut("F5"));
    }

    private FeaturesView ownView() {
        FeaturesView known = view;
        if (known != null) {
            return known;
        }
        FeaturesView made = new FeaturesView(model, context.texts(), context.catalog(), watch, this::load);
        view = made;
        made.onTab(this::compare);
        model.feature.addListener(change -> {
            context.settings().put(FEATURE_SETTING, model.feature.get().name());
            look();
        });
        model.subject.addListener((property, before, now) -> {
            context.settings().put(SUBJECT_SETTING, now.write());
            if (now.readsTheSameBarsAs(before)) {
                look();
            } else {
                load();
            }
        });
        model.sets.addListener(change -> {
            context.settings().put(SETS_SETTING, NamedSet.write(model.sets.get()));
            compare();
        });
        model.ticked.addListener(change -> compare());
        model.comparing.addListener((property, before, now) -> {
            boolean askedAgain = now == Comparing.IDLE && (before == Comparing.STOPPED || before == Comparing.FAILED);
            if (askedAgain) {
                compare();
            }
        });
        return made;
    }

    private void recall() {
        ownView();
        context.settings().find(SETS_SETTING).map(NamedSet::read).ifPresent(model.sets::set);
        context.settings().find(SUBJECT_SETTING).flatMap(Subject::read).ifPresent(model.subject::set);
        context.settings().find(FEATURE_SETTING).flatMap(FeatureCatalog::find).ifPresent(model.feature::set);
    }

    private void follow(Optional<Instrument> instrument, Subscriptions whileLinked) {
        boolean another = !instrument.equals(model.instrument.get());
        model.instrument.set(instrument);
        if (another || model.material.get().isEmpty()) {
            load();
        } else {
            look();
        }
    }

    private void load() {
        if (!shown) {
            return;
        }
        int wanted = ++loads;
        endSurvey();
        endComparison();
        Optional<Instrument> instrument = model.instrument.get();
        if (instrument.isEmpty()) {
            model.material.set(Optional.empty());
            model.survey.set(Optional.empty());
            model.comparison.set(Optional.empty());
            model.stage.set(Stage.EMPTY);
            return;
        }
        Subject subject = model.subject.get();
        boolean other = model.material
                .get()
                .filter(one -> one.instrument().equals(instrument.get())
                        && one.subject().readsTheSameBarsAs(subject))
                .isEmpty();
        if (other) {
            // What was found before is of other bars.
            model.survey.set(Optional.empty());
            model.comparison.set(Optional.empty());
            model.material.set(Optional.empty());
        }
        if (model.survey.get().isEmpty()) {
            model.stage.set(Stage.LOADING);
        }
        CompletionStage<Optional<BarSeries>> peer = subject.peer()
                .map(id -> ask(id, subject).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
        ask(instrument.get().id(), subject)
                .thenCombine(peer, (bars, peers) -> Material.of(instrument.get(), subject, bars, peers.orElse(null)))
                .whenComplete((material, failure) -> {
                    if (wanted == loads) {
                        arrived(material, failure);
                    }
                });
    }

    private CompletionStage<BarSeries> ask(InstrumentId id, Subject subject) {
        return context.engine().ask(new Query.Bars(id, subject.timeframe(), Long.MAX_VALUE, subject.bars()));
    }

    private void arrived(Material material, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(System.Logger.Level.INFO, "bars for features did not load", failure);
            fail(failure);
            return;
        }
        model.problem.set("");
        model.material.set(Optional.of(material));
        look();
    }

    /** What was shown before stays, with the reason beside it why it is not newer. */
    private void fail(Throwable failure) {
        Throwable inner = failure.getCause();
        model.problem.set(String.valueOf((inner == null ? failure : inner).getMessage()));
        if (model.survey.get().isEmpty()) {
            model.stage.set(Stage.FAILED);
        }
    }

    /** Looks at the chosen feature. */
    private void look() {
        endSurvey();
        Optional<Material> material = model.material.get();
        if (!shown || material.isEmpty()) {
            return;
        }
        Feature feature = model.feature.get();
        if (material.get().bars().size() < LEAST_BARS) {
            model.survey.set(Optional.empty());
            model.stage.set(Stage.FEW);
            return;
        }
        if (!feature.isWithin(material.get().data())) {
            model.survey.set(Optional.empty());
            model.stage.set(Stage.NEEDS);
            compare();
            return;
        }
        boolean same =
                model.survey.get().filter(one -> one.feature().equals(feature)).isPresent();
        if (!same) {
            model.survey.set(Optional.empty());
            model.stage.set(Stage.LOADING);
        }
        Subject subject = model.subject.get();
        LocalJob<FeatureSurvey> job = LocalJob.start("features-survey", goesOn -> {
            FeatureMatrix column = material.get().columns(List.of(feature), share -> goesOn.test(share / 2));
            return FeatureSurvey.of(
                    feature,
                    material.get().bars(),
                    column.find(feature).orElseThrow(),
                    subject.horizonBars(),
                    subject.periods(),
                    share -> goesOn.test(0.5 + share / 2));
        });
        surveying = Optional.of(job);
        beforeBar.playFromStart();
        job.result().whenComplete((survey, failure) -> {
            if (surveying.filter(one -> one == job).isPresent()) {
                surveying = Optional.empty();
                beforeBar.stop();
                looked(survey, failure);
            }
        });
    }

    private void looked(FeatureSurvey survey, @Nullable Throwable failure) {
        if (failure == null) {
            model.survey.set(Optional.of(survey));
            model.stage.set(Stage.SHOWN);
        } else if (failure instanceof CancellationException) {
            model.stage.set(model.survey.get().isPresent() ? Stage.SHOWN : Stage.STOPPED);
        } else {
            LOG.log(System.Logger.Level.WARNING, "a feature could not be looked at", failure);
            fail(failure);
        }
        compare();
    }

    /** Compares features with each other while that can be seen. */
    private void compare() {
        endComparison();
        Optional<Material> material = model.material.get();
        if (!shown
                || material.isEmpty()
                || !ownView().isComparing()
                || material.get().bars().size() < LEAST_BARS) {
            return;
        }
        Feature feature = model.feature.get();
        int horizonBars = model.subject.get().horizonBars();
        List<List<String>> sets = model.compared();
        Optional<Comparison> before = model.comparison.get();
        if (before.isEmpty()) {
            model.comparing.set(Comparing.RUNNING);
        }
        LocalJob<Comparison> job = LocalJob.start(
                "features-comparison",
                goesOn -> Comparison.of(material.get(), feature, horizonBars, sets, before, goesOn::test));
        comparing = Optional.of(job);
        watch.watch(job);
        job.result().whenComplete((comparison, failure) -> {
            if (comparing.filter(one -> one == job).isPresent()) {
                comparing = Optional.empty();
                compared(comparison, failure);
            }
        });
    }

    private void compared(Comparison comparison, @Nullable Throwable failure) {
        if (failure == null) {
            model.comparison.set(Optional.of(comparison));
            model.comparing.set(Comparing.IDLE);
        } else if (failure instanceof CancellationException) {
            model.comparing.set(Comparing.STOPPED);
        } else {
            LOG.log(System.Logger.Level.WARNING, "features could not be compared", failure);
            model.problem.set(String.valueOf(failure.getMessage()));
            model.comparing.set(Comparing.FAILED);
        }
    }

    /** Ends what is computed of the feature before; nobody waits for it any more. */
    private void endSurvey() {
        surveying.ifPresent(LocalJob::cancel);
        surveying = Optional.empty();
        beforeBar.stop();
    }

    private void endComparison() {
        comparing.ifPresent(LocalJob::cancel);
        comparing = Optional.empty();
        if (model.comparing.get() == Comparing.RUNNING) {
            model.comparing.set(Comparing.IDLE);
        }
    }
}
