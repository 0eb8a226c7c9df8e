package io.sextant.forecasting;

/** A window that a model cannot learn from: too short, constant, or without what it needs. The message says so to a person. */
public final class UnfitWindow extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnfitWindow(String message) {
        super(message);
    }
}
