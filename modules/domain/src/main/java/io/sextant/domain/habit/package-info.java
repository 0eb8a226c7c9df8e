/** What a person's own orders show of haste, anger and hope; measured, told kindly, never in the way. */
@NullMarked
package io.sextant.domain.habit;

import org.jspecify.annotations.NullMarked;
