/** How much of a forecast is real: walks through the past that know nothing ahead, scores, and one word for each model. */
@NullMarked
package io.sextant.forecasting.evaluation;

import org.jspecify.annotations.NullMarked;
