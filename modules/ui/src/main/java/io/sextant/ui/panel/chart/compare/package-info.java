/** Other instruments beside the one of the chart. */
@NullMarked
package io.sextant.ui.panel.chart.compare;

import org.jspecify.annotations.NullMarked;
