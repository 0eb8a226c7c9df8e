/** What to do about it: rules, pairs, market making, learned policies. */
@NullMarked
package io.sextant.strategy;

import org.jspecify.annotations.NullMarked;
