/** Binance spot through XChange. */
@NullMarked
package io.sextant.exchange.binance;

import org.jspecify.annotations.NullMarked;
