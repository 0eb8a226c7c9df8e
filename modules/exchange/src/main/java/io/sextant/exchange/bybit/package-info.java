/** Bybit spot through XChange, as far as XChange goes. */
@NullMarked
package io.sextant.exchange.bybit;

import org.jspecify.annotations.NullMarked;
