package io.sextant.analytics.indicator;

/** One number from a series so far. NaN goes in and comes out uncounted, so that smoothers of smoothers warm up in turn. */
interface Smoother {

    double next(double value);

    Smoother copy();
}
