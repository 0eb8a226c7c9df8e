package io.sextant.ui.panel.optimiser;

import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Kind;
import io.sextant.domain.portfolio.OptimiserBoard.Named;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.optimiser.OptimiserModel.Target;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What each portfolio would have done on the bars that the weights were found on; it says so. */
final class PastPane extends OptimiserPane {

    private static final double ROW_HEIGHT = 24;
    private static final double TABLE_HEIGHT = 152;

    private final CurvePlot plot = new CurvePlot("optimiser-past-plot");
    private final TableView<LiveRow<Named>> table = new TableView<>();
    private final LiveRows<Kind, Named> rows = new LiveRows<>(Named::kind);

    PastPane(OptimiserModel model, Texts texts) {
        super("optimiser-past", model, texts);
        Columns<Named> columns = new Columns<>(texts);
        table.setId("optimiser-past");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setPrefHeight(TABLE_HEIGHT);
        table.setMinHeight(ROW_HEIGHT * 3);
        table.accessibleTextProperty().bind(texts.bind("optimiser.past"));
        table.getColumns()
                .setAll(List.of(
                        columns.words("optimiser.column.portfolio", 140, one -> name(one.kind())),
                        columns.figures(
                                "optimiser.column.yearly",
                                80,
                                one -> percent(one.past().yearly(), 1),
                                Comparator.comparingDouble(one -> one.past().yearly()),
                                one -> Tone.ofSign(one.past().yearly())),
                        columns.figures(
                                "optimiser.column.volatility",
                                80,
                                one -> percent(one.past().volatility(), 1),
                                Comparator.comparingDouble(one -> one.past().volatility())),
                        columns.figures(
                                "optimiser.column.fall",
                                90,
                                one -> percent(-one.past().deepestFall(), 1),
                                Comparator.comparingDouble(one -> one.past().deepestFall()))));
        table.setItems(rows.list());
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(table, plot);
        follow();
    }

    private String name(Kind kind) {
        return texts.get("optimiser.kind." + kind.name());
    }

    @Override
    void show(Computed told, Optional<Target> target) {
        rows.show(told.portfolios());
        table.refresh();
        List<Curve> curves = new ArrayList<>();
        add(curves, told, Kind.CURRENT, "quiet");
        add(curves, told, Kind.EQUAL, "quotes");
        add(curves, told, Kind.CHOSEN, "main");
        long[] times = told.barNanos();
        plot.show(new CurvePlot.Content(
                curves,
                List.of(),
                at -> date(times, at),
                value -> texts.figures().number(value, 2),
                at -> readout(told, at),
                false));
        say(texts.get("optimiser.past.about", texts.figures().count(times.length)));
    }

    private static void add(List<Curve> curves, Computed told, Kind kind, String style) {
        told.find(kind).ifPresent(one -> {
            double[] worth = one.past().worth();
            double[] x = new double[worth.length];
            Arrays.setAll(x, i -> i);
            curves.add(new Curve(style, kind == Kind.EQUAL ? Drawn.DOTS : Drawn.LINE, x, worth));
        });
    }

    private String readout(Computed told, double at) {
        StringBuilder words = new StringBuilder(date(told.barNanos(), Math.rint(at)));
        for (Kind kind : List.of(Kind.CHOSEN, Kind.EQUAL, Kind.CURRENT)) {
            told.find(kind).ifPresent(one -> {
                double[] worth = one.past().worth();
                int place = (int) Math.clamp(Math.round(at), 0L, worth.length - 1L);
                words.append("  \u00B7  ")
                        .append(name(kind))
                        .append(' ')
                        .append(texts.figures().number(worth[place], 3));
            });
        }
        return words.toString();
    }

    private String date(long[] times, double at) {
        int place = (int) Math.rint(at);
        return place >= 1 && place <= times.length && Math.abs(at - place) < 1e-6
                ? texts.figures().utcDate(times[place - 1])
                : "";
    }
}
