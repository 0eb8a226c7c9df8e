package io.sextant.ui.panel.options;

/** What a file of a chain does not say. {@code spot} is NaN where the file says it. */
record ChainTerms(double spot, double rate, double dividend, double multiplier) {

    static final ChainTerms USUAL = new ChainTerms(Double.NaN, 0, 0, 100);
}
