package io.sextant.exchange.trade;

import io.sextant.domain.codec.CommandCodec;
import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.SnapshotStore.Snapshot;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.session.SessionTerms;
import io.sextant.engine.core.CompletedBars;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.core.Outcome;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.recovery.MarketRecords;
import io.sextant.engine.recovery.Recovery;
import io.sextant.engine.recovery.VenueRecords;
import io.sextant.execution.Venue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** An engine's core over a crashing journal, driven by hand: what leaves waits until the test flushes the journal. */
final class LiveDesk {

    private final CrashJournal journal;
    private final TradingCore core;
    private final PushedFeed feed;
    private final ArrayDeque<Runnable> held = new ArrayDeque<>();
    private final List<Event> facts = new ArrayList<>();
    private long commands;

    LiveDesk(SessionTerms terms, PushedFeed feed, Venue venue, CrashJournal journal) {
        this.journal = journal;
        this.feed = feed;
        boolean isNew = journal.lastPosition() == 0;
        if (isNew) {
            Recovery.begin(journal, terms);
        }
        core = new TradingCore(terms, feed, venue, List.of(), CompletedBars.Sink.NONE);
        Recovery.run(core, journal, journal);
        commands = 1_000_000 * journal.lastPosition();
        core.listen(new JournaledFacts());
        core.marketPath().record(new MarketRecords(journal, core::sequence, core::marketNanos, core.marketSink()));
        core.beginOutside(held::add, new VenueRecords(journal, core::sequence, core::onVenueReport));
        if (isNew) {
            List<InstrumentLimits> limits = terms.instruments().all().stream()
                    .map(one -> new InstrumentLimits(
                            one.id(),
                            Quantity.parse("10"),
                            Money.parse("1000000", one.quote()),
                            2_000,
                            Quantity.parse("100")))
                    .toList();
            apply(new ChangeRiskLimits(new RiskLimits(limits, AccountLimits.UNBOUNDED, List.of())));
        }
    }

    Outcome apply(Command command) {
        StateBytes bytes = new StateBytes();
        bytes.putLong(core.marketNanos());
        CommandKey key = new CommandKey("k" + commands++);
        CommandCodec.write(bytes, key, command);
        journal.append(RecordKind.COMMAND, core.sequence(), bytes.array(), bytes.size());
        return core.apply(core.marketNanos(), key, command);
    }

    /** Takes every step that is due. */
    void turn(long nowNanos) {
        feed.reached(nowNanos);
        while (core.nextNanos() <= core.liveDueNanos(nowNanos)) {
            core.step();
        }
    }

    /** Makes all durable, and lets out what waited for that. */
    void flush() {
        journal.flush();
        while (!held.isEmpty()) {
            held.poll().run();
        }
    }

    void takeSnapshot() {
        StateBytes bytes = new StateBytes();
        core.save(bytes);
        journal.save(new Snapshot(journal.lastPosition(), core.sequence(), bytes.toByteArray()));
    }

    TradingCore core() {
        return core;
    }

    List<Event> facts() {
        return facts;
    }

    DeskState state() {
        return core.views()
                .desk(core.marketNanos(), new EngineHealth(true, "", "pushed", FeedStatus.CONNECTED, 0, 0, 0, 0, 0, 0));
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
