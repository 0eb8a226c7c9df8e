package io.sextant.domain.order;

/** A person's word that one order may pass one control, and why. Whether it counts is the gate's decision. */
public record GateOverride(GateControl control, String reason) {

    public static final int LONGEST_REASON = 1_000;

    public GateOverride {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("an override has a reason of at most " + LONGEST_REASON + " characters");
        }
    }
}
