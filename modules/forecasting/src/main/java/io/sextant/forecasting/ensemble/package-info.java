/** Several models as one: how much each counts follows from how it did. */
@NullMarked
package io.sextant.forecasting.ensemble;

import org.jspecify.annotations.NullMarked;
