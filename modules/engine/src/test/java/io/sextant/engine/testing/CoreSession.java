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
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.engine.core.CompletedBars;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.core.Outcome;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.recovery.Recovery;
import io.sextant.execution.gate.DefaultLimits;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.simulator.SimulatorSettings;
import java.util.ArrayList;
import java.util.List;

/** A core on the simulated market, driven by hand: no threads, no wall clock. */
public final class CoreSession {

    public static final long START_NANOS = 1_780_000_000_000_000_000L;

    private final Journal journal;
    private final MemorySnapshots snapshots;
    private final List<Event> facts = new ArrayList<>();
    private final TradingCore core;
    private final SimulatedInstruments market;
    private final long replayedFrom;
    private long commands;

    private CoreSession(long seed, Journal journal, MemorySnapshots snapshots) {
        this.journal = journal;
        this.snapshots = snapshots;
        market = new SimulatedInstruments(START_NANOS);
        SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(seed, START_NANOS));
        SessionTerms terms = terms(seed, exchange);
        if (journal.lastPosition() == 0) {
            Recovery.begin(journal, terms);
        }
        core = new TradingCore(terms, exchange, exchange, List.of(), CompletedBars.Sink.NONE);
        replayedFrom = Recovery.run(core, journal, snapshots).snapshotPosition();
        core.listen(new JournaledFacts());
    }

    /** A new session with the usual limits. */
    public static CoreSession begin(long seed) {
        CoreSession session = new CoreSession(seed, new MemoryJournal(), new MemorySnapshots());
        session.apply(new ChangeRiskLimits(DefaultLimits.of(
                session.market.catalog(), Money.parse("200000", Currency.USD), session.market::startTicks)));
        return session;
    }

    /** What recovery makes of a journal. */
    public static CoreSession recover(long seed, Journal journal, MemorySnapshots snapshots) {
        return new CoreSession(seed, journal, snapshots);
    }

    public static SessionTerms terms(long seed, SimulatedExchange exchange) {
        return new SessionTerms(
                TradingMode.SIMULATED,
                seed,
                START_NANOS,
                exchange.name(),
                Currency.USD,
                List.of(new ConversionRate(Currency.USDT, Currency.USD, Price.of(1, 0), "fixed in the simulation")),
                List.of(Money.parse("100000", Currency.USD), Money.parse("100000", Currency.USDT)),
                CostBasis.AVERAGE,
                exchange.instruments());
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

    public void run(int steps) {
        for (int i = 0; i < steps; i++) {
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
