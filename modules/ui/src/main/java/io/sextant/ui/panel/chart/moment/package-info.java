/** Moments as people type them, and the field that asks for one. */
@NullMarked
package io.sextant.ui.panel.chart.moment;

import org.jspecify.annotations.NullMarked;
