/** What features cost. */
@NullMarked
package io.sextant.benchmarks.feature;

import org.jspecify.annotations.NullMarked;
