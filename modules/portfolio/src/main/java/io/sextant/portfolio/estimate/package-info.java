/** What a period of the past says of the next one: means and covariances of returns. */
@NullMarked
package io.sextant.portfolio.estimate;

import org.jspecify.annotations.NullMarked;
