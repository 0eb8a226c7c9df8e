package io.sextant.domain.codec;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.RiskLimits;

/** Limits by themselves, as a state keeps them. */
public final class LimitsCodec {

    private LimitsCodec() {}

    public static void write(StateWriter out, RiskLimits limits) {
        Orders.write(out, limits);
    }

    /** Reads what {@link #write} wrote. */
    public static RiskLimits read(StateReader in) {
        return Orders.readLimits(in);
    }
}
