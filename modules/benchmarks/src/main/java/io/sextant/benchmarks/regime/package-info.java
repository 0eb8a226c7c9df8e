/** What learning hidden states costs, beside peers. */
@NullMarked
package io.sextant.benchmarks.regime;

import org.jspecify.annotations.NullMarked;
