/** Forecasters beside those of other programs. */
@NullMarked
package io.sextant.benchmarks.forecast;

import org.jspecify.annotations.NullMarked;
