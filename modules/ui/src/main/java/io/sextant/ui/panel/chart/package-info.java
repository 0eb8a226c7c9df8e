/** The chart panel: candles of the linked instrument live and far back, with our own orders and fills on it. */
@NullMarked
package io.sextant.ui.panel.chart;

import org.jspecify.annotations.NullMarked;
