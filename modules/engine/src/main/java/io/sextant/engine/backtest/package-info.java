/** What a strategy would have earned on bars of the past. */
@NullMarked
package io.sextant.engine.backtest;

import org.jspecify.annotations.NullMarked;
