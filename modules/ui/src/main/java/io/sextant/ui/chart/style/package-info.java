/** Ways to draw bars, and the bars that some of them make of others. */
@NullMarked
package io.sextant.ui.chart.style;

import org.jspecify.annotations.NullMarked;
