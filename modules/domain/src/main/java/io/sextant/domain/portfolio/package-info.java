/** How much of each: what is wished for, and what was computed. */
@NullMarked
package io.sextant.domain.portfolio;

import org.jspecify.annotations.NullMarked;
