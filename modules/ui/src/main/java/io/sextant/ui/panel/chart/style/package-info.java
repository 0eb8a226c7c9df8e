/** How the chart draws its bars: the choice of style, scale and brick. */
@NullMarked
package io.sextant.ui.panel.chart.style;

import org.jspecify.annotations.NullMarked;
