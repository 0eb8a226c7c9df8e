/** What the market says: bars, quotes, trades, book levels and headlines, as values and as columns. */
@NullMarked
package io.sextant.domain.market;

import org.jspecify.annotations.NullMarked;
