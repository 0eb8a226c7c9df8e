/** A venue without a market: fills our orders by watching somebody else's. */
@NullMarked
package io.sextant.execution.paper;

import org.jspecify.annotations.NullMarked;
