/** Gradient boosting of trees through XGBoost, with exact shares of each feature in each prediction. */
@NullMarked
package io.sextant.neural.boosting;

import org.jspecify.annotations.NullMarked;
