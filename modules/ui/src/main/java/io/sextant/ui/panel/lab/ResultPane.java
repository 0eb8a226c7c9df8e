package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.BacktestReport.Figures;
import io.sextant.domain.backtest.BacktestReport.Ran;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A run in figures, and its worth beside holding the same instruments, over how far it stood below its highest. */
final class ResultPane extends VBox {

    private static final int MOST_POINTS = 2_000;

    private final LabModel model;
    private final Texts texts;
    private final LabWords words;
    private final Label about = new Label();
    private final FlowPane figures = new FlowPane(18, 6);
    private final CurvePlot equity = new CurvePlot("lab-equity");
    private final CurvePlot fall = new CurvePlot("lab-fall");
    private final Label refusals = new Label();
    private final Label past = new Label();
    private final FlowPane regimes = new FlowPane(18, 6);

    ResultPane(LabModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new LabWords(texts);
        about.setId("lab-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        figures.setId("lab-figures");
        figures.getStyleClass().add("options-block");
        refusals.setId("lab-refusals");
        refusals.getStyleClass().add("options-about");
        refusals.setWrapText(true);
        refusals.setMinHeight(USE_PREF_SIZE);
        refusals.managedProperty().bind(refusals.textProperty().isNotEmpty());
        equity.setMinHeight(150);
        fall.setMinHeight(110);
        fall.setPrefHeight(130);
        VBox.setVgrow(equity, Priority.ALWAYS);
        past.setId("lab-told");
        past.getStyleClass().add("options-about");
        past.setWrapText(true);
        past.setMinHeight(USE_PREF_SIZE);
        past.managedProperty().bind(past.textProperty().isNotEmpty());
        regimes.setId("lab-regimes");
        regimes.getStyleClass().add("options-block");
        regimes.managedProperty().bind(regimes.visibleProperty());
        getChildren().addAll(about, figures, past, regimes, refusals, equity, fall);
        model.shown.addListener(change -> model.shown.get().ifPresent(run -> show(run.report())));
        texts.figuresProperty().addListener(change -> model.shown.get().ifPresent(run -> show(run.report())));
    }

    private void show(Ran ran) {
        about.setText(texts.get(
                        "lab.about",
                        words.strategy(ran.setup().strategy()),
                        words.instruments(ran.setup()),
                        texts.figures().count(ran.timesNanos().length),
                        texts.get("chartpanel.timeframe."
                                + ran.setup().timeframe().name()),
                        texts.figures().utcDate(ran.timesNanos()[0]),
                        texts.figures().utcDate(ran.timesNanos()[ran.timesNanos().length - 1]),
                        texts.figures().count(ran.figures().trades()))
                + (model.simulated.get() ? " " + texts.get("lab.simulated") : ""));
        showFigures(ran.figures());
        showPast(ran);
        refusals.setText(
                ran.refusals().isEmpty()
                        ? ""
                        : texts.get(
                                "lab.refusals",
                                texts.figures().count(ran.refusals().size()),
                                ran.refusals().getFirst()));
        showCurves(ran);
    }

    private void showFigures(Figures of) {
        figures.getChildren().clear();
        add("return", percent(of.returnShare()));
        add("holding", percent(of.holdingReturn()));
        add("annual", percent(of.annualReturn()));
        add("volatility", percent(of.annualVolatility()));
        add("sharpe", number(of.sharpe()));
        add("sortino", number(of.sortino()));
        add("calmar", number(of.calmar()));
        add("fall", percent(of.maxDrawdown()));
        add("trades", texts.figures().count(of.trades()));
        add("won", percent(of.winRate()));
        add("factor", number(of.profitFactor()));
        add("exposure", percent(of.exposure()));
        add("fees", number(of.fees()));
        add("final", number(of.finalEquity()));
    }

    private void showPast(Ran ran) {
        past.setText(ran.told()
                .map(told -> texts.get(
                        "lab.told",
                        words.past(ran.setup()),
                        texts.figures().count(told.trainings()),
                        percent(told.skilledShare()),
                        texts.figures().count(told.regimeLearnings())))
                .orElse(""));
        regimes.setVisible(!ran.regimes().isEmpty());
        regimes.getChildren()
                .setAll(ran.regimes().stream()
                        .map(part -> pair(
                                words.regime(part.regime()),
                                texts.get(
                                        "lab.regime.part",
                                        percent(part.returnShare()),
                                        percent(part.holdingReturn()),
                                        texts.figures().count(part.bars()))))
                        .toList());
    }

    private static VBox pair(String title, String value) {
        Label name = new Label(title);
        name.getStyleClass().add("muted");
        Label figure = new Label(value);
        figure.getStyleClass().add("figure");
        VBox pair = new VBox(name, figure);
        pair.setAccessibleText(title + " " + value);
        return pair;
    }

    private void add(String key, String value) {
        Label title = new Label(texts.get("lab.figure." + key));
        title.getStyleClass().add("muted");
        Label figure = new Label(value);
        figure.setId("lab-figure-" + key);
        figure.getStyleClass().add("figure");
        VBox pair = new VBox(title, figure);
        pair.setAccessibleText(title.getText() + " " + value);
        figures.getChildren().add(pair);
    }

    private String percent(double share) {
        return Double.isNaN(share) ? texts.get("lab.unknown") : texts.figures().percent(100 * share, 2);
    }

    private String number(double value) {
        return Double.isNaN(value) ? texts.get("lab.unknown") : texts.figures().number(value, 2);
    }

    private void showCurves(Ran ran) {
        int size = ran.timesNanos().length;
        int[] places = places(size);
        double[] x = Arrays.stream(places).mapToDouble(place -> place).toArray();
        equity.show(new CurvePlot.Content(
                List.of(
                        new Curve("quiet", Drawn.LINE, x, taken(ran.holding(), places)),
                        new Curve("main", Drawn.LINE, x, taken(ran.equity(), places))),
                List.of(),
                at -> date(ran, at),
                value -> texts.figures().compact(value),
                at -> texts.get(
                        "lab.readout",
                        date(ran, Math.rint(at)),
                        number(ran.equity()[place(at, size)]),
                        number(ran.holding()[place(at, size)])),
                false));
        double[] below = below(ran.equity());
        fall.show(new CurvePlot.Content(
                List.of(new Curve("main", Drawn.AREA, x, taken(below, places))),
                List.of(),
                at -> date(ran, at),
                value -> texts.figures().percent(100 * value, 0),
                at -> texts.get("lab.readout.fall", date(ran, Math.rint(at)), percent(below[place(at, size)])),
                true));
    }

    private static int place(double at, int size) {
        return (int) Math.clamp(Math.round(at), 0L, size - 1L);
    }

    /** As many as a plot can show, the first and the last among them. */
    private static int[] places(int size) {
        int count = Math.min(size, MOST_POINTS);
        int[] places = new int[count];
        Arrays.setAll(places, i -> count == 1 ? 0 : (int) ((long) i * (size - 1) / (count - 1)));
        return places;
    }

    private static double[] taken(double[] of, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> of[place]).toArray();
    }

    private static double[] below(double[] equity) {
        double[] below = new double[equity.length];
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < equity.length; i++) {
            top = Math.max(top, equity[i]);
            below[i] = equity[i] / top - 1;
        }
        return below;
    }

    private String date(Ran ran, double at) {
        int place = (int) Math.rint(at);
        return place >= 0 && place < ran.timesNanos().length && Math.abs(at - place) < 1e-6
                ? texts.figures().utcDate(ran.timesNanos()[place])
                : "";
    }
}
