package io.sextant.ui.parts;

import io.sextant.domain.event.Event;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.ui.shell.DeskContext;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings the past and then every event after it, so that nothing falls between the two: first it asks how far the tables have
 * come, then it loads what they know, which is that much at least, then it follows the events from there. What comes twice
 * is for the listener to recognise by its position.
 */
public final class EventFollower {

    private final DeskContext context;
    private @Nullable Subscription events;
    private int run;

    public EventFollower(DeskContext context) {
        this.context = context;
    }

    /** {@code loadPast} gets the newest events, newest first, and is done when its answer is. */
    public void start(
            int newestEvents, Function<List<Event>, ? extends CompletionStage<?>> loadPast, Consumer<Event> listener) {
        int thisRun = ++run;
        context.engine().ask(new Query.NewestEvents(newestEvents)).whenComplete((newest, failure) -> {
            if (failure != null) {
                context.toasts().failed(failure);
            } else if (thisRun == run) {
                long position = newest.isEmpty() ? 0 : newest.getFirst().position();
                loadPast.apply(newest).whenComplete((done, broken) -> follow(thisRun, position, broken, listener));
            }
        });
    }

    public void stop() {
        run++;
        if (events != null) {
            events.close();
            events = null;
        }
    }

    private void follow(int thisRun, long position, @Nullable Throwable broken, Consumer<Event> listener) {
        if (broken != null) {
            context.toasts().failed(broken);
        } else if (thisRun == run) {
            events = context.engine().onEvents(position, listener);
        }
    }
}
