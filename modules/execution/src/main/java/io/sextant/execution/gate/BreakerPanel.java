package io.sextant.execution.gate;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.GateState;
import java.util.EnumMap;
import java.util.Objects;

/**
 * The circuit breakers: each trips at its limit and is calm again once its figure stayed at or below half of it for
 * {@link #CALM_NANOS}, so that a figure that dances about its limit does not switch the gate to and fro.
 */
public final class BreakerPanel {

    public static final long CALM_NANOS = 10_000_000_000L;

    private static final long NOT_CALM = Long.MAX_VALUE;

    private static final Breaker[] ALL = Breaker.values();

    private final EnumMap<Breaker, Switch> switches = new EnumMap<>(Breaker.class);

    private static final class Switch {
        boolean tripped;
        long value;
        long limit;
        long sinceNanos;
        long calmNanos = NOT_CALM;

        boolean change(boolean nowTripped, long nowNanos) {
            tripped = nowTripped;
            sinceNanos = nowNanos;
            calmNanos = NOT_CALM;
            return true;
        }
    }

    BreakerPanel() {
        for (Breaker breaker : ALL) {
            switches.put(breaker, new Switch());
        }
    }

    /** Compares a figure with its limit; true when the breaker changed. A limit that nobody set never trips. */
    public boolean look(Breaker breaker, long value, long limit, long nowNanos) {
        Switch at = of(breaker);
        at.value = value;
        at.limit = limit;
        boolean bounded = limit != AccountLimits.UNSET;
        if (!at.tripped) {
            return bounded && value >= limit && at.change(true, nowNanos);
        }
        if (!bounded) {
            return at.change(false, nowNanos);
        }
        if (value > limit / 2) {
            at.calmNanos = NOT_CALM;
            return false;
        }
        if (at.calmNanos == NOT_CALM) {
            at.calmNanos = nowNanos;
        }
        return nowNanos - at.calmNanos >= CALM_NANOS && at.change(false, nowNanos);
    }

    public boolean isTripped(Breaker breaker) {
        return of(breaker).tripped;
    }

    public long value(Breaker breaker) {
        return of(breaker).value;
    }

    public long limit(Breaker breaker) {
        return of(breaker).limit;
    }

    /** When it last changed, zero when it never did. */
    public long sinceNanos(Breaker breaker) {
        return of(breaker).sinceNanos;
    }

    private Switch of(Breaker breaker) {
        return Objects.requireNonNull(switches.get(breaker));
    }

    /** The worst of what tripped breakers lead to. */
    GateState state() {
        GateState worst = GateState.ACTIVE;
        for (Breaker breaker : ALL) {
            if (isTripped(breaker)) {
                worst = worst.worse(breaker.leadsTo());
            }
        }
        return worst;
    }

    String names() {
        StringBuilder names = new StringBuilder();
        for (Breaker breaker : ALL) {
            if (isTripped(breaker)) {
                names.append(names.isEmpty() ? "" : ", ").append(breaker);
            }
        }
        return names.toString();
    }

    void save(StateWriter out) {
        for (Switch one : switches.values()) {
            out.putBoolean(one.tripped);
            out.putLong(one.value);
            out.putLong(one.limit);
            out.putLong(one.sinceNanos);
            out.putLong(one.calmNanos);
        }
    }

    void load(StateReader in) {
        for (Switch one : switches.values()) {
            one.tripped = in.getBoolean();
            one.value = in.getLong();
            one.limit = in.getLong();
            one.sinceNanos = in.getLong();
            one.calmNanos = in.getLong();
        }
    }
}
