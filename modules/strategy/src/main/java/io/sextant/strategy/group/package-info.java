/** Strategies that hold several instruments against or beside each other. */
@NullMarked
package io.sextant.strategy.group;

import org.jspecify.annotations.NullMarked;
