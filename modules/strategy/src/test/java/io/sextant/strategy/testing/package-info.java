/** A market of bars in memory, in which the tests let strategies run. */
@NullMarked
package io.sextant.strategy.testing;

import org.jspecify.annotations.NullMarked;
