/** The portfolio: what is held, what it is worth, what it has earned, and how that went over time. */
@NullMarked
package io.sextant.ui.panel.portfolio;

import org.jspecify.annotations.NullMarked;
