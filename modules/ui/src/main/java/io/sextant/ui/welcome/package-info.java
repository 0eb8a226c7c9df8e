/** The first start: who sits down here, and how they want it. */
@NullMarked
package io.sextant.ui.welcome;

import org.jspecify.annotations.NullMarked;
