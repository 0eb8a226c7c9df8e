package io.sextant.ui.panel.optimiser;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.portfolio.RebalanceHabit;
import io.sextant.domain.portfolio.TaxTerms;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Toasts;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.util.Duration;

/**
 * A person's goals and habit of rebalancing between the panel and the settings of the desk, where others read them too. Written half a second
 * after the last change, because each is a record in the journal.
 */
final class GoalSettings {

    private static final System.Logger LOG = System.getLogger(GoalSettings.class.getName());
    private static final Duration WRITE_DELAY = Duration.millis(500);

    private final DeskContext context;
    private final OptimiserModel model;
    private final PauseTransition writing = new PauseTransition(WRITE_DELAY);
    private Map<String, String> known = Map.of();
    private boolean reading;

    GoalSettings(DeskContext context, OptimiserModel model) {
        this.context = context;
        this.model = model;
        writing.setOnFinished(done -> write());
    }

    void follow(Runnable wishChanged) {
        model.goals.addListener(change -> {
            wishChanged.run();
            changed();
        });
        model.habit.addListener(change -> changed());
        model.taxes.addListener(change -> changed());
    }

    private void changed() {
        if (!reading) {
            writing.playFromStart();
        }
    }

    /** What cannot be read was written by another version, and then the beginning's choice stands. */
    void read() {
        context.engine().ask(new Query.Settings()).whenComplete((settings, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.INFO, "the goals did not load", failure);
                return;
            }
            known = settings;
            reading = true;
            try {
                take(model.goals, Goals.of(settings));
                take(model.habit, RebalanceHabit.of(settings));
                take(model.taxes, TaxTerms.of(settings));
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                LOG.log(System.Logger.Level.WARNING, "the goals cannot be read", unreadable);
            } finally {
                reading = false;
            }
        });
    }

    /** The same again is no change. */
    private static <T> void take(ObjectProperty<T> property, T value) {
        if (!value.equals(property.get())) {
            property.set(value);
        }
    }

    private void write() {
        Map<String, String> wanted = new HashMap<>(model.goals.get().settings());
        wanted.putAll(model.habit.get().settings());
        wanted.putAll(model.taxes.get().settings());
        Map<String, String> before = known;
        Map<String, String> now = new HashMap<>(before);
        now.putAll(wanted);
        known = Map.copyOf(now);
        wanted.forEach((key, value) -> {
            if (!value.equals(before.getOrDefault(key, ""))) {
                context.engine().submit(new ChangeSetting(key, value)).whenComplete((answer, failure) -> {
                    if (failure != null || answer instanceof Answer.Refused) {
                        context.toasts()
                                .show(
                                        Toasts.Kind.FAILURE,
                                        context.texts().get("optimiser.goals.notkept"),
                                        failure != null
                                                ? String.valueOf(failure.getMessage())
                                                : ((Answer.Refused) answer)
                                                        .refusal()
                                                        .sentence());
                    }
                });
            }
        });
    }

    /** An order that leads to the target was drafted: that is the day from which the next is counted. */
    void rebalanced() {
        if (model.habit.get().every() != RebalanceHabit.Every.NEVER) {
            take(model.habit, model.habit.get().doneOn(model.today()));
        }
    }
}
