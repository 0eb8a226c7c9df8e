package io.sextant.domain.forecast;

/**
 * What a model's forecasts of the next bar were worth outside of what it learned from. Prices are in the quote currency.
 *
 * @param forecasts how many came true or not
 * @param r2 of the price; to be shown beside naive's only
 * @param rmseOverNaive below 1 its errors are smaller than those of the last price
 * @param crps of the whole distribution
 * @param pValue how likely chance alone gives such a skill, corrected for all models that were tried
 * @param hitRate share of moves whose side was told, NaN where it tells none
 * @param hitLow lower end of its 95% interval
 * @param hitHigh upper end
 * @param netProfit of trading the side after costs, as a share of the stake
 */
public record SkillFigures(
        Verdict verdict,
        int forecasts,
        double rmse,
        double mae,
        double r2,
        double rmseOverNaive,
        double mase,
        double crps,
        double logScore,
        double pValue,
        double hitRate,
        double hitLow,
        double hitHigh,
        double coverage50,
        double coverage80,
        double coverage95,
        double netProfit) {}
