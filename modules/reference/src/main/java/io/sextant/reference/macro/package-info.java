/** Macro series from FRED-shaped services. */
@NullMarked
package io.sextant.reference.macro;

import org.jspecify.annotations.NullMarked;
