package io.sextant.domain.passport;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeName;

/**
 * The regime that was told.
 *
 * @param chance how likely it was, by what was known at the last close
 * @param sinceNanos the end of the bar that decided
 */
public record RegimeThen(Timeframe timeframe, RegimeName name, double chance, long sinceNanos) {}
