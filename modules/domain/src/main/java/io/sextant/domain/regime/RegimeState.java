package io.sextant.domain.regime;

/**
 * One state of a model and what it has meant so far. Returns are those of the bar <em>after</em> the state was told, so that nothing of the bar
 * that told it is in them.
 *
 * @param ordinal from 1, where several states have one name; 0 where it is alone
 * @param bars after which it was told
 * @param share of all bars
 * @param meanReturn of the next bar, logarithmic; NaN where there was none
 * @param returnError its standard error
 * @param deviation of the next bar's return
 * @param worstDrawdown of one who holds while it is told, over one stay; not above nought
 * @param stays how often it was entered
 * @param meanStayBars how long it stayed on average, as it was told
 * @param expectedStayBars what the model says of that
 * @param leaveChance at the next bar, by the model
 * @param chance now
 * @param nextChance at the next bar
 */
public record RegimeState(
        RegimeName name,
        int ordinal,
        int bars,
        double share,
        double meanReturn,
        double returnError,
        double deviation,
        double worstDrawdown,
        int stays,
        double meanStayBars,
        double expectedStayBars,
        double leaveChance,
        double chance,
        double nextChance) {}
