package io.sextant.ui.chart;

/** What the plot says while it has no bars to show. With bars, they are shown whatever the status. */
public enum ChartStatus {
    READY("empty"),
    LOADING("loading"),
    NO_DATA("empty"),
    NO_DATA_FOR_TIMEFRAME("no-timeframe"),
    FAILED("failed");

    private final String key;

    ChartStatus(String key) {
        this.key = key;
    }

    String titleKey() {
        return "state." + key + ".title";
    }

    String hintKey() {
        return "state." + key + ".hint";
    }
}
