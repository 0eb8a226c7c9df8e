/** The past of a chart played again, bar by bar. */
@NullMarked
package io.sextant.ui.panel.chart.replay;

import org.jspecify.annotations.NullMarked;
