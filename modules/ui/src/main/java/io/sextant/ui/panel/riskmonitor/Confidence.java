package io.sextant.ui.panel.riskmonitor;

/** How rare the bad days are that are looked at. */
enum Confidence {
    P95(0.95),
    P975(0.975),
    P99(0.99);

    private final double share;

    Confidence(double share) {
        this.share = share;
    }

    double share() {
        return share;
    }
}
