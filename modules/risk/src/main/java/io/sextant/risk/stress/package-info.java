/** Bad times that were, and what it would take to lose so much. */
@NullMarked
package io.sextant.risk.stress;

import org.jspecify.annotations.NullMarked;
