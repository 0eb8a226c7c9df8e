/** What models say may come, and what that was worth so far. */
@NullMarked
package io.sextant.domain.forecast;

import org.jspecify.annotations.NullMarked;
