package io.sextant.domain.order;

import java.util.Optional;

/** The twenty controls that every order passes, in the order in which people count them. */
public enum GateControl {
    ORDER_QUANTITY(1, true),
    ORDER_VALUE(2, true),
    PRICE_COLLAR(3, true),
    AMEND_COLLAR(4, false),
    POSITION(5, false),
    EXPOSURE(6, false),
    BUYING_POWER(7, false),
    ORDER_RATE(8, false),
    CANCEL_RATE(9, false),
    DUPLICATE(10, true),
    PARENT(11, false),
    REPEATED_EXECUTION(12, false),
    SELF_MATCH(13, false),
    RESTRICTED(14, false),
    STALE_DATA(15, false),
    LOSS(16, false),
    DISCONNECT(17, false),
    KILL_SWITCH(18, false),
    RECONCILIATION(19, false),
    OVERRIDE(20, false);

    private static final int HUNDRED = 100;
    private static final int FIRST_HUNDRED = 20;
    private static final int LAST_HUNDRED = 22;

    private final int number;
    private final boolean overridable;

    GateControl(int number, boolean overridable) {
        this.number = number;
        this.overridable = overridable;
    }

    public int number() {
        return number;
    }

    /** Whether a person may send one order past it, saying why: only controls against slips, never those of the account. */
    public boolean isOverridable() {
        return overridable;
    }

    public static GateControl ofNumber(int number) {
        for (GateControl control : values()) {
            if (control.number == number) {
                return control;
            }
        }
        throw new IllegalArgumentException("unknown control " + number);
    }

    /**
     * The control whose refusal this is: its number is the code's, or the code's less a whole hundred where a control has several
     * causes. The rules beside the twenty (ticks, lots, states of the gate) have none.
     */
    public static Optional<GateControl> findControl(RefusalCode code) {
        if (code == RefusalCode.FEED_GONE) {
            return Optional.of(STALE_DATA);
        }
        if (code == RefusalCode.NOT_REDUCING) {
            return Optional.of(POSITION);
        }
        if (code == RefusalCode.REGIME_LOSS || code == RefusalCode.REGIME_DRAWDOWN) {
            return Optional.of(LOSS);
        }
        int number = code.number() % HUNDRED;
        boolean ours = code.number() / HUNDRED >= FIRST_HUNDRED && code.number() / HUNDRED <= LAST_HUNDRED;
        return ours && number >= 1 && number <= values().length ? Optional.of(ofNumber(number)) : Optional.empty();
    }
}
