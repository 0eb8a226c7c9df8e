/** The tools to draw with, and where drawings are kept. */
@NullMarked
package io.sextant.ui.panel.chart.drawing;

import org.jspecify.annotations.NullMarked;
