/** Whether the world still looks as it did when a model learned. */
@NullMarked
package io.sextant.forecasting.drift;

import org.jspecify.annotations.NullMarked;
