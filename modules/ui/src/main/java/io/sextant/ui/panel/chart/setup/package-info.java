/** What a chart shows besides bars, and how the desk remembers it. */
@NullMarked
package io.sextant.ui.panel.chart.setup;

import org.jspecify.annotations.NullMarked;
