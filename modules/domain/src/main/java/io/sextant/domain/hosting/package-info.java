/** Strategies that a desk runs: what was agreed with each, what it does, what it holds, and how far that is from what its test would have done. */
@NullMarked
package io.sextant.domain.hosting;

import org.jspecify.annotations.NullMarked;
