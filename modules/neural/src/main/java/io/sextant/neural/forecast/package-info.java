/** Networks and boosted trees behind the port of forecasts: next log returns from a window of them, pulled towards naive where they prove nothing. */
@NullMarked
package io.sextant.neural.forecast;

import org.jspecify.annotations.NullMarked;
