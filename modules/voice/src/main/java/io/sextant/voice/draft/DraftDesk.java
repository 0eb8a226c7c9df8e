package io.sextant.voice.draft;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.voice.draft.Confirmation.Confirmed;
import io.sextant.voice.draft.Confirmation.NotConfirmed;
import io.sextant.voice.draft.Confirmation.Reason;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one draft that may be open. A draft is confirmed by a yes for its own number that was begun after the draft could be seen,
 * before it lapses and while prices stay in their bands; then it is gone. Whatever else happens, it is never confirmed. Safe for threads:
 * prices and people come on different ones.
 */
public final class DraftDesk {

    private @Nullable Draft open;
    /** Why what was open last is not any more; told once to a yes that comes too late. */
    private Reason closed = Reason.NOTHING_OPEN;

    private final AtomicLong numbers;
    private long lastId;
    private @Nullable Long shownNanos;
    private boolean ended;

    /** @param numbers goes on for as long as a number could be remembered by somebody: two desks of one person must not share one */
    public DraftDesk(AtomicLong numbers) {
        this.numbers = numbers;
    }

    /** Opens a draft in the place of any other. */
    public synchronized Draft open(Proposal proposal, long nowNanos) {
        lastId = numbers.incrementAndGet();
        Draft draft = new Draft(lastId, proposal, nowNanos);
        open = ended ? null : draft;
        shownNanos = null;
        return draft;
    }

    /** From now on a person can see the draft of that number; only what is said after that can be meant for it. */
    public synchronized void shown(long id, long nowNanos) {
        if (open != null && open.id() == id && shownNanos == null) {
            shownNanos = nowNanos;
        }
    }

    /** Nothing is open any more, nor ever will be. */
    public synchronized void end() {
        close(Reason.OTHER_DRAFT);
        ended = true;
    }

    /** The draft that waits for a yes now. */
    public synchronized Optional<Draft> findOpen(long nowNanos) {
        lapse(nowNanos);
        return Optional.ofNullable(open);
    }

    /** A price was seen; outside of its band the draft ends for good, even if the price comes back. */
    public synchronized void onPrice(InstrumentId instrument, Price price) {
        if (open != null
                && open.proposal().bands().stream()
                        .anyMatch(band -> band.instrument().equals(instrument) && !band.contains(price))) {
            close(Reason.PRICE_MOVED);
        }
    }

    /**
     * A yes for one draft, as from a button that stands beside it.
     *
     * @param beganNanos when the person began to say it: what was begun before the draft was in sight cannot be meant for it
     */
    public synchronized Confirmation confirm(long id, long beganNanos, long nowNanos) {
        lapse(nowNanos);
        Draft draft = open;
        if (draft == null) {
            return new NotConfirmed(id == lastId ? closed : lastId == 0 ? Reason.NOTHING_OPEN : Reason.OTHER_DRAFT);
        }
        if (draft.id() != id) {
            return new NotConfirmed(Reason.OTHER_DRAFT);
        }
        if (shownNanos == null) {
            return new NotConfirmed(Reason.UNSEEN);
        }
        if (beganNanos <= shownNanos) {
            return new NotConfirmed(Reason.SAID_BEFORE);
        }
        close(Reason.OTHER_DRAFT);
        return new Confirmed(draft);
    }

    /** A yes without a number, as it is spoken: it means the draft that is open, if that was in sight when the yes began. */
    public synchronized Confirmation confirmSpoken(long beganNanos, long nowNanos) {
        lapse(nowNanos);
        if (open != null) {
            return confirm(open.id(), beganNanos, nowNanos);
        }
        Reason reason = closed == Reason.OTHER_DRAFT ? Reason.NOTHING_OPEN : closed;
        closed = Reason.NOTHING_OPEN;
        return new NotConfirmed(reason);
    }

    /** Why the newest draft ended by itself; empty where it is another, or was confirmed or put away. */
    public synchronized Optional<Reason> findReason(long id) {
        return open == null && id == lastId && (closed == Reason.LAPSED || closed == Reason.PRICE_MOVED)
                ? Optional.of(closed)
                : Optional.empty();
    }

    /** Puts away the draft of that number; false when it was not open any more. */
    public synchronized boolean discard(long id) {
        boolean ours = open != null && open.id() == id;
        if (ours) {
            close(Reason.NOTHING_OPEN);
        }
        return ours;
    }

    private void lapse(long nowNanos) {
        if (open != null && nowNanos >= open.lapsesNanos()) {
            close(Reason.LAPSED);
        }
    }

    private void close(Reason reason) {
        open = null;
        closed = reason;
    }
}
