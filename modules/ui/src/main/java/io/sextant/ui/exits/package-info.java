/** How a position is to be left, as a person fills it in: target, stop, break-even and time. */
@NullMarked
package io.sextant.ui.exits;

import org.jspecify.annotations.NullMarked;
