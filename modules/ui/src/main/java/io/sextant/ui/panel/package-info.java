/** The list of the panels that every window starts with. */
@NullMarked
package io.sextant.ui.panel;

import org.jspecify.annotations.NullMarked;
