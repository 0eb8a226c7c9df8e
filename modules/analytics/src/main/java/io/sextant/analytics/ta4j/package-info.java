/** The indicators of ta4j, by their own names, over our columns. */
@NullMarked
package io.sextant.analytics.ta4j;

import org.jspecify.annotations.NullMarked;
