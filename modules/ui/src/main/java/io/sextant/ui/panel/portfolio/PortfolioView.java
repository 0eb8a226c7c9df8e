package io.sextant.ui.panel.portfolio;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.position.Position;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** Figures at a glance, positions, the account line by line, and the equity curve: side by side where it is wide, else below. */
final class PortfolioView extends BorderPane {

    private static final double ROW_HEIGHT = 24;
    private static final double WIDE = 760;
    private static final double WIDE_WITH_TILES = 1_240;
    private static final double HIGH_WITH_TILES = 560;

    private final PortfolioModel model;
    private final InstrumentCatalog catalog;
    private final Texts texts;
    private final TableView<LiveRow<Position>> positions = new TableView<>();
    private final SplitPane split;
    private final GlanceTiles tiles;
    private boolean arranged;

    PortfolioView(PortfolioModel model, InstrumentCatalog catalog, Texts texts, ObservableValue<ChartPalette> palette) {
        this.model = model;
        this.catalog = catalog;
        this.texts = texts;
        getStyleClass().addAll("panel", "portfolio-panel");
        fillPositions();
        ScrollPane account = new ScrollPane(new AccountGrid(model, texts));
        account.setFitToWidth(true);
        account.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        account.setMinWidth(204);
        SplitPane.setResizableWithParent(account, false);
        EquityLine line = new EquityLine(model.curve(), texts, palette);
        VBox.setVgrow(line, Priority.ALWAYS);
        VBox curve = new VBox(curveBar(), line);
        curve.getStyleClass().add("curve");
        curve.setMinWidth(240);
        split = new SplitPane(positions, account, curve);
        tiles = new GlanceTiles(model, texts, palette);
        setCenter(split);
        widthProperty().addListener(change -> arrange());
        heightProperty().addListener(change -> arrange());
        arrange();
    }

    TableView<LiveRow<Position>> positions() {
        return positions;
    }

    /** Tiles only where there is room for them: every figure on them also stands in the account. */
    private void arrange() {
        boolean wide = getWidth() >= WIDE;
        boolean beside = getWidth() >= WIDE_WITH_TILES;
        boolean above = !wide && getHeight() >= HIGH_WITH_TILES;
        setLeft(beside ? tiles : null);
        setTop(above ? tiles : null);
        tiles.inRows(beside ? 2 : 1);
        // A tile only fits its content to sizes it gets after its skin exists, so the skin must come before the layout.
        tiles.applyCss();
        Orientation wanted = wide ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (!arranged || split.getOrientation() != wanted) {
            arranged = true;
            split.setOrientation(wanted);
            split.setDividerPositions(wide ? new double[] {0.55, 0.76} : new double[] {0.3, 0.66});
        }
    }

    private HBox curveBar() {
        Label title = new Label();
        title.textProperty().bind(texts.bind("portfolio.curve"));
        title.getStyleClass().add("block-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Segments<CurveRange> ranges = new Segments<>(
                "portfolio-range",
                List.of(CurveRange.values()),
                model.range(),
                range -> texts.bind("portfolio.range." + range.name()));
        HBox bar = new HBox(title, gap, ranges);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void fillPositions() {
        Columns<Position> columns = new Columns<>(texts);
        positions.setId("portfolio-positions");
        positions.getStyleClass().add("dense");
        positions.setFixedCellSize(ROW_HEIGHT);
        positions.setTableMenuButtonVisible(true);
        positions.accessibleTextProperty().bind(texts.bind("portfolio.positions"));
        positions.setPlaceholder(new EmptyState(MaterialDesignB.BRIEFCASE_OUTLINE, texts.bind("portfolio.empty")));
        positions
                .getColumns()
                .setAll(List.of(
                        columns.words(
                                "portfolio.column.instrument",
                                88,
                                position -> position.instrument().symbol()),
                        columns.figures(
                                "portfolio.column.quantity",
                                60,
                                position -> texts.figures().position(position),
                                Comparator.comparingDouble(PortfolioView::signedSize),
                                position -> Tone.ofSign(position.signedUnits())),
                        columns.figures(
                                "portfolio.column.average",
                                70,
                                this::average,
                                Comparator.comparingDouble(position -> position.averagePrice(
                                        instrument(position).multiplier()))),
                        columns.figures(
                                "portfolio.column.mark",
                                66,
                                position -> texts.figures().price(position.mark(), instrument(position)),
                                Comparator.comparing(Position::mark)),
                        columns.figures(
                                "portfolio.column.value",
                                80,
                                position -> texts.figures().signedMoneyFigure(position.marketValue()),
                                Comparator.comparingDouble(
                                        position -> position.marketValue().toDouble())),
                        columns.figures(
                                "portfolio.column.unrealised",
                                68,
                                position -> texts.figures().signedMoneyFigure(position.unrealised()),
                                Comparator.comparingDouble(
                                        position -> position.unrealised().toDouble()),
                                position -> Tone.ofSign(position.unrealised().units())),
                        columns.figures(
                                "portfolio.column.realised",
                                64,
                                position -> texts.figures().signedMoneyFigure(position.realised()),
                                Comparator.comparingDouble(
                                        position -> position.realised().toDouble()),
                                position -> Tone.ofSign(position.realised().units())),
                        columns.words(
                                "portfolio.column.currency",
                                48,
                                position -> position.marketValue().currency().code()),
                        hidden(columns.figures(
                                "portfolio.column.exposure",
                                84,
                                position -> texts.figures().signedMoneyFigure(position.exposure()),
                                Comparator.comparingDouble(
                                        position -> position.exposure().toDouble()))),
                        columns.figures(
                                "portfolio.column.share",
                                48,
                                position -> texts.figures().percent(model.sharePct(position), 1),
                                Comparator.comparingDouble(model::sharePct))));
        SortedList<LiveRow<Position>> sorted = new SortedList<>(model.positions());
        sorted.comparatorProperty().bind(positions.comparatorProperty());
        positions.setItems(sorted);
        texts.figuresProperty().addListener(change -> positions.refresh());
    }

    private static <T> TableColumn<LiveRow<T>, T> hidden(TableColumn<LiveRow<T>, T> column) {
        column.setVisible(false);
        return column;
    }

    private String average(Position position) {
        Instrument instrument = instrument(position);
        return texts.figures()
                .number(
                        position.averagePrice(instrument.multiplier()),
                        instrument.rules().tick().scale() + 1);
    }

    private Instrument instrument(Position position) {
        return catalog.getInstrument(position.instrument());
    }

    private static double signedSize(Position position) {
        return position.signedUnits() / Math.pow(10, position.scale());
    }
}
