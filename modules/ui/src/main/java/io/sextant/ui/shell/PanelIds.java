package io.sextant.ui.shell;

/** The ids of the standard panels; the default layout places those that are registered. */
public final class PanelIds {

    public static final String WATCHLIST = "watchlist";
    public static final String CHART = "chart";
    public static final String CHART_2 = "chart-2";
    public static final String LADDER = "ladder";
    public static final String TAPE = "tape";
    public static final String HEATMAP = "heatmap";
    public static final String TICKET = "ticket";
    public static final String BLOTTER = "blotter";
    public static final String PORTFOLIO = "portfolio";
    public static final String JOURNAL = "journal";
    public static final String DATA = "data";
    public static final String SCHEDULES = "schedules";
    public static final String RISK_GATE = "risk-gate";
    public static final String SOURCES = "sources";
    public static final String ALGOS = "algos";
    public static final String OPTIONS = "options";
    public static final String INSTRUMENT = "instrument";
    public static final String FEATURES = "features";
    public static final String FORECASTS = "forecasts";
    public static final String REGIMES = "regimes";
    public static final String RISK_MONITOR = "risk-monitor";
    public static final String OPTIMISER = "optimiser";
    public static final String STRATEGIES = "strategies";
    public static final String BACKTEST_LAB = "backtest-lab";
    public static final String ALERTS = "alerts";

    public static final String ASSISTANT = "assistant";

    private PanelIds() {}
}
