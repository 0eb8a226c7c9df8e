/** How well the detectors of order flow find what was planted in the agents' book. */
@NullMarked
package io.sextant.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
