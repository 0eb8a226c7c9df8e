package io.sextant.domain.forecast;

/**
 * What the forecasts of one model, so many bars ahead, were worth that came due within a time.
 *
 * @param step how many bars ahead
 * @param forecasts how many came due
 * @param rmseOverNaive the root of their mean squared error by that of the last price; NaN where that missed by nothing
 * @param maeOverNaive the same of the mean absolute error
 * @param coverage80 which share of the values lay within their intervals of eight in ten
 * @param pValue that they are no better than the last price, by as many models and steps as were compared; NaN where too few came due
 * @param needed from so many on a word is said
 */
public record DueSkill(
        String model,
        int step,
        int forecasts,
        double rmseOverNaive,
        double maeOverNaive,
        double coverage80,
        double pValue,
        int needed,
        Word word) {

    /** What may be said of it. */
    public enum Word {
        /** Too few came due to tell skill from chance. */
        TOO_FEW,
        /** Better than the last price by more than chance. */
        BETTER,
        /** Neither better nor worse by more than chance. */
        CHANCE,
        /** Worse than the last price by more than chance. */
        WORSE,
        /** It is the last price again. */
        NAIVE
    }
}
