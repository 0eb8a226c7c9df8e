package io.sextant.engine.testing;

import io.sextant.domain.codec.CommandCodec;
import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.SnapshotStore.Snapshot;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.RiskLimits;
import io.sextant.engine.core.CompletedBars;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.core.Outcome;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.recovery.Recovery;
import io.sextant.execution.gate.DefaultLimits;
import io.sextant.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;

/** A core on a market of the tests, driven by hand: no threads, no wall clock. */
public final class CoreSession {

    public static final long START_NANOS = 1_780_000_000_000_000_000L;

    private static final Money EQUITY = Money.parse("200000", Currency.USD);

    private final Journal journal;
    private final MemorySnapshots snapshots;
    private final List<Event> facts = new ArrayList<>();
    private final TradingCore core;
    private final long replayedFrom;
    private long commands;

    private CoreSession(TestMarket market, Journal journal, MemorySnapshots snapshots, List<Strategy> strategies) {
        this.journal = journal;
        this.snapshots = snapshots;
        if (journal.lastPosition() == 0) {
            Recovery.begin(journal, market.terms());
        }
        core = new TradingCore(market.terms(), market.feed(), market.venue(), strategies, CompletedBars.Sink.NONE);
        replayedFrom = Recovery.run(core, journal, snapshots).snapshotPosition();
        core.listen(new JournaledFacts());
    }

    /** A new session on the simulated market with the usual limits. */
    public static CoreSession begin(long seed) {
        return begin(TestMarket.simulated(seed, START_NANOS));
    }

    /** A new session with the usual limits. */
    public static CoreSession begin(TestMarket market) {
        return begin(market, List.of());
    }

    /** The same with strategies, each within the usual limits of one. */
    public static CoreSession begin(TestMarket market, List<Strategy> strategies) {
        CoreSession session = new CoreSession(market, new MemoryJournal(), new MemorySnapshots(), strategies);
        session.apply(new ChangeRiskLimits(usualLimits(market)
                .withStrategies(strategies.stream()
                        .map(one -> DefaultLimits.strategy(one.name(), EQUITY))
                        .toList())));
        return session;
    }

    /** What a desk without limits of its own gets. */
    public static RiskLimits usualLimits(TestMarket market) {
        return DefaultLimits.of(market.instruments().catalog(), EQUITY, market.instruments()::startTicks);
    }

    /** What recovery makes of a journal of a session on the simulated market. */
    public static CoreSession recover(long seed, Journal journal, MemorySnapshots snapshots) {
        return recover(TestMarket.simulated(seed, START_NANOS), journal, snapshots);
    }

    /** What recovery makes of a journal; {@code market} is a new one of the same kind. */
    public static CoreSession recover(TestMarket market, Journal journal, MemorySnapshots snapshots) {
        return recover(market, journal, snapshots, List.of());
    }

    /** The same with new strategies like those that it had. */
    public static CoreSession recover(
            TestMarket market, Journal journal, MemorySnapshots snapshots, List<Strategy> strategies) {
        return new CoreSession(market, journal, snapshots, strategies);
    }

    public Outcome apply(Command command) {
        return apply(new CommandKey("k" + commands++), command);
    }

    public Outcome apply(CommandKey key, Command command) {
        StateBytes bytes = new StateBytes();
        bytes.putLong(core.marketNanos());
        CommandCodec.write(bytes, key, command);
        journal.append(RecordKind.COMMAND, core.sequence(), bytes.array(), bytes.size());
        return core.apply(core.marketNanos(), key, command);
    }

    /** Takes so many steps, fewer when the market comes to its end. */
    public void run(int steps) {
        for (int i = 0; i < steps && core.nextNanos() != Long.MAX_VALUE; i++) {
            core.step();
        }
    }

    public void takeSnapshot() {
        StateBytes bytes = new StateBytes();
        core.save(bytes);
        snapshots.save(new Snapshot(journal.lastPosition(), core.sequence(), bytes.toByteArray()));
    }

    public TradingCore core() {
        return core;
    }

    public MemoryJournal journal() {
        return (MemoryJournal) journal;
    }

    public MemorySnapshots snapshots() {
        return snapshots;
    }

    /** The journal position of the snapshot that recovery began with; 0 when there was none. */
    public long replayedFrom() {
        return replayedFrom;
    }

    /** Facts since this session began or was recovered. */
    public List<Event> facts() {
        return facts;
    }

    private final class JournaledFacts implements FactSink {

        @Override
        public boolean isListening() {
            return true;
        }

        @Override
        public long nextPosition() {
            return journal.lastPosition() + 1;
        }

        @Override
        public void accept(Event fact) {
            StateBytes bytes = new StateBytes();
            EventCodec.write(bytes, fact);
            journal.append(RecordKind.FACT, core.sequence(), bytes.array(), bytes.size());
            facts.add(fact);
        }
    }
}
