/** The panel of weights: the frontier, what a place on it would mean, and the orders that would lead there. */
@NullMarked
package io.sextant.ui.panel.optimiser;

import org.jspecify.annotations.NullMarked;
