/** What trading is likely to cost, measured from bars of the past. */
@NullMarked
package io.sextant.analytics.cost;

import org.jspecify.annotations.NullMarked;
