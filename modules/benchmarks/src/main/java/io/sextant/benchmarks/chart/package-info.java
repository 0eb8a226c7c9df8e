/** Frame times of the price chart, beside those of the stock ChartFX renderer. */
@NullMarked
package io.sextant.benchmarks.chart;

import org.jspecify.annotations.NullMarked;
