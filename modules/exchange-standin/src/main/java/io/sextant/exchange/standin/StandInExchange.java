package io.sextant.exchange.standin;

import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.FaultyStream;
import io.sextant.exchange.standin.fault.Mutations;
import io.sextant.exchange.standin.fault.Wire;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An exchange whose truth is known. Usable without sockets (ask {@link #answer} and {@link #connected}) and behind a
 * {@link LoopbackServer}; what goes wrong comes from the plan either way.
 */
public final class StandInExchange implements VenueShape.Markets, LoopbackServer.Desk {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final long LONGEST_LATENESS_NANOS = 9_000 * MILLI_NANOS;
    private static final Map<String, String> RETRY_AFTER = Map.of("Retry-After", "2");

    private final VenueShape shape;
    private final Clock clock;
    private final Scheduler scheduler;
    private final FaultPlan plan;
    private final List<MarketTruth> markets = new ArrayList<>();
    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private final Map<Wire, Reader> byWire = new ConcurrentHashMap<>();
    private PrivateDesk privateDesk = PrivateDesk.NONE;
    private long skewNanos;
    private long lastVenueNanos = Long.MIN_VALUE;

    /** One connection; its messages may carry numbers of its own. */
    private static final class Reader {

        private final VenueShape shape;
        private final FaultyStream stream;
        private final List<String> channels;
        private final Set<Integer> unheard = ConcurrentHashMap.newKeySet();
        private final Set<Integer> tradesUnheard = ConcurrentHashMap.newKeySet();
        private long sent;

        Reader(VenueShape shape, FaultyStream stream, List<String> channels) {
            this.shape = shape;
            this.stream = stream;
            this.channels = new CopyOnWriteArrayList<>(channels);
        }

        void send(String message) {
            stream.send(shape.numbered(message, sent++));
        }
    }

    public StandInExchange(
            VenueShape shape, List<ListedPair> pairs, long seed, Clock clock, Scheduler scheduler, FaultPlan plan) {
        this.shape = shape;
        this.clock = clock;
        this.scheduler = scheduler;
        this.plan = plan;
        pairs.forEach(pair -> markets.add(new MarketTruth(pair, seed, venueNanos())));
    }

    /** Puts accounts and orders behind the same addresses. */
    public void serve(PrivateDesk desk) {
        privateDesk = desk;
    }

    /** Sets how far the venue's clock is ahead of ours. */
    public void skewClock(long nanos) {
        skewNanos = nanos;
    }

    /** The venue's time in whole milliseconds; it does not go back, whatever its clock is set to. */
    @Override
    public synchronized long venueNanos() {
        long now = Math.floorDiv(clock.nanos() + skewNanos, MILLI_NANOS) * MILLI_NANOS;
        lastVenueNanos = Math.max(lastVenueNanos, now);
        return lastVenueNanos;
    }

    @Override
    public List<MarketTruth> all() {
        return markets;
    }

    /** Lets something happen in one market and tells its readers. */
    public synchronized void move(int market) {
        MarketTruth truth = markets.get(market);
        MarketUpdate whole = truth.step(venueNanos());
        for (Reader reader : readers) {
            MarketUpdate update = reader.tradesUnheard.contains(market) ? whole.withoutDeals() : whole;
            for (String channel : reader.unheard.contains(market) ? List.<String>of() : reader.channels) {
                shape.messages(channel, truth, update).forEach(reader::send);
            }
        }
        readers.removeIf(reader -> reader.stream.isCut());
    }

    /** Tells nothing more of one market to those who are connected now. */
    public synchronized void mute(int market) {
        readers.forEach(reader -> reader.unheard.add(market));
    }

    /** Tells the book of one market and none of its trades to those who are connected now. */
    public synchronized void muteTrades(int market) {
        readers.forEach(reader -> reader.tradesUnheard.add(market));
    }

    /** Says what a venue says on a quiet stream. */
    public synchronized void beat() {
        for (Reader reader : readers) {
            shape.heartbeats().forEach(reader::send);
        }
    }

    /** Cuts every stream. */
    public synchronized void cutAll() {
        readers.forEach(reader -> reader.stream.cut());
        readers.clear();
    }

    public int readers() {
        return readers.size();
    }

    @Override
    public synchronized Function<String, Boolean> connected(HttpRequest request, Wire wire) {
        FaultyStream stream = new FaultyStream(plan, scheduler, wire);
        Optional<Consumer<String>> account = privateDesk.connected(request, stream);
        if (account.isPresent()) {
            return message -> {
                hearAccount(account.get(), message);
                return !stream.isCut();
            };
        }
        Reader reader = new Reader(shape, stream, shape.channelsOf(request));
        readers.add(reader);
        byWire.put(wire, reader);
        return message -> {
            hear(reader, message);
            return !stream.isCut();
        };
    }

    private synchronized void hearAccount(Consumer<String> account, String message) {
        account.accept(message);
    }

    private synchronized void hear(Reader reader, String message) {
        VenueShape.Said said = shape.hear(message, this);
        reader.channels.removeAll(said.gone());
        said.answers().forEach(reader::send);
        reader.channels.addAll(said.channels());
    }

    @Override
    public synchronized void disconnected(Wire wire) {
        Reader reader = byWire.remove(wire);
        if (reader != null) {
            readers.remove(reader);
        }
    }

    /** The answer with whatever the plan does to it. */
    @Override
    public LoopbackServer.Reply answer(HttpRequest request) {
        return switch (plan.forRequest()) {
            case NONE, SLOW -> LoopbackServer.Reply.whole(good(request));
            case TOO_MANY_REQUESTS ->
                LoopbackServer.Reply.whole(
                        new HttpAnswer(429, RETRY_AFTER, "{\"code\":-1003,\"msg\":\"Too many requests\"}"));
            case BANNED ->
                LoopbackServer.Reply.whole(
                        new HttpAnswer(418, RETRY_AFTER, "{\"code\":-1003,\"msg\":\"Way too many requests\"}"));
            case SERVER_ERROR -> LoopbackServer.Reply.whole(HttpAnswer.of(503, "<html>busy</html>"));
            case HALF_AN_ANSWER -> new LoopbackServer.Reply(good(request), true, false);
            case WRONG_TYPE -> mutated(request, Mutations::withWrongType);
            case UNKNOWN_FIELD -> mutated(request, Mutations::withUnknownField);
            case HANG_UP -> new LoopbackServer.Reply(HttpAnswer.ok(""), false, true);
            case ANSWER_LOST -> new LoopbackServer.Reply(good(request), false, true);
            case DONE_LATE -> {
                scheduler.after(1 + plan.amount(LONGEST_LATENESS_NANOS), () -> good(request));
                yield new LoopbackServer.Reply(HttpAnswer.ok(""), false, true);
            }
        };
    }

    private LoopbackServer.Reply mutated(HttpRequest request, Function<String, String> mutation) {
        HttpAnswer good = good(request);
        return LoopbackServer.Reply.whole(good.withBody(mutation.apply(good.body())));
    }

    private synchronized HttpAnswer good(HttpRequest request) {
        return privateDesk.answer(request).orElseGet(() -> shape.answer(request, this));
    }
}
