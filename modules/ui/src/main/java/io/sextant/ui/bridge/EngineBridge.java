package io.sextant.ui.bridge;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.ui.link.EngineLink;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.link.SeatRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The window's side of the one door. Everything that the engine delivers on its own threads arrives here on the JavaFX thread:
 * state at most once a frame and only when it changed, the latest wins (twice a second while nobody touches the window); events in order,
 * none lost and none twice; answers as they come. All methods are for the JavaFX thread.
 */
public final class EngineBridge implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EngineBridge.class.getName());

    private final EngineClient client;
    private final Supplier<CommandKey> keys;
    private final Frames frames;
    private final Map<Topic<?>, StateChannel<?>> states = new HashMap<>();
    private final Set<EventChannel> events = new LinkedHashSet<>();
    private final Optional<EngineLink> link;
    private final Optional<Subscription> linkWatch;
    private final ReadOnlyObjectWrapper<Optional<LinkStatus>> linkStatus;
    private final BooleanProperty rests = new SimpleBooleanProperty(this, "rests", true);
    private boolean closed;
    private boolean failureLogged;

    /** {@code keys} names each command once; see {@link CommandKeys}. */
    public EngineBridge(EngineClient client, Supplier<CommandKey> keys) {
        this(client, Optional.empty(), keys);
    }

    /** {@code link} is the line to it where it is not of this process. */
    public EngineBridge(EngineClient client, Optional<EngineLink> link, Supplier<CommandKey> keys) {
        this(client, link, keys, new Pulses());
    }

    EngineBridge(EngineClient client, Supplier<CommandKey> keys, Frames frames) {
        this(client, Optional.empty(), keys, frames);
    }

    EngineBridge(EngineClient client, Optional<EngineLink> link, Supplier<CommandKey> keys, Frames frames) {
        this.client = client;
        this.link = link;
        this.keys = keys;
        this.frames = frames;
        linkStatus = new ReadOnlyObjectWrapper<>(this, "link", link.map(EngineLink::status));
        rests.addListener((property, before, after) -> frames.letRest(after));
        frames.start(this::onFrame, this::supervise);
        linkWatch = link.map(line -> line.watch(() -> frames.run(this::lookAtLink)));
    }

    /** The line to the engine as it is now; empty where the engine is in this process. */
    public ReadOnlyObjectProperty<Optional<LinkStatus>> linkProperty() {
        return linkStatus.getReadOnlyProperty();
    }

    /** Whether states are delivered less often while nobody touches the window; facts never wait. */
    public BooleanProperty restsProperty() {
        return rests;
    }

    /** Why nothing that needs this role can be done here now: the line is not up, or the reader has a lesser role. */
    public Optional<Refusal> barrier(SeatRole needed) {
        return linkStatus.get().flatMap(status -> status.barrier(needed));
    }

    /** That the reader has a lesser role than this at an engine elsewhere, whether the line is up or not. */
    public Optional<Refusal> lackingRole(SeatRole needed) {
        return linkStatus
                .get()
                .filter(status -> !status.role().covers(needed))
                .flatMap(status -> status.lackingRole(needed));
    }

    /** Hears now and at each change why nothing that needs this role can be done; empty while it can. */
    public Subscription onBarrier(SeatRole needed, Consumer<? super Optional<Refusal>> listener) {
        InvalidationListener changed = property -> listener.accept(barrier(needed));
        linkStatus.addListener(changed);
        listener.accept(barrier(needed));
        return new Subscription() {
            private boolean open = true;

            @Override
            public boolean isOpen() {
                return open;
            }

            @Override
            public void close() {
                open = false;
                linkStatus.removeListener(changed);
            }
        };
    }

    /** Asks for something to be done; the answer comes when it is safe in the journal. */
    public CompletionStage<Answer> submit(Command command) {
        return submit(newKey(), command);
    }

    /** Like {@link #submit(Command)} under the sender's own name: sent again after a lost answer, it is still done once. */
    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        return onFxThread(() -> client.submit(key, command));
    }

    /** A name that no other command of this window has. */
    public CommandKey newKey() {
        return keys.get();
    }

    /** Asks for something quick to know. */
    public <R> CompletionStage<R> ask(Query<R> query) {
        return onFxThread(() -> client.ask(query));
    }

    /** Starts long work; its result arrives on the JavaFX thread. */
    public <R> RunningJob<R> start(Job<R> job) {
        RunningJob<R> running = client.start(job);
        CompletionStage<R> result = onFxThread(running::result);
        return new RunningJob<>() {
            @Override
            public double progress() {
                return running.progress();
            }

            @Override
            public long unitsDone() {
                return running.unitsDone();
            }

            @Override
            public void cancel() {
                running.cancel();
            }

            @Override
            public CompletionStage<R> result() {
                return result;
            }
        };
    }

    /**
     * Listens to a state. A first delivery comes as soon as there is one; later ones at most once a frame, and only of a value that
     * differs. Listeners of one topic share one subscription of the engine.
     */
    public <T> Subscription onState(Topic<T> topic, Consumer<? super T> listener) {
        if (topic instanceof Topic.Events) {
            throw new IllegalArgumentException("events are not a state: the latest would replace the others");
        }
        requireOpen();
        // The topic is the key and types its own channel.
        @SuppressWarnings("unchecked")
        StateChannel<T> channel = (StateChannel<T>) states.computeIfAbsent(
                topic, unused -> new StateChannel<>(client, topic, frames::requestPicture, frames::request));
        Subscription subscription = channel.add(listener, () -> states.remove(topic, channel));
        supervise();
        return subscription;
    }

    /** Listens to every fact after {@code afterPosition}, first the past ones. */
    public Subscription onEvents(long afterPosition, Consumer<? super Event> listener) {
        requireOpen();
        EventChannel channel = new EventChannel(client, listener, frames::request, events::remove);
        events.add(channel);
        channel.startAfter(afterPosition);
        supervise();
        return channel;
    }

    /** Listens to every fact from now on. */
    public Subscription onEventsFromNow(Consumer<? super Event> listener) {
        requireOpen();
        EventChannel channel = new EventChannel(client, listener, frames::request, events::remove);
        events.add(channel);
        // A position instead of "now", so that a subscription which ends before its first event still misses none.
        ask(new Query.NewestEvents(1)).whenComplete((newest, failure) -> {
            if (newest == null) {
                channel.startAfter(Topic.Events.FROM_NOW);
            } else {
                channel.startAfter(newest.isEmpty() ? 0 : newest.getFirst().position());
            }
            supervise();
        });
        return channel;
    }

    /** Ends all subscriptions. The engine itself belongs to whoever made it. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        linkWatch.ifPresent(Subscription::close);
        frames.stop();
        List.copyOf(states.values()).forEach(StateChannel::close);
        states.clear();
        List.copyOf(events).forEach(EventChannel::close);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the bridge is closed");
        }
    }

    private void onFrame() {
        boolean more = false;
        for (StateChannel<?> channel : new ArrayList<>(states.values())) {
            channel.deliver();
        }
        for (EventChannel channel : new ArrayList<>(events)) {
            more |= channel.deliver();
        }
        if (more) {
            frames.request();
        }
    }

    /** Takes up again what the engine, or the line to it, has ended. */
    private void supervise() {
        lookAtLink();
        try {
            new ArrayList<>(states.values()).forEach(StateChannel::subscribeWhenNeeded);
            new ArrayList<>(events).forEach(EventChannel::subscribeWhenNeeded);
            failureLogged = false;
        } catch (RuntimeException e) {
            if (!failureLogged) {
                failureLogged = true;
                LOG.log(System.Logger.Level.WARNING, "the engine cannot be listened to now; trying again", e);
            }
        }
    }

    private void lookAtLink() {
        if (!closed) {
            link.ifPresent(line -> linkStatus.set(Optional.of(line.status())));
        }
    }

    private <R> CompletionStage<R> onFxThread(Supplier<CompletionStage<R>> call) {
        CompletableFuture<R> arrived = new CompletableFuture<>();
        try {
            call.get().whenComplete((result, failure) -> frames.run(() -> settle(arrived, result, failure)));
        } catch (RuntimeException e) {
            arrived.completeExceptionally(e);
        }
        return arrived;
    }

    private static <R> void settle(CompletableFuture<R> arrived, R result, @Nullable Throwable failure) {
        if (failure == null) {
            arrived.complete(result);
        } else {
            arrived.completeExceptionally(failure);
        }
    }
}
