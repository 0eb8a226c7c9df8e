/** How fast the simulated market runs and how long its past takes to make. */
@NullMarked
package io.sextant.benchmarks.simulator;

import org.jspecify.annotations.NullMarked;
