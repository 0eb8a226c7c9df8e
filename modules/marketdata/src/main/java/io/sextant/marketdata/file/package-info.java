/** How files of candles, trades and values become rows: contents, layouts, times and numbers, read byte by byte. */
@NullMarked
package io.sextant.marketdata.file;

import org.jspecify.annotations.NullMarked;
