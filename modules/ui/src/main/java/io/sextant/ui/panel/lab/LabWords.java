package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.VerdictReport.Figure;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Strategies, settings and reasons in the reader's language. */
final class LabWords {

    private static final double PERCENT = 100;

    private final Texts texts;

    LabWords(Texts texts) {
        this.texts = texts;
    }

    /** What has no name in the bundles is somebody's own and called by its own. */
    String strategy(String name) {
        return texts.find("strategy." + name + ".name").orElse(name);
    }

    String idea(String name) {
        return texts.find("strategy." + name + ".idea").orElse("");
    }

    String fails(String name) {
        return texts.find("strategy." + name + ".fails")
                .map(words -> texts.get("lab.fails", words))
                .orElse("");
    }

    String setting(String name) {
        return texts.find("lab.setting." + name).orElse(name);
    }

    /** A code and its figures, as {@code crossed-up fast=101.2 slow=100.9}. */
    String reason(String told) {
        String[] parts = told.split(" ", -1);
        String words = texts.find("strategy.reason." + parts[0]).orElse(parts[0]);
        List<String> figures = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                figures.add(parts[i].substring(0, equals) + " " + texts.localised(parts[i].substring(equals + 1)));
            }
        }
        return figures.isEmpty() ? words : words + " (" + String.join(", ", figures) + ")";
    }

    String values(BacktestSetup setup) {
        return values(setup.values());
    }

    String instruments(BacktestSetup setup) {
        return setup.instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(", "));
    }

    String number(double value) {
        return value == Math.rint(value)
                ? texts.figures().number(value, 0)
                : texts.figures().number(value, 4);
    }

    String values(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(each -> setting(each.getKey()) + " " + number(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** In its unit; what cannot be told is a dash. */
    String figure(Figure figure) {
        double value = figure.value();
        if (!Double.isFinite(value)) {
            return texts.get("lab.unknown");
        }
        return switch (figure.unit()) {
            case COUNT -> texts.figures().number(value, 0);
            case RATIO -> texts.figures().number(value, 2);
            case SHARE -> texts.figures().percent(PERCENT * value, 1);
            case CHANCE -> texts.figures().number(value, 3);
            case BPS -> texts.figures().number(value, 1);
            case MONEY -> texts.figures().compact(value);
        };
    }

    Object[] figures(List<Figure> figures) {
        return figures.stream().map(this::figure).toArray();
    }

    String few(InstrumentId instrument, int bars, int needed) {
        return texts.get(
                "lab.few",
                instrument.symbol(),
                texts.figures().count(bars),
                texts.figures().count(needed));
    }

    /** Why there is no report; empty for a run. */
    String why(BacktestReport report) {
        return switch (report) {
            case BacktestReport.Ran ran -> "";
            case BacktestReport.TooFewBars few -> few(few.instrument(), few.bars(), few.needed());
            case BacktestReport.Refused refused -> texts.get("lab.refused", refused.reason());
        };
    }
}
