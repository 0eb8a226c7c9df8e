package io.sextant.engine.core;

import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.position.Account;

/**
 * The points of the equity curve: one a minute of market time, fewer when the market runs faster than a minute a second, so
 * that a day simulated in a second does not write a thousand points that nobody can see. A worth that did not change is not
 * written again.
 */
final class AccountMarks {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long LONGEST_NANOS = 60 * MINUTE_NANOS;

    private final CoreTime time;
    private final FactOutlet facts;
    private final Ledger ledger;
    private final DeskSwitches switches;
    private long nextNanos;
    private long lastEquityUnits = Long.MIN_VALUE;

    AccountMarks(CoreTime time, FactOutlet facts, Ledger ledger, DeskSwitches switches) {
        this.time = time;
        this.facts = facts;
        this.ledger = ledger;
        this.switches = switches;
        nextNanos = Long.MAX_VALUE;
    }

    long nextNanos() {
        return nextNanos;
    }

    /** The market moved: from now on marks are due. A market that stands still needs none. */
    void wake() {
        if (nextNanos == Long.MAX_VALUE) {
            schedule();
        }
    }

    void mark() {
        nextNanos = Long.MAX_VALUE;
        long equityUnits = ledger.equityUnits();
        if (equityUnits == lastEquityUnits) {
            return;
        }
        lastEquityUnits = equityUnits;
        if (facts.isListening()) {
            Account account = ledger.account();
            facts.accept(new AccountMarked(
                    facts.nextPosition(),
                    time.marketNanos,
                    account.equity(),
                    account.realised(),
                    account.unrealised(),
                    account.fees(),
                    account.grossExposure()));
        }
    }

    void save(StateWriter out) {
        out.putLong(nextNanos);
        out.putLong(lastEquityUnits);
    }

    void load(StateReader in) {
        nextNanos = in.getLong();
        lastEquityUnits = in.getLong();
    }

    private void schedule() {
        double minutes = Math.ceil(switches.timesRealTime() / 60);
        long period = (long) Math.min(LONGEST_NANOS, Math.max(1, minutes) * MINUTE_NANOS);
        nextNanos = (Math.floorDiv(time.marketNanos, period) + 1) * period;
    }
}
