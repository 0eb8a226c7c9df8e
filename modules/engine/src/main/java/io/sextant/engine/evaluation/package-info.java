/** Comparisons of forecasting models whose walks are made on other machines. */
@NullMarked
package io.sextant.engine.evaluation;

import org.jspecify.annotations.NullMarked;
