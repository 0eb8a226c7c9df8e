/** Intervals that hold what they promise, whatever the model believes of itself. */
@NullMarked
package io.sextant.forecasting.interval;

import org.jspecify.annotations.NullMarked;
