/** Questions put to a series: does it remember, wander, return, repeat; each with its statistic and how unlikely that is. */
@NullMarked
package io.sextant.analytics.statistics;

import org.jspecify.annotations.NullMarked;
