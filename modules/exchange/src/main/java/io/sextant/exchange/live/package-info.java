/** Keeps a venue connected and turns what its threads push into steps that the engine pulls. */
@NullMarked
package io.sextant.exchange.live;

import org.jspecify.annotations.NullMarked;
