package io.sextant.voice.command;

import io.sextant.voice.language.Language;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /** How a panel is said back; its id where it has no name. */
    static String name(Language language, String panel) {
        Set<String> names = of(language).get(panel);
        return names == null ? panel : names.iterator().next();
    }

    /** The first is how it is said back. */
    private static Set<String> names(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(names)));
    }

    private static Map<String, Set<String>> english() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        names.put("watchlist", names("watchlist", "watch list", "market", "markets"));
        names.put("chart", names("chart", "main chart"));
        names.put("ladder", names("ladder", "order book", "book", "depth"));
        names.put("tape", names("tape", "trades", "last trades"));
        names.put("heatmap", names("heat map", "heatmap"));
        names.put("ticket", names("ticket", "order ticket"));
        names.put("blotter", names("blotter", "orders", "working orders", "fills"));
        names.put("portfolio", names("portfolio", "dashboard", "positions"));
        names.put("journal", names("journal", "log"));
        names.put("data", names("data", "archive"));
        names.put("schedules", names("schedules", "schedule"));
        names.put("risk-gate", names("risk gate", "gate", "limits", "risk limits"));
        names.put("sources", names("news", "sources", "headlines"));
        names.put("algos", names("algos", "algorithms"));
        names.put("options", names("options", "option chain"));
        names.put("instrument", names("instrument", "company", "companies"));
        names.put("features", names("features"));
        names.put("forecasts", names("forecast", "forecasts"));
        names.put("regimes", names("regime", "regimes"));
        names.put("risk-monitor", names("risk", "risks", "risk monitor"));
        names.put("optimiser", names("optimiser", "optimizer"));
        names.put("assistant", names("assistant", "conversation"));
        names.put("alerts", names("alerts", "alarms"));
        names.put("strategies", names("strategies", "running strategies"));
        names.put("backtest-lab", names("backtest lab", "lab", "backtests", "backtest"));
        return names;
    }

    private static Map<String, Set<String>> french() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        names.put("watchlist", names("marchés", "marché", "liste de suivi"));
        names.put("chart", names("graphique", "graphe"));
        names.put("ladder", names("carnet d'ordres", "carnet des ordres", "carnet", "carnet ordres", "profondeur"));
        names.put("tape", names("transactions", "dernières transactions", "fil des échanges"));
        names.put("heatmap", names("carte de profondeur", "carte de chaleur", "carte thermique"));
        names.put("ticket", names("ticket", "ticket d'ordre"));
        names.put("blotter", names("ordres", "ordres en cours", "exécutions"));
        names.put("portfolio", names("portefeuille", "tableau de bord", "positions"));
        names.put("journal", names("journal"));
        names.put("data", names("données", "archives"));
        names.put("schedules", names("programmations", "programmation", "planning", "programmes", "horaires"));
        names.put(
                "risk-gate",
                names("portique de risque", "portique", "contrôle des risques", "limites", "limites de risque"));
        names.put("sources", names("actualités", "nouvelles", "sources"));
        names.put("algos", names("algos", "algorithmes"));
        names.put("options", names("options", "chaîne d'options"));
        names.put("instrument", names("instrument", "société", "entreprise"));
        names.put("features", names("variables", "caractéristiques"));
        names.put("forecasts", names("prévision", "prévisions"));
        names.put("regimes", names("régime", "régimes"));
        names.put("risk-monitor", names("risque", "risques", "moniteur de risque"));
        names.put("optimiser", names("optimiseur"));
        names.put("assistant", names("assistant", "conversation"));
        names.put("alerts", names("alertes", "alarmes"));
        names.put("strategies", names("stratégies", "stratégies en cours"));
        names.put("backtest-lab", names("laboratoire", "backtests", "backtest"));
        return names;
    }
}
