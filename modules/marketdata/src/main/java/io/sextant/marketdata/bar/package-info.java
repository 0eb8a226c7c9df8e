/** Bars from trades, and coarser bars from finer ones. */
@NullMarked
package io.sextant.marketdata.bar;

import org.jspecify.annotations.NullMarked;
