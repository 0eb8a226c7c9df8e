package io.sextant.ui.panel.optimiser;

/** How sure a belief is. */
enum Sureness {
    LITTLE(0.25),
    AS_THE_MARKET(0.5),
    MOSTLY(0.75),
    CERTAIN(1);

    private final double confidence;

    Sureness(double confidence) {
        this.confidence = confidence;
    }

    double confidence() {
        return confidence;
    }

    static Sureness nearest(double confidence) {
        Sureness nearest = CERTAIN;
        for (Sureness one : values()) {
            if (Math.abs(one.confidence - confidence) < Math.abs(nearest.confidence - confidence)) {
                nearest = one;
            }
        }
        return nearest;
    }
}
