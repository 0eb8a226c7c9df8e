package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.VerdictReport.Figure;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.regime.RegimeName;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.StrategyWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Strategies, settings and reasons in the reader's language. */
final class LabWords {

    private static final double PERCENT = 100;

    private final Texts texts;
    private final StrategyWords strategies;

    LabWords(Texts texts) {
        this.texts = texts;
        strategies = new StrategyWords(texts);
    }

    String strategy(String name) {
        return strategies.strategy(name);
    }

    String about(String name) {
        return strategies.about(name);
    }

    String setting(String name) {
        return strategies.setting(name);
    }

    String reason(String told) {
        return strategies.reason(told);
    }

    String values(BacktestSetup setup) {
        return values(setup.values());
    }

    String instruments(BacktestSetup setup) {
        return setup.instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(", "));
    }

    String number(double value) {
        return strategies.number(value);
    }

    String values(Map<String, Double> values) {
        return strategies.values(values);
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

    /** What a desk of then told; a dash for nothing. */
    String past(BacktestSetup setup) {
        String models = String.join(", ", setup.past().forecasts());
        if (setup.past().tellsNothing()) {
            return Figures.NONE;
        }
        String regimes = texts.get("lab.past.told.regimes");
        String told = models.isEmpty() ? regimes : setup.past().regimes() ? models + ", " + regimes : models;
        return texts.get(
                "lab.past.told", told, texts.figures().count(setup.past().refitBars()));
    }

    String regime(Optional<RegimeName> regime) {
        return texts.get(regime.map(one -> "regimes.name." + one.name()).orElse("lab.regime.untold"));
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
