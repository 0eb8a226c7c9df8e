/** Exact money: prices, quantities and amounts as fixed-point longs; what cannot be exact is refused. */
@NullMarked
package io.sextant.domain.money;

import org.jspecify.annotations.NullMarked;
