/** Networks beside the libraries that others use. */
@NullMarked
package io.sextant.benchmarks.neural;

import org.jspecify.annotations.NullMarked;
