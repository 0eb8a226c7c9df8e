package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskBoard.Light;
import io.sextant.domain.risk.RiskBoard.PastDay;
import io.sextant.domain.risk.RiskBoard.TrackRecord;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What was said to be at risk day by day, what came, and which days broke it, with what four tests say: of the desk's own words as days began, or of
 * forecasts made of today's positions for past days.
 */
final class TruthPane extends RiskPane {

    private static final double ROW_HEIGHT = 24;
    private static final double PLOT_LEAST = 120;

    /** Below this chance a test speaks against the forecasts. */
    private static final double LEVEL = 0.05;

    /** Whose forecasts. */
    enum Source {
        TOLD,
        SUPPOSED
    }

    /** One of the tests. */
    enum Check {
        KUPIEC,
        CHRISTOFFERSEN,
        ACERBI,
        LIGHT
    }

    /** What a test says; a sign stands with each colour. */
    private record Verdict(Check check, String result, String words, Tone tone) {}

    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.TOLD);
    private final CurvePlot plot = new CurvePlot("risk-truth");
    private final TableView<LiveRow<Verdict>> table = new TableView<>();
    private final LiveRows<Check, Verdict> rows = new LiveRows<>(Verdict::check);

    TruthPane(RiskMonitorModel model, Texts texts) {
        super("risk-truth", model, texts);
        Segments<Source> choice = new Segments<>(
                "risk-truth-source",
                List.of(Source.values()),
                source,
                one -> texts.bind("riskmonitor.truth.source." + one.name()));
        Columns<Verdict> columns = new Columns<>(texts);
        table.setId("risk-tests");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("riskmonitor.tests"));
        table.setPlaceholder(new Label());
        table.getColumns()
                .setAll(List.of(
                        columns.words(
                                "riskmonitor.column.test",
                                150,
                                one -> texts.get(
                                        "riskmonitor.test." + one.check().name())),
                        columns.words("riskmonitor.column.result", 230, Verdict::result),
                        columns.words("riskmonitor.column.verdict", 190, Verdict::words, Verdict::tone)));
        table.setItems(rows.list());
        double height = (Check.values().length + 1) * ROW_HEIGHT + 6;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        plot.setMinHeight(PLOT_LEAST);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(choice, plot, table);
        source.addListener(change -> model.measured().ifPresent(this::show));
        follow();
    }

    @Override
    void show(RiskBoard.Measured board) {
        boolean own = source.get() == Source.TOLD;
        List<PastDay> days = own ? board.told() : board.past();
        Optional<TrackRecord> record = own ? board.toldRecord() : Optional.of(board.record());
        draw(days);
        rows.show(record.filter(told -> told.days() > 0).map(this::verdicts).orElse(List.of()));
        say(record.map(told -> texts.get(
                        own ? "riskmonitor.truth.own" : "riskmonitor.truth.about",
                        texts.figures().count(told.days()),
                        texts.figures().count(told.breaches()),
                        texts.figures().number(told.expected(), 1)))
                .orElseGet(() -> texts.get("riskmonitor.truth.noown")));
    }

    private List<Verdict> verdicts(TrackRecord told) {
        return List.of(
                byChance(Check.KUPIEC, told.kupiecProbability()),
                byChance(Check.CHRISTOFFERSEN, told.christoffersenProbability()),
                told.shortfall()
                        .map(shortfall -> new Verdict(
                                Check.ACERBI,
                                texts.get(
                                        "riskmonitor.test.statistic",
                                        texts.figures().number(shortfall.statistic(), 2),
                                        texts.figures().count(shortfall.days())),
                                verdict(shortfall.speaksAgainst()),
                                tone(shortfall.speaksAgainst())))
                        .orElseGet(
                                () -> new Verdict(Check.ACERBI, texts.get("riskmonitor.test.untold"), "", Tone.PLAIN)),
                light(told));
    }

    private Verdict byChance(Check check, double chance) {
        return new Verdict(
                check,
                texts.get("riskmonitor.test.chance", percent(chance, 1)),
                verdict(chance < LEVEL),
                tone(chance < LEVEL));
    }

    private String verdict(boolean against) {
        return (against ? "\u25A0  " : "\u25CF  ")
                + texts.get(against ? "riskmonitor.test.against" : "riskmonitor.test.holds");
    }

    private static Tone tone(boolean against) {
        return against ? Tone.DOWN : Tone.UP;
    }

    private Verdict light(TrackRecord told) {
        String sign = switch (told.light()) {
            case GREEN -> "\u25CF  ";
            case YELLOW -> "\u25B2  ";
            case RED -> "\u25A0  ";
        };
        return new Verdict(
                Check.LIGHT,
                texts.get(
                        "riskmonitor.test.count",
                        texts.figures().count(told.breaches()),
                        texts.figures().count(told.days())),
                sign + texts.get("riskmonitor.light." + told.light().name().toLowerCase(Locale.ROOT)),
                told.light() == Light.GREEN ? Tone.UP : told.light() == Light.YELLOW ? Tone.WARNING : Tone.DOWN);
    }

    private void draw(List<PastDay> days) {
        double[] x = new double[days.size()];
        double[] lines = new double[days.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            lines[i] = -days.get(i).valueAtRisk();
        }
        plot.show(new CurvePlot.Content(
                List.of(
                        new Curve("main", Drawn.LINE, x, lines),
                        new Curve("calm", Drawn.DOTS, x, outcomes(days, day -> !day.isBreach())),
                        new Curve("breach", Drawn.DOTS, x, outcomes(days, PastDay::isBreach))),
                List.of(),
                at -> date(days, at),
                value -> texts.figures().compact(value),
                at -> readout(days, at),
                true));
    }

    private String readout(List<PastDay> days, double at) {
        if (days.isEmpty()) {
            return "";
        }
        PastDay day = days.get(Math.clamp(Math.round(at), 0, days.size() - 1));
        return texts.get(
                day.isBreach() ? "riskmonitor.truth.breach" : "riskmonitor.truth.day",
                texts.figures().utcDate(day.dayNanos()),
                signedMoney(day.outcome()),
                money(day.valueAtRisk()));
    }

    private static double[] outcomes(List<PastDay> days, Predicate<PastDay> wanted) {
        return days.stream()
                .mapToDouble(day -> wanted.test(day) ? day.outcome() : Double.NaN)
                .toArray();
    }

    private String date(List<PastDay> days, double at) {
        int place = (int) Math.rint(at);
        return place >= 0 && place < days.size() && Math.abs(at - place) < 1e-6
                ? texts.figures().utcDate(days.get(place).dayNanos())
                : "";
    }
}
