package io.sextant.ui.panel.assistant;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.order.OrderId;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.PanelIds;
import java.util.Map;
import java.util.Optional;

/** Where the figures of answers come from: the panel that shows it, turned to what it is about. */
public final class FactLinks {

    private static final Map<String, String> PANELS = Map.ofEntries(
            Map.entry("market", PanelIds.CHART),
            Map.entry("forecast", PanelIds.FORECASTS),
            Map.entry("regime", PanelIds.REGIMES),
            Map.entry("risk", PanelIds.RISK_MONITOR),
            Map.entry("optimiser", PanelIds.OPTIMISER),
            Map.entry("gate", PanelIds.RISK_GATE),
            Map.entry("position", PanelIds.PORTFOLIO),
            Map.entry("account", PanelIds.PORTFOLIO),
            Map.entry("equity", PanelIds.PORTFOLIO),
            Map.entry("desk", PanelIds.JOURNAL),
            Map.entry("bars", PanelIds.CHART),
            Map.entry("data", PanelIds.DATA),
            Map.entry("alerts", PanelIds.ALERTS),
            Map.entry("schedule", PanelIds.SCHEDULES),
            Map.entry("orders", PanelIds.BLOTTER),
            Map.entry("order", PanelIds.BLOTTER),
            Map.entry("fill", PanelIds.BLOTTER),
            Map.entry("journal", PanelIds.JOURNAL),
            Map.entry("strategies", PanelIds.STRATEGIES),
            Map.entry("strategy", PanelIds.STRATEGIES));

    private final DeskContext context;

    FactLinks(DeskContext context) {
        this.context = context;
    }

    /** What a source leads to; a source that nobody knows leads nowhere. */
    public static Optional<String> findPanel(String source) {
        return Optional.ofNullable(PANELS.get(kind(source)));
    }

    /** The order whose life explains it, where the figure is of one. */
    static Optional<OrderId> findOrder(String source) {
        return kind(source).equals("order") && part(source).matches("\\d{1,18}")
                ? Optional.of(new OrderId(Long.parseLong(part(source))))
                : Optional.empty();
    }

    void follow(String source) {
        String about = part(source);
        context.catalog().all().stream()
                .map(Instrument::id)
                .filter(id -> id.symbol().equals(about))
                .findFirst()
                .ifPresent(context.linkedInstrument()::set);
        findPanel(source).ifPresent(context.desk()::showPanel);
    }

    private static String kind(String source) {
        int colon = source.indexOf(':');
        return colon < 0 ? source : source.substring(0, colon);
    }

    /** What stands between the first and the second colon. */
    private static String part(String source) {
        String[] parts = source.split(":", -1);
        return parts.length < 2 ? "" : parts[1];
    }
}
