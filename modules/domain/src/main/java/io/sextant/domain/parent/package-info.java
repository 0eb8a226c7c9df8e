/** Orders that work through other orders: brackets, algorithms and the flattening of a position. */
@NullMarked
package io.sextant.domain.parent;

import org.jspecify.annotations.NullMarked;
