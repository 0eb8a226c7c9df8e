/** What every venue is to the house: instruments, history, books, trades and a stream of both. */
@NullMarked
package io.sextant.exchange.port;

import org.jspecify.annotations.NullMarked;
