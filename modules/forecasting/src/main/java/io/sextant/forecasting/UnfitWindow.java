package io.sextant.forecasting;

import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.domain.forecast.LearningTrouble.Code;

/** A window that a model cannot learn from: too short, constant, or without what it needs. The message says so to a person. */
public final class UnfitWindow extends RuntimeException {

    private static final long serialVersionUID = 2;

    private final Code code;
    private final long needed;
    private final long there;

    public UnfitWindow(Code code, String message) {
        this(code, 0, 0, message);
    }

    private UnfitWindow(Code code, long needed, long there, String message) {
        super(message);
        this.code = code;
        this.needed = needed;
        this.there = there;
    }

    public static UnfitWindow tooFew(long needed, long there, String message) {
        return new UnfitWindow(Code.TOO_FEW, needed, there, message);
    }

    public static UnfitWindow tooFarAhead(long asked, long told, String message) {
        return new UnfitWindow(Code.TOO_FAR_AHEAD, asked, told, message);
    }

    /** Out of what {@link #trouble} told, with the same message. */
    public static UnfitWindow of(LearningTrouble trouble, String message) {
        return new UnfitWindow(trouble.code(), trouble.needed(), trouble.there(), message);
    }

    /** As a window tells it in any language. */
    public LearningTrouble trouble(String model) {
        return new LearningTrouble(code, model, needed, there, "");
    }
}
