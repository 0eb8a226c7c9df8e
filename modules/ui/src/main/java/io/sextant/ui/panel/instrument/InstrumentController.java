package io.sextant.ui.panel.instrument;

import io.sextant.domain.fundamental.CompanyIntake;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.source.CompanySource;
import io.sextant.domain.time.Clock;
import io.sextant.ui.panel.instrument.InstrumentModel.Stage;
import io.sextant.ui.parts.InstrumentFollower;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskAction;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.shell.Toasts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** Follows the linked instrument while it can be seen: asks what is known of companies, and listens to prices for the ratios. */
public final class InstrumentController implements Panel {

    private static final System.Logger LOG = System.getLogger(InstrumentController.class.getName());
    /** Companies report every quarter; more than a year later something is missing. */
    private static final long STALE_DAYS = 400;

    private final DeskContext context;
    private final Clock clock;
    private final FactsPicker picker;
    private final InstrumentModel model = new InstrumentModel();
    private final InstrumentFollower follower;
    private @Nullable InstrumentView view;

    /** {@code clock} tells what is known by now. */
    public InstrumentController(DeskContext context, Clock clock) {
        this(context, clock, FactsPicker.dialog(context.texts()));
    }

    InstrumentController(DeskContext context, Clock clock, FactsPicker picker) {
        this.context = context;
        this.clock = clock;
        this.picker = picker;
        follower = new InstrumentFollower(context, this::follow);
    }

    @Override
    public String id() {
        return PanelIds.INSTRUMENT;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("instrument.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignD.DOMAIN;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        follower.start();
    }

    @Override
    public void onHide() {
        follower.stop();
    }

    @Override
    public void focusFirst() {
        ownView().tabs().requestFocus();
    }

    @Override
    public List<DeskAction> actions() {
        return List.of(
                DeskAction.of(
                        "instrument.open",
                        DeskAction.Group.DATA,
                        context.texts().bind("instrument.action.open"),
                        this::ask),
                DeskAction.of(
                                "instrument.reload",
                                DeskAction.Group.DATA,
                                context.texts().bind("instrument.action.reload"),
                                this::load)
                        .withPanelShortcut("F5"));
    }

    private InstrumentView ownView() {
        InstrumentView known = view;
        if (known != null) {
            return known;
        }
        InstrumentView made = new InstrumentView(model, context.texts(), this::read);
        view = made;
        made.open().setOnAction(pressed -> ask());
        context.texts().figuresProperty().addListener(change -> tell());
        return made;
    }

    private void follow(Optional<Instrument> instrument, Subscriptions whileLinked) {
        model.show(instrument);
        load();
        whileLinked.add(context.engine().onState(new Topic.Watchlist(), model::update));
    }

    private void load() {
        Optional<Instrument> asked = model.instrument().get();
        context.engine().ask(new Query.Companies(clock.nanos())).whenComplete((known, failure) -> {
            if (!asked.equals(model.instrument().get())) {
                return;
            }
            if (failure == null) {
                model.know(known);
            } else {
                LOG.log(System.Logger.Level.INFO, "what is known of companies could not be read", failure);
                model.problem().set(String.valueOf(failure.getMessage()));
                model.stage().set(Stage.FAILED);
            }
            tell();
        });
    }

    private void ask() {
        context.desk().showPanel(id());
        if (context.saysThatFilesAreElsewhere()) {
            return;
        }
        Scene scene = ownView().getScene();
        read(picker.pick(scene == null ? null : scene.getWindow()));
    }

    private void read(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        List<CompanySource> sources = files.stream()
                .<CompanySource>map(file -> new CompanySource.OfFile(file.toString()))
                .toList();
        context.engine().start(new Job.ReadCompanies(sources, false)).result().whenComplete((intakes, failure) -> {
            if (failure == null) {
                intakes.forEach(this::tell);
                load();
            } else {
                context.toasts().failed(failure);
            }
        });
    }

    private void tell(CompanyIntake intake) {
        var texts = context.texts();
        if (intake.problem().isPresent()) {
            context.toasts()
                    .show(
                            Toasts.Kind.WARNING,
                            texts.get("instrument.unread"),
                            intake.problem().get());
            return;
        }
        String told = texts.get(
                "instrument.read",
                texts.figures().count(intake.read()),
                texts.figures().count(intake.added()),
                texts.figures().count(intake.bad().size()));
        context.toasts()
                .show(
                        intake.bad().isEmpty() ? Toasts.Kind.DONE : Toasts.Kind.WARNING,
                        told,
                        String.join("\n", intake.bad().stream().limit(3).toList()));
    }

    private void tell() {
        if (model.company().isEmpty()) {
            ownView().say("", false);
            return;
        }
        long days = TimeUnit.NANOSECONDS.toDays(clock.nanos() - model.newestKnownNanos());
        String told = context.texts()
                .get("instrument.newest", context.texts().figures().utcDate(model.newestKnownNanos() - 1));
        String problem = model.problem().get();
        if (!problem.isEmpty()) {
            ownView().say(told + " " + context.texts().get("instrument.stale", problem), true);
        } else if (days > STALE_DAYS) {
            ownView().say(told + " " + context.texts().get("instrument.old"), true);
        } else {
            ownView().say(told, false);
        }
    }
}
