package io.sextant.domain.portfolio;

/**
 * Why there are no weights. The window says it in the person's language.
 *
 * @param name of the instrument that it is about, empty where it is about none
 * @param figure the rate, or the weight, that it is about; NaN where it is about none
 * @param english the sentence as the command line says it
 */
public record WeightTrouble(Code code, String name, double figure, String english) {

    /** What it is. */
    public enum Code {
        NOTHING_ABOVE_RISK_FREE,
        RISKLESS_ABOVE_RISK_FREE,
        /** A method that knows no bounds gives this weight. */
        BEYOND_BOUNDS,
        BEYOND_LIMITS,
        DOES_NOT_MOVE,
        /** Fewer returns than what they shall tell apart. */
        NOT_FULL_RANK,
        VIEWS_CLASH,
        /** The path along the frontier did not come to an end. */
        UNSETTLED,
        /** Of what no window asks for. */
        OTHER
    }

    public static WeightTrouble of(Code code, String english) {
        return new WeightTrouble(code, "", Double.NaN, english);
    }
}
