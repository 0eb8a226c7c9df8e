/** The risk gate: its lights, its state, its limits, and what it refused. */
@NullMarked
package io.sextant.ui.panel.riskgate;

import org.jspecify.annotations.NullMarked;
