/** How fast the journal, the tables and the bar archive are on this machine's disk. */
@NullMarked
package io.sextant.benchmarks.store;

import org.jspecify.annotations.NullMarked;
