/**
 * Named numbers that forecasts, strategies and people read about a bar: each with its formula, unit, warm-up and the data it
 * needs. One way of computing serves columns and live bars, so both agree to the last bit and neither can see the future.
 */
@NullMarked
package io.sextant.analytics.feature;

import org.jspecify.annotations.NullMarked;
