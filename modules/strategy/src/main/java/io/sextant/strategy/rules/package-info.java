/** Strategies that are written as rules in a file, for people who don't program. */
@NullMarked
package io.sextant.strategy.rules;

import org.jspecify.annotations.NullMarked;
