/** How fast orders go through gate, state machine and book. */
@NullMarked
package io.sextant.benchmarks.order;

import org.jspecify.annotations.NullMarked;
