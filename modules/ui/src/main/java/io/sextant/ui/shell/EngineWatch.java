package io.sextant.ui.shell;

import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.ui.bridge.EngineBridge;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The desk as the engine last told it, and whether the engine is well. A market that stands still tells nothing new, so silence
 * alone proves nothing: every two seconds without news it is asked, and only an engine that does not answer is called silent.
 */
final class EngineWatch {

    /** How the engine is doing, seen from here. */
    enum Condition {
        RUNNING,
        /** It says itself that it stopped. */
        FAILED,
        /** It does not answer. */
        SILENT
    }

    private static final Duration PROBE_PERIOD = Duration.seconds(2);

    private final EngineBridge engine;
    private final ReadOnlyObjectWrapper<DeskState> desk;
    private final ReadOnlyObjectWrapper<Condition> condition;
    private final PauseTransition probing = new PauseTransition(PROBE_PERIOD);
    private final Subscription subscription;
    private boolean heardSinceProbe = true;
    private boolean asked;

    EngineWatch(EngineBridge engine, DeskState first) {
        this.engine = engine;
        desk = new ReadOnlyObjectWrapper<>(this, "desk", first);
        condition = new ReadOnlyObjectWrapper<>(this, "condition", healthOf(first));
        subscription = engine.onState(new Topic.Desk(), this::heard);
        probing.setOnFinished(due -> probe());
        probing.play();
    }

    ReadOnlyObjectProperty<DeskState> deskProperty() {
        return desk.getReadOnlyProperty();
    }

    DeskState desk() {
        return desk.get();
    }

    ReadOnlyObjectProperty<Condition> conditionProperty() {
        return condition.getReadOnlyProperty();
    }

    void close() {
        probing.stop();
        subscription.close();
    }

    private void heard(DeskState state) {
        heardSinceProbe = true;
        desk.set(state);
        condition.set(healthOf(state));
    }

    void probe() {
        if (asked) {
            condition.set(Condition.SILENT);
        } else if (!heardSinceProbe) {
            asked = true;
            engine.ask(new Query.Desk()).whenComplete(this::answered);
        }
        heardSinceProbe = false;
        probing.playFromStart();
    }

    private void answered(@Nullable DeskState state, @Nullable Throwable failure) {
        asked = false;
        if (state == null) {
            condition.set(Condition.SILENT);
        } else {
            heard(state);
        }
    }

    private static Condition healthOf(DeskState state) {
        boolean well = state.health().running() && state.health().failure().isEmpty();
        return well ? Condition.RUNNING : Condition.FAILED;
    }
}
