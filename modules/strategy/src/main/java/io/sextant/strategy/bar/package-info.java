/** Strategies that look at bars and nothing else. */
@NullMarked
package io.sextant.strategy.bar;

import org.jspecify.annotations.NullMarked;
