/** JMH benchmarks and the side-by-side runs with peers. */
@NullMarked
package io.sextant.benchmarks;

import org.jspecify.annotations.NullMarked;
