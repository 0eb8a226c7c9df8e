/** The panel Strategies: what runs, what it thinks and why, how it did, how far it is from its test, and the hand on its switch. */
@NullMarked
package io.sextant.ui.panel.strategies;

import org.jspecify.annotations.NullMarked;
