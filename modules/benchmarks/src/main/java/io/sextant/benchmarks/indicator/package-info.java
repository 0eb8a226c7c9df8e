/** Indicators on columns beside ta4j's own. */
@NullMarked
package io.sextant.benchmarks.indicator;

import org.jspecify.annotations.NullMarked;
