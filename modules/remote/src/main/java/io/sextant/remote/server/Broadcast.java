package io.sextant.remote.server;

import io.sextant.domain.event.Event;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the seats of one engine have in common: what all are told is made once, and what each has to know of the engine is asked once. */
final class Broadcast implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Broadcast.class.getName());

    private final EngineClient engine;
    private final FactTexts facts = new FactTexts();
    private final SharedStates states;
    private volatile Optional<Set<InstrumentId>> instruments = Optional.empty();
    private @Nullable Subscription following;
    private long newestFact;
    private boolean closed;

    Broadcast(EngineClient engine) {
        this.engine = engine;
        states = new SharedStates(engine);
    }

    /** Until it is answered nothing is refused, and facts from now on have no place to begin at. */
    void begin() {
        engine.ask(new Query.Instruments())
                .thenAccept(all -> instruments =
                        Optional.of(all.stream().map(Instrument::id).collect(Collectors.toUnmodifiableSet())))
                .exceptionally(Broadcast::unknown);
        // The tables may lag behind the journal; from what they know the journal itself is followed.
        engine.ask(new Query.NewestEvents(1))
                .thenAccept(newest ->
                        follow(newest.stream().mapToLong(Event::position).max().orElse(0)))
                .exceptionally(Broadcast::unknown);
    }

    private static @Nullable Void unknown(Throwable failure) {
        LOG.log(System.Logger.Level.DEBUG, "the engine could not tell a server about itself", failure);
        return null;
    }

    private synchronized void follow(long position) {
        if (!closed) {
            newestFact = position;
            following = engine.subscribe(new Topic.Events(position), this::followed);
        }
    }

    private synchronized void followed(Event event) {
        newestFact = Math.max(newestFact, event.position());
    }

    /** The engine ends who falls behind. */
    synchronized void tick() {
        Subscription known = following;
        if (known != null && !known.isOpen()) {
            follow(newestFact);
        }
    }

    /** Behind which everything happens from now on. */
    synchronized OptionalLong newestFact() {
        return following == null ? OptionalLong.empty() : OptionalLong.of(newestFact);
    }

    /** Why nothing can be told of it; empty where something can. */
    Optional<String> refusal(Topic<?> topic) {
        return switch (topic) {
            case Topic.Market(var instrument) -> refusal(instrument);
            case Topic.Bars(var instrument, var _) -> refusal(instrument);
            case Topic.Events _, Topic.Desk _, Topic.Gate _, Topic.Watchlist _ -> Optional.empty();
        };
    }

    private Optional<String> refusal(InstrumentId instrument) {
        return instruments
                .filter(known -> !known.contains(instrument))
                .map(_ -> "There is no instrument " + instrument + " at this engine.");
    }

    FactTexts facts() {
        return facts;
    }

    SharedStates states() {
        return states;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Subscription known = following;
        if (known != null) {
            known.close();
        }
    }
}
