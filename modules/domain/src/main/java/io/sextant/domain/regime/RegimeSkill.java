package io.sextant.domain.regime;

/**
 * How far a model's forecasts missed, against the last price, while a regime was told.
 *
 * @param forecasts that came true since the desk began to count
 * @param errorOverNaive its mean absolute error by that of the last price: below 1 is better
 */
public record RegimeSkill(String model, RegimeName regime, int forecasts, double errorOverNaive) {}
