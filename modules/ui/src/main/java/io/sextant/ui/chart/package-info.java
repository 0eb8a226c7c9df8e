/** The price chart: candles over a pyramid of pre-aggregated levels, its axes, crosshair, marks, and the sparkline of lists. */
@NullMarked
package io.sextant.ui.chart;

import org.jspecify.annotations.NullMarked;
