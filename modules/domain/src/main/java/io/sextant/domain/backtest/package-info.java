/** Strategies as they are offered, what they would have done in the past, and what of that is left when luck is taken away. */
@NullMarked
package io.sextant.domain.backtest;

import org.jspecify.annotations.NullMarked;
