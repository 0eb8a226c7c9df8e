/** A strategy in its seat: what it hears, holds and sends where it runs inside the engine, in a backtest, on paper and live alike. */
@NullMarked
package io.sextant.engine.strategy;

import org.jspecify.annotations.NullMarked;
