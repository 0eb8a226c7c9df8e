/** Which settings of a model serve best, looked for inside the past only, within a budget that can be interrupted. */
@NullMarked
package io.sextant.forecasting.search;

import org.jspecify.annotations.NullMarked;
