/** Keys to venues as values that do not show themselves, and the contracts by which they are kept and checked. */
@NullMarked
package io.sextant.domain.vault;

import org.jspecify.annotations.NullMarked;
