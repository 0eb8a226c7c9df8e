package io.sextant.voice.command;

import io.sextant.voice.language.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How people call the window's panels, by the ids that the window gives them. */
public final class SpokenPanels {

    private static final Map<String, Set<String>> ENGLISH = english();
    private static final Map<String, Set<String>> FRENCH = french();

    private SpokenPanels() {}

    public static Map<String, Set<String>> of(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case FRENCH -> FRENCH;
        };
    }

    private static Map<String, Set<String>> english() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        names.put("watchlist", Set.of("watchlist", "watch list", "market", "markets"));
        names.put("chart", Set.of("chart", "main chart"));
        names.put("ladder", Set.of("ladder", "order book", "book", "depth"));
        names.put("tape", Set.of("tape", "trades", "last trades"));
        names.put("heatmap", Set.of("heat map", "heatmap"));
        names.put("ticket", Set.of("ticket", "order ticket"));
        names.put("blotter", Set.of("blotter", "orders", "working orders", "fills"));
        names.put("portfolio", Set.of("portfolio", "dashboard", "positions"));
        names.put("journal", Set.of("journal", "log"));
        names.put("data", Set.of("data", "archive"));
        names.put("schedules", Set.of("schedules", "schedule"));
        names.put("risk-gate", Set.of("risk gate", "gate", "limits", "risk limits"));
        names.put("sources", Set.of("news", "sources", "headlines"));
        names.put("algos", Set.of("algos", "algorithms"));
        names.put("options", Set.of("options", "option chain"));
        names.put("instrument", Set.of("instrument", "company", "companies"));
        names.put("features", Set.of("features"));
        names.put("forecasts", Set.of("forecast", "forecasts"));
        names.put("regimes", Set.of("regime", "regimes"));
        names.put("risk-monitor", Set.of("risk", "risks", "risk monitor"));
        names.put("optimiser", Set.of("optimiser", "optimizer"));
        names.put("strategies", Set.of("strategies", "running strategies"));
        names.put("backtest-lab", Set.of("backtest lab", "lab", "backtests", "backtest"));
        return names;
    }

    private static Map<String, Set<String>> french() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        names.put("watchlist", Set.of("liste de suivi", "marché", "marchés"));
        names.put("chart", Set.of("graphique", "graphe"));
        names.put("ladder", Set.of("carnet d'ordres", "carnet des ordres", "carnet", "carnet ordres", "profondeur"));
        names.put("tape", Set.of("transactions", "dernières transactions", "fil des échanges"));
        names.put("heatmap", Set.of("carte de chaleur", "carte thermique"));
        names.put("ticket", Set.of("ticket", "ticket d'ordre"));
        names.put("blotter", Set.of("ordres", "ordres en cours", "exécutions"));
        names.put("portfolio", Set.of("portefeuille", "tableau de bord", "positions"));
        names.put("journal", Set.of("journal"));
        names.put("data", Set.of("données", "archives"));
        names.put("schedules", Set.of("planning", "programmes", "horaires"));
        names.put("risk-gate", Set.of("contrôle des risques", "limites", "limites de risque"));
        names.put("sources", Set.of("actualités", "nouvelles", "sources"));
        names.put("algos", Set.of("algos", "algorithmes"));
        names.put("options", Set.of("options", "chaîne d'options"));
        names.put("instrument", Set.of("instrument", "société", "entreprise"));
        names.put("features", Set.of("caractéristiques", "variables"));
        names.put("forecasts", Set.of("prévision", "prévisions"));
        names.put("regimes", Set.of("régime", "régimes"));
        names.put("risk-monitor", Set.of("risque", "risques", "moniteur de risque"));
        names.put("optimiser", Set.of("optimiseur"));
        names.put("strategies", Set.of("stratégies", "stratégies en cours"));
        names.put("backtest-lab", Set.of("laboratoire", "backtests", "backtest"));
        return names;
    }
}
