/** Strategies of ta4j's rules and indicators, run as ours. */
@NullMarked
package io.sextant.strategy.ta4j;

import org.jspecify.annotations.NullMarked;
