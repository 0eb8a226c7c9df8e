/** Studies of bars, one bar at a time: the same code fills a column of a million bars and follows a live market. */
@NullMarked
package io.sextant.analytics.indicator;

import org.jspecify.annotations.NullMarked;
