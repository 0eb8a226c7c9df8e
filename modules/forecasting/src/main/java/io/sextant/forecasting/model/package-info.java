/** Forecasters from plain statistics: smoothing, ARIMA, volatility, trend and season, and what followed where it looked alike. */
@NullMarked
package io.sextant.forecasting.model;

import org.jspecify.annotations.NullMarked;
