/** A copy of portfolio and market to change at will; nothing in here knows an order, a venue or an engine. */
@NullMarked
package io.sextant.risk.whatif;

import org.jspecify.annotations.NullMarked;
