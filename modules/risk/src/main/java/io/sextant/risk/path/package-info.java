/** Futures that are drawn, the same whatever number of threads draws them. */
@NullMarked
package io.sextant.risk.path;

import org.jspecify.annotations.NullMarked;
