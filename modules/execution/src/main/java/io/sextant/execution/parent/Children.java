package io.sextant.execution.parent;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.OrderLeg;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The orders of one parent that work, or ended so short a time ago that a fill may still cross their end. */
public final class Children implements Iterable<Child> {

    private final List<Child> all = new ArrayList<>();

    void add(Child child) {
        all.add(child);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int size() {
        return all.size();
    }

    @Override
    public Iterator<Child> iterator() {
        return all.iterator();
    }

    List<Child> copy() {
        return List.copyOf(all);
    }

    @Nullable Child find(long orderId) {
        for (Child child : all) {
            if (child.orderId == orderId) {
                return child;
            }
        }
        return null;
    }

    @Nullable Child findWorking(OrderLeg leg) {
        for (Child child : all) {
            if (child.leg == leg && child.isWorking()) {
                return child;
            }
        }
        return null;
    }

    public boolean areWorking() {
        for (Child child : all) {
            if (child.isWorking()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an order in this instrument is not over. */
    public boolean areWorkingIn(int index) {
        for (Child child : all) {
            if (child.index == index && child.isWorking()) {
                return true;
            }
        }
        return false;
    }

    /** What they can still trade, as {@code rest} counts it. */
    public long reserved(long nowNanos, ToLongFunction<Child> rest) {
        long reserved = 0;
        for (Child child : all) {
            if (child.isWorking() || nowNanos < child.endedNanos + Parent.LATE_FILL_NANOS) {
                reserved += rest.applyAsLong(child);
            }
        }
        return reserved;
    }

    long nextFreeNanos() {
        long next = Long.MAX_VALUE;
        for (Child child : all) {
            if (!child.isWorking() && child.remainingLots() > 0) {
                next = Math.min(next, child.endedNanos + Parent.LATE_FILL_NANOS);
            }
        }
        return next;
    }

    /** When a cancel that was refused is to be asked for again, {@link Long#MAX_VALUE} when none is. By index: asked at every step. */
    long cancelAgainNanos() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < all.size(); i++) {
            Child child = all.get(i);
            if (child.isWorking() && child.cancelAgainNanos > 0) {
                next = Math.min(next, child.cancelAgainNanos);
            }
        }
        return next;
    }

    void forgetOld(long nowNanos) {
        all.removeIf(child -> !child.isWorking() && nowNanos >= child.endedNanos + Parent.LATE_FILL_NANOS);
    }

    void save(StateWriter out) {
        out.putInt(all.size());
        all.forEach(child -> child.save(out));
    }

    void load(StateReader in) {
        all.clear();
        for (int left = in.getInt(); left > 0; left--) {
            all.add(Child.load(in));
        }
    }
}
