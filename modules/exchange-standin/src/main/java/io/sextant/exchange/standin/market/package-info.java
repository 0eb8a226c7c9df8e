/** What really happened on the stand-in exchange: books, trades and bars with their whole history. */
@NullMarked
package io.sextant.exchange.standin.market;

import org.jspecify.annotations.NullMarked;
