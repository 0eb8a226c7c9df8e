/** The panel of forecasts: what models say may come, what that was worth so far, and which of them counts. */
@NullMarked
package io.sextant.ui.panel.forecasts;

import org.jspecify.annotations.NullMarked;
