/** What came of reading a strategy that somebody wrote. */
@NullMarked
package io.sextant.strategy.own;

import org.jspecify.annotations.NullMarked;
