/** What risk costs to compute. */
@NullMarked
package io.sextant.benchmarks.risk;

import org.jspecify.annotations.NullMarked;
