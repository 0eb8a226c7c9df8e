/** Quadratic and linear programs over limits, solved to the last digits that they have. */
@NullMarked
package io.sextant.portfolio.program;

import org.jspecify.annotations.NullMarked;
