/** What a strategy is, apart from any market: its name, what it needs, its parameters, what it sees and what it may wish. */
@NullMarked
package io.sextant.strategy.kind;

import org.jspecify.annotations.NullMarked;
