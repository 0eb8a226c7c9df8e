package io.sextant.ui.panel.features;

import io.sextant.analytics.survey.FeatureSurvey;
import io.sextant.analytics.survey.Period;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.parts.TurningSplit;
import io.sextant.ui.parts.WideColumns;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Whether the feature stays as it is: its range in each period, and how far each is from those before. */
final class StabilityPane extends SurveyPane {

    /** What is commonly called another population. */
    private static final double ANOTHER = 0.25;

    private static final double ROW_HEIGHT = 24;

    private final CurvePlot plot = new CurvePlot("features-ranges");
    private final LiveRows<Integer, Period> rows = new LiveRows<>(Period::fromRow);
    private final TableView<LiveRow<Period>> table = new TableView<>();

    StabilityPane(FeaturesModel model, Texts texts) {
        super("features-stability", model, texts);
        fillTable();
        TurningSplit split = new TurningSplit(plot, table, 0.55, 0.55);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().add(split);
        follow();
    }

    private void fillTable() {
        Columns<Period> columns = new Columns<>(texts);
        table.setId("features-periods");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("features.tab.stability"));
        table.getColumns()
                .setAll(List.of(
                        columns.times("features.column.from", 140, this::begin, words::moment),
                        columns.figures(
                                "features.column.bars",
                                70,
                                one -> words.count(one.count()),
                                Comparator.comparingInt(Period::count)),
                        figure("mean", Period::mean),
                        figure("deviation", Period::deviation),
                        columns.figures(
                                "features.column.psi",
                                70,
                                one -> words.index(one.stability()),
                                Comparator.comparingDouble(Period::stability),
                                one -> one.stability() > ANOTHER ? Tone.WARNING : Tone.PLAIN),
                        columns.figures(
                                "features.column.ks",
                                70,
                                one -> words.index(one.distance()),
                                Comparator.comparingDouble(Period::distance)),
                        columns.figures(
                                "features.column.ic",
                                130,
                                one -> words.coefficient(one.coefficient()),
                                Comparator.comparingDouble(
                                        one -> one.coefficient().value()),
                                one -> one.coefficient().isApartFromZero()
                                        ? Tone.ofSign(one.coefficient().value())
                                        : Tone.PLAIN)));
        WideColumns.fillFrom(630, table);
        table.setItems(rows.list());
    }

    private TableColumn<LiveRow<Period>, Period> figure(String name, ToDoubleFunction<Period> value) {
        return new Columns<Period>(texts)
                .figures(
                        "features.column." + name,
                        80,
                        one -> words.value(value.applyAsDouble(one), range()),
                        Comparator.comparingDouble(value));
    }

    private double range() {
        return model.survey
                .get()
                .map(told -> told.distribution().high() - told.distribution().low())
                .orElse(1.0);
    }

    private long begin(Period period) {
        return model.survey
                .get()
                .map(told -> told.bars()
                        .openTimeNanos()[Math.min(period.fromRow(), told.bars().size() - 1)])
                .orElse(0L);
    }

    @Override
    void show(FeatureSurvey survey) {
        List<Period> periods = survey.periods();
        rows.show(periods);
        table.refresh();
        double worst = periods.stream()
                .mapToDouble(Period::stability)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        String verdict = !(worst >= 0.1) ? "calm" : worst > ANOTHER ? "another" : "noticeable";
        say(texts.get(
                "features.stability.about",
                words.count(periods.size()),
                words.index(worst),
                texts.get("features.stability." + verdict)));
        plot.show(periods.isEmpty() ? NOTHING : content(periods));
    }

    private CurvePlot.Content content(List<Period> periods) {
        double[] x = new double[periods.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1;
        }
        double[] medians = periods.stream().mapToDouble(Period::median).toArray();
        return new CurvePlot.Content(
                List.of(
                        new Curve(
                                "quiet",
                                Drawn.LINE,
                                x,
                                periods.stream()
                                        .mapToDouble(Period::lowTwentieth)
                                        .toArray()),
                        new Curve("main", Drawn.LINE, x, medians),
                        new Curve("main", Drawn.DOTS, x, medians),
                        new Curve(
                                "quiet",
                                Drawn.LINE,
                                x,
                                periods.stream()
                                        .mapToDouble(Period::highTwentieth)
                                        .toArray())),
                List.of(),
                place -> place == Math.rint(place) ? words.count((long) place) : "",
                value -> words.value(value, range()),
                place -> readout(periods.get(Math.clamp(Math.round(place) - 1, 0, periods.size() - 1))),
                false);
    }

    private String readout(Period period) {
        return texts.get(
                "features.stability.readout",
                words.moment(begin(period)),
                words.value(period.median(), range()),
                words.value(period.lowTwentieth(), range()),
                words.value(period.highTwentieth(), range()));
    }
}
