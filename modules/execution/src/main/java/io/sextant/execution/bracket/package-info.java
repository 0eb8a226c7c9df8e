/** Positions with their exits, and the flattening of a position. */
@NullMarked
package io.sextant.execution.bracket;

import org.jspecify.annotations.NullMarked;
