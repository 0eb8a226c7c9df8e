/** Kraken spot through XChange. */
@NullMarked
package io.sextant.exchange.kraken;

import org.jspecify.annotations.NullMarked;
