package io.sextant.domain.portfolio;

import io.sextant.domain.instrument.InstrumentId;

/**
 * What somebody believes of an instrument.
 *
 * @param expected return of a year
 * @param confidence above 0, at most 1; a half takes the belief for as sure as what the market expects
 */
public record ReturnView(InstrumentId instrument, double expected, double confidence) {

    public ReturnView {
        if (!Double.isFinite(expected)) {
            throw new IllegalArgumentException("an expected return is a number");
        }
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies above 0 and at most at 1, was " + confidence);
        }
    }
}
