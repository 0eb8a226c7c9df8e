/** Coinbase's Advanced Trade API by an adapter of our own: XChange's module is of an older one. */
@NullMarked
package io.sextant.exchange.coinbase;

import org.jspecify.annotations.NullMarked;
