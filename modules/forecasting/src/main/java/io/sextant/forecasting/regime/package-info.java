/** What the market is like now: states learned from bars, told bar by bar, named for people. */
@NullMarked
package io.sextant.forecasting.regime;

import org.jspecify.annotations.NullMarked;
