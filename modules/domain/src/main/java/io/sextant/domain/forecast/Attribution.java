package io.sextant.domain.forecast;

/**
 * One part of why the next bar is forecast as it is.
 *
 * @param what a feature's name or a parameter's
 * @param value what it is now
 * @param effectBps what it adds to the forecast change, in hundredths of a percent
 */
public record Attribution(String what, double value, double effectBps) {}
