/** Stretches of time that the reader marks on a chart: what happened, and what models learn of it. */
@NullMarked
package io.sextant.ui.panel.chart.event;

import org.jspecify.annotations.NullMarked;
