/** Past situations that were like the present one, what followed them, and whether knowing it ever helped. */
@NullMarked
package io.sextant.analytics.analogue;

import org.jspecify.annotations.NullMarked;
