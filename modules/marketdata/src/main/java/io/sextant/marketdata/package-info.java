/** How prices become clean bars: the Feed contract, aggregation, calendars, quality. */
@NullMarked
package io.sextant.marketdata;

import org.jspecify.annotations.NullMarked;
