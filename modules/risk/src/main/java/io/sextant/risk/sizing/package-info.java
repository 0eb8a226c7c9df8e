/** How large an order may be under a rule. */
@NullMarked
package io.sextant.risk.sizing;

import org.jspecify.annotations.NullMarked;
