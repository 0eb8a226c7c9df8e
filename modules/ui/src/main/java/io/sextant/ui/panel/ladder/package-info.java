/** The depth ladder: the book of the linked instrument around its market, one row a price. */
@NullMarked
package io.sextant.ui.panel.ladder;

import org.jspecify.annotations.NullMarked;
