/** The list of indicators to put on a chart, and of those that are on it. */
@NullMarked
package io.sextant.ui.panel.chart.studies;

import org.jspecify.annotations.NullMarked;
