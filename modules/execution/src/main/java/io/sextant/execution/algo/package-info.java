/** Algorithms: parents that spread what they trade over time, over the market's volume, or behind a small display. */
@NullMarked
package io.sextant.execution.algo;

import org.jspecify.annotations.NullMarked;
