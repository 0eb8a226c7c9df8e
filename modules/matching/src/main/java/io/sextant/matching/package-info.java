/** One order book: price-time matching, queue position, fees, fill models. */
@NullMarked
package io.sextant.matching;

import org.jspecify.annotations.NullMarked;
