/** How good a series is: gaps, stale stretches, outliers and what else is wrong with it, each with its place. */
@NullMarked
package io.sextant.marketdata.quality;

import org.jspecify.annotations.NullMarked;
