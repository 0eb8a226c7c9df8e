package io.sextant.remote.server;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.Event;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.DepthLevel;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.TapeTrade;
import io.sextant.domain.request.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A market of ten instruments at a steady rate: each of its events is a fact for who hears facts, and moves the state of its instrument. It hands over as the
 * engine does: to each listener on a virtual thread of its own, facts through a bounded queue whose overflow ends the subscription, of a state the newest.
 */
final class CrowdEngine implements EngineClient {

    static final int INSTRUMENTS = 10;
    private static final int KEPT = 1 << 20;
    private static final int QUEUE = 65_536;
    private static final long STEP_NANOS = 2_000_000;
    private static final int PICTURE_STEPS = 16;

    private final long[] times = new long[KEPT];
    private final List<Facts> facts = new ArrayList<>();
    private final List<States> states = new CopyOnWriteArrayList<>();
    private volatile long newest;
    private volatile boolean closed;

    static InstrumentId instrument(long position) {
        return InstrumentId.of("I" + Math.floorMod(position, INSTRUMENTS));
    }

    /** Publishes on the caller's thread; {@code seconds} long, then one last picture of each state. */
    void publish(int aSecond, double seconds) {
        long begun = System.nanoTime();
        long first = newest;
        long all = Math.round(aSecond * seconds);
        for (int step = 1; newest - first < all && !closed; step++) {
            LockSupport.parkNanos(begun + step * STEP_NANOS - System.nanoTime());
            long due = Math.min(all, (System.nanoTime() - begun) * aSecond / TimeUnit.SECONDS.toNanos(1));
            synchronized (facts) {
                while (newest - first < due) {
                    next();
                }
            }
            if (step % PICTURE_STEPS == 0) {
                states.forEach(States::show);
            }
        }
        states.forEach(States::show);
    }

    private void next() {
        long position = newest + 1;
        times[(int) (position % KEPT)] = nowNanos();
        Event event = event(position);
        newest = position;
        facts.removeIf(one -> !one.open);
        facts.forEach(one -> one.offer(event));
    }

    static long nowNanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    long newest() {
        return newest;
    }

    int listening() {
        synchronized (facts) {
            return facts.size();
        }
    }

    /** Facts that were made before somebody listened, too. */
    private Event event(long position) {
        if (position <= newest - KEPT) {
            throw new IllegalStateException("position " + position + " is forgotten already");
        }
        return new AnomalySeen(
                position,
                times[(int) (position % KEPT)],
                new FlowAnomaly(
                        instrument(position),
                        FlowAnomaly.Kind.SWEEP,
                        times[(int) (position % KEPT)],
                        position % 2 == 0 ? Side.BUY : Side.SELL,
                        Price.of(6_400_000 + position % 1_000, 2),
                        Quantity.of(1 + position % 5_000, 3),
                        position % 100 / 10.0));
    }

    private MarketState market(InstrumentId instrument) {
        long at = newest;
        while (!instrument(at).equals(instrument)) {
            at--;
        }
        List<DepthLevel> bids = new ArrayList<>();
        List<DepthLevel> asks = new ArrayList<>();
        for (int i = 0; i < Depth.LEVELS; i++) {
            bids.add(new DepthLevel(
                    Price.of(6_400_000 + at % 100 - i, 2), Quantity.of(1 + at % (100 + i), 3), Quantity.ZERO));
            asks.add(new DepthLevel(
                    Price.of(6_400_002 + at % 100 + i, 2), Quantity.of(1 + at % (90 + i), 3), Quantity.ZERO));
        }
        List<TapeTrade> tape = new ArrayList<>();
        for (long each = at; each > 0 && tape.size() < MarketState.TAPE_LENGTH; each -= INSTRUMENTS) {
            tape.add(new TapeTrade(
                    each / INSTRUMENTS,
                    times[(int) (each % KEPT)],
                    Price.of(6_400_000 + each % 1_000, 2),
                    Quantity.of(1 + each % 5_000, 3),
                    Side.BUY,
                    false));
        }
        return new MarketState(
                instrument,
                times[(int) (at % KEPT)],
                Optional.of(Price.of(6_400_000 + at % 1_000, 2)),
                new Depth(bids, asks),
                tape,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Quantity.of(at, 0));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Subscription subscribe(Topic<T> topic, Consumer<? super T> listener) {
        return switch (topic) {
            case Topic.Events(long after) -> {
                synchronized (facts) {
                    Facts one = new Facts(after == Topic.Events.FROM_NOW ? newest : after, newest, (Consumer<Event>)
                            (Object) listener);
                    facts.add(one);
                    yield one;
                }
            }
            case Topic.Market(var instrument) -> {
                States one = new States(instrument, (Consumer<MarketState>) (Object) listener);
                states.add(one);
                one.show();
                yield one;
            }
            default -> throw new IllegalArgumentException(topic + " is not told here");
        };
    }

    @Override
    public CompletionStage<Answer> submit(CommandKey key, Command command) {
        return CompletableFuture.failedStage(new IllegalStateException("nothing is done here"));
    }

    @Override
    public <R> CompletionStage<R> ask(Query<R> query) {
        return CompletableFuture.failedStage(new IllegalStateException("nobody knows"));
    }

    @Override
    public <R> RunningJob<R> start(Job<R> job) {
        throw new IllegalStateException("nothing is done here");
    }

    @Override
    public void close() {
        closed = true;
        synchronized (facts) {
            facts.forEach(Facts::close);
        }
        states.forEach(States::close);
    }

    private final class Facts implements Subscription {

        private final ArrayBlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
        private final Consumer<Event> listener;
        private final Thread thread;
        private volatile boolean open = true;

        Facts(long after, long live, Consumer<Event> listener) {
            this.listener = listener;
            thread = Thread.ofVirtual().name("crowd-facts").start(() -> run(after, live));
        }

        void offer(Event event) {
            if (!queue.offer(event)) {
                close();
            }
            LockSupport.unpark(thread);
        }

        private void run(long after, long live) {
            for (long past = after + 1; past <= live && open; past++) {
                listener.accept(event(past));
            }
            while (open) {
                Event event = queue.poll();
                if (event == null) {
                    LockSupport.park(this);
                } else {
                    listener.accept(event);
                }
            }
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
            LockSupport.unpark(thread);
        }
    }

    private final class States implements Subscription {

        private final InstrumentId instrument;
        private final Consumer<MarketState> listener;
        private final AtomicReference<@Nullable MarketState> latest = new AtomicReference<>();
        private final Thread thread;
        private volatile boolean open = true;

        States(InstrumentId instrument, Consumer<MarketState> listener) {
            this.instrument = instrument;
            this.listener = listener;
            thread = Thread.ofVirtual().name("crowd-state").start(this::run);
        }

        /** Nothing before each instrument had its first event. */
        void show() {
            if (newest < INSTRUMENTS) {
                return;
            }
            latest.set(market(instrument));
            LockSupport.unpark(thread);
        }

        private void run() {
            while (open) {
                MarketState state = latest.getAndSet(null);
                if (state == null) {
                    LockSupport.park(this);
                } else {
                    listener.accept(state);
                }
            }
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
            states.remove(this);
            LockSupport.unpark(thread);
        }
    }
}
