/** Strategies as they are offered, and what they would have done in the past. */
@NullMarked
package io.sextant.domain.backtest;

import org.jspecify.annotations.NullMarked;
