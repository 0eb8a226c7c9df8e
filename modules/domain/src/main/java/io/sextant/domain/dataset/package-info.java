/** What is said about sets of prices: where they came from, what of them was taken, what was set aside, how good they are. */
@NullMarked
package io.sextant.domain.dataset;

import org.jspecify.annotations.NullMarked;
