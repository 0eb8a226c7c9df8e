package io.sextant.forecasting.model;

/** Which parts an exponential smoothing with additive errors has. */
enum SmoothingForm {
    LEVEL(false, false, false),
    TREND(true, false, false),
    DAMPED_TREND(true, true, false),
    SEASON(false, false, true),
    TREND_SEASON(true, false, true),
    DAMPED_TREND_SEASON(true, true, true);

    private final boolean trend;
    private final boolean damped;
    private final boolean seasonal;

    SmoothingForm(boolean trend, boolean damped, boolean seasonal) {
        this.trend = trend;
        this.damped = damped;
        this.seasonal = seasonal;
    }

    boolean hasTrend() {
        return trend;
    }

    boolean isDamped() {
        return damped;
    }

    boolean isSeasonal() {
        return seasonal;
    }

    /** alpha, beta, gamma, phi: those that it has. */
    int weights() {
        return 1 + (trend ? 1 : 0) + (damped ? 1 : 0) + (seasonal ? 1 : 0);
    }

    /** Level, trend, and places of a season whose sum is zero. */
    int initial(int period) {
        return 1 + (trend ? 1 : 0) + (seasonal ? period - 1 : 0);
    }
}
