package io.sextant.ui.panel.chart.event;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.forecast.Stretch;
import io.sextant.domain.forecast.StretchText;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.ui.chart.TimeBand;
import io.sextant.ui.parts.MomentText;
import io.sextant.ui.parts.ThemedPopOver;
import io.sextant.ui.shell.DeskContext;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is marked of each instrument in the settings of the desk, where the models read it. All charts of an instrument show the
 * same: who changes it tells the others.
 */
public final class EventsController {

    /** The marks of an instrument were changed by {@code sender}. */
    private record EventsChanged(InstrumentId instrument, EventsController sender) {}

    private static final System.Logger LOG = System.getLogger(EventsController.class.getName());

    private final DeskContext context;
    private final EventsModel model = new EventsModel();
    private final EventWords words;
    private Optional<InstrumentId> instrument = Optional.empty();
    private @Nullable Subscription others;
    private @Nullable EventsView view;

    /** {@code listener} gets the bands to show. */
    public EventsController(DeskContext context, Consumer<List<TimeBand>> listener) {
        this.context = context;
        words = new EventWords(context.texts());
        model.marks().addListener(change -> listener.accept(bands()));
        context.texts().figuresProperty().addListener(change -> listener.accept(bands()));
    }

    public void show(Optional<InstrumentId> shown) {
        if (!shown.equals(instrument)) {
            model.set(List.of());
        }
        instrument = shown;
        load();
        if (others == null) {
            others = context.signals().on(EventsChanged.class, this::changedElsewhere);
        }
    }

    public void stop() {
        if (others != null) {
            others.close();
            others = null;
        }
    }

    /** Asks beside a button what to mark; the bounds are proposed. */
    public void open(Node beside, long fromNanos, long endNanos) {
        if (instrument.isEmpty()) {
            return;
        }
        EventsView shown = ownView();
        shown.propose(MomentText.write(fromNanos, zone()), MomentText.write(endNanos, zone()));
        new ThemedPopOver(shown, PopOver.ArrowLocation.TOP_RIGHT).show(beside);
        shown.focusFirst();
    }

    private EventsView ownView() {
        EventsView known = view;
        if (known == null) {
            known = new EventsView(model, context.texts(), words, this::add, gone -> keep(model.without(gone)));
            view = known;
        }
        return known;
    }

    private ZoneId zone() {
        return context.texts().figures().zone();
    }

    private EventsView.Taken add(EventsView.Typed typed) {
        Optional<Long> from = MomentText.read(typed.from(), zone());
        Optional<Long> end = MomentText.read(typed.end(), zone());
        if (from.isEmpty() || end.isEmpty()) {
            return EventsView.Taken.NO_TIME;
        }
        if (end.get() <= from.get()) {
            return EventsView.Taken.NO_LENGTH;
        }
        keep(model.with(new Stretch(typed.kind(), typed.label(), from.get(), end.get(), typed.weight())));
        return EventsView.Taken.YES;
    }

    private void keep(List<Stretch> next) {
        instrument.ifPresent(shown -> {
            model.set(next);
            String text = StretchText.write(model.marks().get());
            context.engine()
                    .submit(new ChangeSetting(StretchText.settingOf(shown), text))
                    .whenComplete((answer, failure) -> kept(shown, answer, failure));
        });
    }

    private void kept(InstrumentId shown, @Nullable Answer answer, @Nullable Throwable failure) {
        if (failure != null) {
            context.toasts().failed(failure);
        } else if (answer instanceof Answer.Refused(var refusal)) {
            context.toasts().refused(refusal);
        } else {
            context.signals().send(new EventsChanged(shown, this));
            return;
        }
        load();
    }

    private void load() {
        Optional<InstrumentId> wanted = instrument;
        if (wanted.isEmpty()) {
            model.set(List.of());
            return;
        }
        String setting = StretchText.settingOf(wanted.get());
        context.engine().ask(new Query.Settings()).whenComplete((settings, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.WARNING, "what is marked did not load", failure);
            } else if (wanted.equals(instrument)) {
                model.set(StretchText.read(settings.getOrDefault(setting, "")));
            }
        });
    }

    private void changedElsewhere(EventsChanged change) {
        if (change.sender() != this && instrument.equals(Optional.of(change.instrument()))) {
            load();
        }
    }

    private List<TimeBand> bands() {
        return model.marks().get().stream()
                .map(one -> new TimeBand(one.fromNanos(), one.endNanos(), words.whole(one)))
                .toList();
    }
}
