/** What people draw on a chart, as data in time and price, with undo. */
@NullMarked
package io.sextant.ui.chart.drawing;

import org.jspecify.annotations.NullMarked;
