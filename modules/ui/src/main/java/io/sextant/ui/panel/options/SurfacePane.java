package io.sextant.ui.panel.options;

import io.sextant.analytics.options.VolatilitySurface;
import io.sextant.analytics.options.VolatilitySurface.Slice;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.WideColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** Volatility over expiry and moneyness, tinted by its height, above the term structure at the forward. */
final class SurfacePane extends BorderPane {

    private static final double ROW_HEIGHT = 24;
    private static final double[] MONEYNESS = {0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2};
    private static final int TERM_POINTS = 160;
    private static final double TINT_MAX = 0.45;

    private record SurfaceRow(Slice slice, double forwardVolatility, double riskReversal, double butterfly) {}

    private final OptionsModel model;
    private final Texts texts;
    private final OptionsWords words;
    private final LiveRows<Integer, SurfaceRow> rows =
            new LiveRows<>(row -> row.slice().expiryDay());
    private final TableView<LiveRow<SurfaceRow>> table = new TableView<>();
    private final CurvePlot plot = new CurvePlot("options-term");
    private double lowest;
    private double highest;

    SurfacePane(OptionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new OptionsWords(texts);
        fillColumns();
        SplitPane split = new SplitPane(table, plot);
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("bare");
        split.setDividerPositions(0.5);
        setCenter(split);
        model.reckoning().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private void fillColumns() {
        Columns<SurfaceRow> columns = new Columns<>(texts);
        table.setId("options-surface");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("options.tab.surface"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("options.smile.none"));
        none.setWrapText(true);
        table.setPlaceholder(none);
        List<TableColumn<LiveRow<SurfaceRow>, ?>> all = new ArrayList<>();
        all.add(columns.words(
                "options.column.expiry", 96, row -> words.day(row.slice().expiryDay())));
        all.add(columns.figures(
                "options.column.forward",
                72,
                row -> words.price(row.slice().forward()),
                Comparator.comparingDouble(row -> row.slice().forward())));
        for (double moneyness : MONEYNESS) {
            all.add(height(moneyness));
        }
        all.add(columns.figures(
                "options.column.reversal",
                64,
                row -> words.points(row.riskReversal()),
                Comparator.comparingDouble(SurfaceRow::riskReversal)));
        all.add(columns.figures(
                "options.column.butterfly",
                64,
                row -> words.points(row.butterfly()),
                Comparator.comparingDouble(SurfaceRow::butterfly)));
        all.add(columns.figures(
                "options.column.forward-volatility",
                82,
                row -> words.percent(row.forwardVolatility()),
                Comparator.comparingDouble(SurfaceRow::forwardVolatility)));
        table.getColumns().setAll(all);
        WideColumns.fillFrom(830, table);
        table.setItems(rows.list());
    }

    /** The volatility at a strike of so much of the forward, darker where it is higher. */
    private TableColumn<LiveRow<SurfaceRow>, SurfaceRow> height(double moneyness) {
        TableColumn<LiveRow<SurfaceRow>, SurfaceRow> column = new TableColumn<>();
        column.setId("options.column.at." + Math.round(100 * moneyness));
        column.textProperty()
                .bind(texts.bindFigure(rowsTitle(moneyness), (figures, share) -> figures.percent(100 * share, 0)));
        column.setPrefWidth(62);
        column.setSortable(false);
        column.getStyleClass().add("figure-column");
        column.setCellValueFactory(row -> row.getValue().value());
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable SurfaceRow row, boolean empty) {
                super.updateItem(row, empty);
                if (empty || row == null) {
                    setText("");
                    setStyle("");
                } else {
                    double volatility = at(row.slice(), moneyness);
                    setText(words.percent(volatility));
                    setStyle(tint(volatility));
                }
            }
        });
        return column;
    }

    private static ReadOnlyObjectProperty<Double> rowsTitle(double moneyness) {
        return new ReadOnlyObjectWrapper<>(moneyness).getReadOnlyProperty();
    }

    private static double at(Slice slice, double moneyness) {
        return slice.smile().volatility(moneyness * slice.forward());
    }

    private String tint(double volatility) {
        double share = highest > lowest ? (volatility - lowest) / (highest - lowest) : 0;
        return String.format(
                Locale.ROOT, "-fx-background-color: rgba(47,129,247,%.3f);", TINT_MAX * Math.clamp(share, 0, 1));
    }

    private void show() {
        Optional<ChainReckoning> shown = model.reckoning().get();
        List<SurfaceRow> all = shown.map(reckoning -> reckoning.surface().slices().stream()
                        .map(slice -> row(reckoning, slice))
                        .toList())
                .orElse(List.of());
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        for (SurfaceRow row : all) {
            for (double moneyness : MONEYNESS) {
                lowest = Math.min(lowest, at(row.slice(), moneyness));
                highest = Math.max(highest, at(row.slice(), moneyness));
            }
        }
        rows.show(all);
        table.refresh();
        plot.show(shown.filter(reckoning -> !all.isEmpty())
                .map(reckoning -> term(reckoning.surface()))
                .orElseGet(() -> new CurvePlot.Content(List.of(), List.of(), x -> "", y -> "", x -> "", false)));
    }

    private static SurfaceRow row(ChainReckoning reckoning, Slice slice) {
        double yield = Math.exp(-reckoning.terms().dividend() * slice.years());
        return new SurfaceRow(
                slice,
                reckoning.surface().forwardVolatility(slice),
                slice.smile().riskReversal(yield),
                slice.smile().butterfly(yield));
    }

    private CurvePlot.Content term(VolatilitySurface surface) {
        List<Slice> slices = surface.slices();
        double last = slices.getLast().years() * 365;
        double[] days = new double[TERM_POINTS];
        double[] volatility = new double[TERM_POINTS];
        for (int i = 0; i < TERM_POINTS; i++) {
            days[i] = Math.max(1, last * i / (TERM_POINTS - 1));
            volatility[i] = surface.atTheMoney(days[i] / 365);
        }
        return new CurvePlot.Content(
                List.of(
                        new Curve("main", Drawn.LINE, days, volatility),
                        new Curve(
                                "quotes",
                                Drawn.DOTS,
                                slices.stream()
                                        .mapToDouble(slice -> slice.years() * 365)
                                        .toArray(),
                                slices.stream()
                                        .mapToDouble(slice -> slice.smile().atTheMoney())
                                        .toArray())),
                List.of(),
                day -> texts.get("options.days", words.count(day), Math.round(day)),
                words::percent,
                day -> texts.get(
                        "options.term.readout", words.count(day), words.percent(surface.atTheMoney(day / 365))),
                false);
    }
}
