package io.sextant.domain.hosting;

/** Why a hosted strategy came into its stage. */
public enum StageCause {
    /** Somebody asked for it. */
    ASKED,
    KILL_SWITCH,
    /** The gate lets nothing pass. */
    GATE_HALTED,
    /** It lost as much today as its limits allow. */
    DAY_LOSS,
    /** Its code threw, or it cannot be begun. */
    FAILED,
    /** It did not keep up with the market: it hangs, or computes too long. */
    FELL_BEHIND,
    /** All that it held is sold or bought back. */
    CLOSED,
    /** With real money: the desk was started again, and nobody has said since then that it may go on. */
    RESTARTED,
    /** With real money: the line to the venue is lost, or its books are not ours. */
    LINK_LOST;

    /** Whether nobody asked for it, so that people are to be told. */
    public boolean isAlarm() {
        return switch (this) {
            case ASKED, CLOSED -> false;
            case KILL_SWITCH, GATE_HALTED, DAY_LOSS, FAILED, FELL_BEHIND, RESTARTED, LINK_LOST -> true;
        };
    }
}
