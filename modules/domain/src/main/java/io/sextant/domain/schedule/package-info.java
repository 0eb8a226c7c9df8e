/** Work that is done again and again by the clock. */
@NullMarked
package io.sextant.domain.schedule;

import org.jspecify.annotations.NullMarked;
