package io.sextant.ui.panel.chart.replay;

/** How fast a replay runs by itself. */
enum ReplaySpeed {
    ONE(1),
    FOUR(4),
    SIXTEEN(16),
    SIXTY(60);

    private final int barsPerSecond;

    ReplaySpeed(int barsPerSecond) {
        this.barsPerSecond = barsPerSecond;
    }

    int barsPerSecond() {
        return barsPerSecond;
    }
}
