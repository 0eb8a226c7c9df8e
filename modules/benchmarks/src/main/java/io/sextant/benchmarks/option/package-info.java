/** Prices, Greeks and implied volatilities of options. */
@NullMarked
package io.sextant.benchmarks.option;

import org.jspecify.annotations.NullMarked;
