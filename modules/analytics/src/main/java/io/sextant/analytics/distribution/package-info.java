/** Distribution functions that tests and option prices need, to the last digits of a double. */
@NullMarked
package io.sextant.analytics.distribution;

import org.jspecify.annotations.NullMarked;
