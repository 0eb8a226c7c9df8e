/** Stored prices: what is there, how good it is, and a way to bring in more. */
@NullMarked
package io.sextant.ui.panel.data;

import org.jspecify.annotations.NullMarked;
