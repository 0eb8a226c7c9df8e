/** What may come next: the port of all models, and the distributions that they tell. */
@NullMarked
package io.sextant.forecasting;

import org.jspecify.annotations.NullMarked;
