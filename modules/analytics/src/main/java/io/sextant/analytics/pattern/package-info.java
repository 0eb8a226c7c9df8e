/** Shapes of candles and of swings in a price: each with a definition, known at a bar and never before it, and measured by what came after. */
@NullMarked
package io.sextant.analytics.pattern;

import org.jspecify.annotations.NullMarked;
