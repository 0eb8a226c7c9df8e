package io.sextant.engine.recovery;

import io.sextant.domain.codec.CommandCodec;
import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.codec.SessionCodec;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.SnapshotStore;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.session.SessionTerms;
import io.sextant.engine.core.TradingCore;
import java.util.Optional;

/**
 * Brings a fresh core to where the journal ends: newest snapshot, then every later input at its place in the total order.
 * Facts that the replay produces are compared with those in the journal; a difference means that the code or the data is
 * not what it was, and nothing may trade on a state that is not known to be right.
 */
public final class Recovery {

    private static final System.Logger LOG = System.getLogger(Recovery.class.getName());

    private final TradingCore core;
    private final Journal journal;
    private final ReplayedFacts facts;
    private long replayedRecords;

    private Recovery(TradingCore core, Journal journal, long position) {
        this.core = core;
        this.journal = journal;
        facts = new ReplayedFacts(position);
        core.listen(facts);
    }

    /** What a recovery did. */
    public record Report(long snapshotPosition, long replayedRecords, long lateFacts) {}

    /** The terms that a journal was begun with; empty for a new one. */
    public static Optional<SessionTerms> findTerms(Journal journal) {
        SessionTerms[] found = new SessionTerms[1];
        if (journal.lastPosition() > 0) {
            journal.read(0, (position, kind, sequence, payload, offset, length) -> {
                if (kind == RecordKind.SESSION && found[0] == null) {
                    found[0] = SessionCodec.read(StateBytes.reader(payload, offset, length));
                }
            });
        }
        return Optional.ofNullable(found[0]);
    }

    public static void begin(Journal journal, SessionTerms terms) {
        StateBytes bytes = new StateBytes();
        SessionCodec.write(bytes, terms);
        journal.append(RecordKind.SESSION, 0, bytes.array(), bytes.size());
        journal.flush();
    }

    /** Replays; facts that were made but never reached the journal before the crash are appended to it now. */
    public static Report run(TradingCore core, Journal journal, SnapshotStore snapshots) {
        long from = load(core, journal, snapshots);
        Recovery recovery = new Recovery(core, journal, from);
        journal.read(from, recovery::onRecord);
        core.finishStep();
        long late = recovery.appendLateFacts();
        return new Report(from, recovery.replayedRecords, late);
    }

    /** Takes over the newest snapshot; returns the position up to which nothing needs to be replayed. */
    private static long load(TradingCore core, Journal journal, SnapshotStore snapshots) {
        Optional<SnapshotStore.Snapshot> snapshot =
                snapshots.findNewest(journal.lastPosition(), candidate -> TradingCore.isReadable(candidate.state()));
        if (snapshot.isEmpty()) {
            return 0;
        }
        long hash = core.stateHash();
        StateBytes fresh = new StateBytes();
        core.save(fresh);
        try {
            core.load(StateBytes.reader(snapshot.get().state()));
            return snapshot.get().journalPosition();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the snapshot of record " + snapshot.get().journalPosition()
                            + " cannot be used; the whole journal is replayed instead",
                    e);
        }
        core.load(StateBytes.reader(fresh.array(), 0, fresh.size()));
        if (core.stateHash() != hash) {
            throw new IllegalStateException(
                    "the desk could not begin anew after an unusable snapshot; nothing was altered");
        }
        return 0;
    }

    private void onRecord(long position, RecordKind kind, long sequence, byte[] payload, int offset, int length) {
        replayedRecords++;
        switch (kind) {
            case SESSION -> facts.passed(position);
            case COMMAND -> onCommand(position, sequence, StateBytes.reader(payload, offset, length));
            case MARKET -> onMarket(position, sequence, payload, offset, length);
            case VENUE -> onVenue(position, sequence, StateBytes.reader(payload, offset, length));
            case FACT -> onFact(position, sequence, payload, offset, length);
        }
    }

    private void onCommand(long position, long sequence, StateReader in) {
        facts.requireNoneWaiting(position);
        core.stepTo(sequence);
        facts.requireNoneWaiting(position);
        facts.passed(position);
        long timeNanos = in.getLong();
        CommandCodec.Keyed keyed = CommandCodec.read(in);
        core.apply(timeNanos, keyed.key(), keyed.command());
    }

    private void onMarket(long position, long sequence, byte[] payload, int offset, int length) {
        facts.requireNoneWaiting(position);
        if (core.sequence() < sequence) {
            core.stepTo(sequence - 1);
            core.beginFeedStep(MarketRecords.timeNanos(StateBytes.reader(payload, offset, length)));
        }
        facts.passed(position);
        MarketRecords.replay(StateBytes.reader(payload, offset, length), core.marketSink());
    }

    private void onVenue(long position, long sequence, StateReader in) {
        facts.requireNoneWaiting(position);
        if (core.sequence() < sequence) {
            core.stepTo(sequence - 1);
            facts.requireNoneWaiting(position);
            core.beginVenueStep();
        }
        facts.passed(position);
        core.onVenueReport(VenueRecords.read(in));
    }

    private void onFact(long position, long sequence, byte[] payload, int offset, int length) {
        Event event = EventCodec.read(StateBytes.reader(payload, offset, length));
        if (event instanceof EngineStarted) {
            facts.passedObservation(position);
            return;
        }
        if (facts.isEmpty()) {
            core.stepTo(sequence);
        }
        facts.match(position, event);
    }

    private long appendLateFacts() {
        StateBytes bytes = new StateBytes();
        long late = 0;
        for (Event event = facts.poll(); event != null; event = facts.poll()) {
            bytes.clear();
            EventCodec.write(bytes, event);
            journal.append(RecordKind.FACT, core.sequence(), bytes.array(), bytes.size());
            late++;
        }
        journal.flush();
        return late;
    }
}
