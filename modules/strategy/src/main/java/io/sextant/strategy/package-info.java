/** What to do about it: the strategies that ship, and people's own. */
@NullMarked
package io.sextant.strategy;

import org.jspecify.annotations.NullMarked;
