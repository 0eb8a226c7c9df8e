package io.sextant.ui.panel.journal;

import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.OverrideUsed;
import io.sextant.domain.event.ParentChanged;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.event.StrategyThrottled;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.habit.HabitFact;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.parent.ParentStage;
import io.sextant.ui.parts.AlertWords;
import io.sextant.ui.parts.EventFollower;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Toasts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Raises what must not be overlooked as a notification, whether the journal can be seen or not. */
final class Alerts {

    /** Enough to reach back to the engine's start when the window opens right after it. */
    private static final int EVENTS_SINCE_START = 200;

    private final DeskContext context;
    private final Function<Event, String> sentence;
    private final EventFollower follower;

    Alerts(DeskContext context, Function<Event, String> sentence) {
        this.context = context;
        this.sentence = sentence;
        follower = new EventFollower(context);
    }

    void start() {
        follower.start(
                EVENTS_SINCE_START,
                newest -> {
                    tellDamage(newest);
                    return CompletableFuture.completedFuture(newest);
                },
                this::happened);
    }

    void stop() {
        follower.stop();
    }

    /** The latest start alone: damage of earlier ones was told then. */
    private void tellDamage(List<Event> newestFirst) {
        newestFirst.stream().filter(EngineStarted.class::isInstance).findFirst().ifPresent(this::happened);
    }

    private void happened(Event event) {
        switch (event) {
            case OrderRefused refused -> raise(Toasts.Kind.WARNING, "refused", event);
            case KillSwitchChanged changed ->
                raise(
                        changed.engaged() ? Toasts.Kind.FAILURE : Toasts.Kind.WARNING,
                        changed.engaged() ? "kill.on" : "kill.off",
                        event);
            case FeedChanged changed -> {
                if (changed.status() == FeedStatus.STALE || changed.status() == FeedStatus.DISCONNECTED) {
                    raise(Toasts.Kind.FAILURE, "feed", event);
                }
            }
            case GateStateChanged changed ->
                raise(changed.to() == GateState.HALTED ? Toasts.Kind.FAILURE : Toasts.Kind.WARNING, "gate", event);
            case StrategyThrottled throttled -> {
                if (throttled.throttled()) {
                    raise(Toasts.Kind.FAILURE, "throttled", event);
                }
            }
            case BreakerChanged other -> {}
            case OverrideUsed other -> {}
            case VenueChecked checked -> {
                switch (checked.trust()) {
                    case CHECKING, AGREED -> {}
                    case DIFFERS, UNREACHABLE -> raise(Toasts.Kind.FAILURE, "venue", event);
                }
            }
            case EngineStarted started -> {
                if (!started.damage().isEmpty()) {
                    raise(Toasts.Kind.FAILURE, "damage", event);
                }
            }
            case OrderChanged changed -> {
                OrderState state = changed.order().state();
                if (state == OrderState.REJECTED || state == OrderState.UNKNOWN) {
                    raise(Toasts.Kind.WARNING, "order", event);
                }
            }
            case ParentChanged changed -> {
                if (changed.parent().stage() == ParentStage.FAILED) {
                    raise(Toasts.Kind.FAILURE, "parent", event);
                }
            }
            case OrderFilled other -> {}
            case RiskLimitsChanged other -> {}
            case MarketPaceChanged other -> {}
            case HeadlinePublished other -> {}
            case AnomalySeen seen -> {
                if (Severity.of(seen) == Severity.WARNING) {
                    raise(Toasts.Kind.WARNING, "anomaly", event);
                }
            }
            case RegimeChanged changed -> {
                if (Severity.of(changed) == Severity.WARNING) {
                    raise(Toasts.Kind.WARNING, "regime", event);
                }
            }
            case StrategyChanged changed -> {
                if (changed.change().cause().isAlarm()) {
                    raise(Toasts.Kind.FAILURE, "strategy", event);
                }
            }
            case ForecastChanged changed -> {
                if (Severity.of(changed) == Severity.WARNING) {
                    raise(Toasts.Kind.WARNING, "forecast", event);
                }
            }
            case AccountMarked other -> {}
            case PassportWritten other -> {}
            case SettingChanged changed -> {
                Map.Entry<String, String> setting = Map.entry(changed.key(), changed.value());
                AlertFiring.findIn(setting).ifPresent(this::told);
                HabitFact.findIn(setting).ifPresent(fact -> raise(Toasts.Kind.INFO, "habit", event));
            }
        }
    }

    /** What the person wanted to be told of. */
    private void told(AlertFiring firing) {
        Toasts.Kind kind = switch (firing.priority()) {
            case INFO -> Toasts.Kind.INFO;
            case WARNING -> Toasts.Kind.WARNING;
            case ERROR, URGENT -> Toasts.Kind.FAILURE;
        };
        context.toasts().show(kind, firing.alert(), new AlertWords(context.texts()).fired(firing));
    }

    private void raise(Toasts.Kind kind, String name, Event event) {
        context.toasts().show(kind, context.texts().get("journal.alert." + name), sentence.apply(event));
    }
}
