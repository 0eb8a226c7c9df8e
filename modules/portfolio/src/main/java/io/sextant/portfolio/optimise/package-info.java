/** Which weights are best for what somebody wants, and what they would mean. */
@NullMarked
package io.sextant.portfolio.optimise;

import org.jspecify.annotations.NullMarked;
