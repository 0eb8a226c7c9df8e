/** How fast the whole path is, and how long a recovery takes. */
@NullMarked
package io.sextant.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
