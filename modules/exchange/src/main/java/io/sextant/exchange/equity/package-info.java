/** History of shares and indices from web services of two shapes. */
@NullMarked
package io.sextant.exchange.equity;

import org.jspecify.annotations.NullMarked;
