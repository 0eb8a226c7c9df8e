/** Optimisers beside a library's, in one run. */
@NullMarked
package io.sextant.benchmarks.portfolio;

import org.jspecify.annotations.NullMarked;
