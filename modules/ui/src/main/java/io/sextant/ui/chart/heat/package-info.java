/** Depth over time as a picture: what rested at which price when. */
@NullMarked
package io.sextant.ui.chart.heat;

import org.jspecify.annotations.NullMarked;
