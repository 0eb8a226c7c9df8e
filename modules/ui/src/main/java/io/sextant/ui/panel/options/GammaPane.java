package io.sextant.ui.panel.options;

import io.sextant.analytics.options.OptionChain;
import io.sextant.analytics.options.StrikeExposure;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.CurvePlot.Mark;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.parts.WideColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The gamma that dealers would hold over the spot, where it turns, and the strikes that make most of it. */
final class GammaPane extends VBox {

    private static final double ROW_HEIGHT = 24;

    private final OptionsModel model;
    private final Texts texts;
    private final OptionsWords words;
    private final CurvePlot plot = new CurvePlot("options-gamma");
    private final Label about = new Label();
    private final LiveRows<Double, StrikeExposure> rows = new LiveRows<>(StrikeExposure::strike);
    private final TableView<LiveRow<StrikeExposure>> table = new TableView<>();

    GammaPane(OptionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new OptionsWords(texts);
        about.setId("options-gamma-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        fillColumns();
        SplitPane split = new SplitPane(plot, table);
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("bare");
        split.setDividerPositions(0.66);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(about, split);
        model.reckoning().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private void fillColumns() {
        Columns<StrikeExposure> columns = new Columns<>(texts);
        table.setId("options-key-strikes");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("options.key-strikes"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("options.key-strikes.none"));
        table.setPlaceholder(none);
        table.getColumns()
                .setAll(List.of(
                        columns.figures(
                                "options.column.key-strike",
                                90,
                                one -> words.strike(one.strike()),
                                Comparator.comparingDouble(StrikeExposure::strike)),
                        columns.figures(
                                "options.column.gamma",
                                130,
                                one -> words.compact(one.netGamma()),
                                Comparator.comparingDouble(StrikeExposure::netGamma),
                                one -> Tone.ofSign(one.netGamma())),
                        columns.figures(
                                "options.column.open.CALL",
                                90,
                                one -> words.count(one.callOpenInterest()),
                                Comparator.comparingDouble(StrikeExposure::callOpenInterest)),
                        columns.figures(
                                "options.column.open.PUT",
                                90,
                                one -> words.count(one.putOpenInterest()),
                                Comparator.comparingDouble(StrikeExposure::putOpenInterest)),
                        columns.figures(
                                "options.column.dealer-delta",
                                120,
                                one -> words.compact(one.dealerDelta()),
                                Comparator.comparingDouble(StrikeExposure::dealerDelta))));
        WideColumns.fillFrom(540, table);
        table.setItems(rows.list());
    }

    private void show() {
        rows.show(model.reckoning().get().map(ChainReckoning::keyStrikes).orElse(List.of()));
        about.setText(model.reckoning().get().map(this::about).orElse(""));
        plot.show(model.reckoning()
                .get()
                .map(this::content)
                .orElseGet(() -> new CurvePlot.Content(List.of(), List.of(), x -> "", y -> "", x -> "", true)));
    }

    private String about(ChainReckoning shown) {
        OptionChain chain = shown.chain();
        return texts.get(
                "options.gamma.about",
                words.compact(chain.netGamma()),
                words.price(shown.gammaFlip()),
                words.compact(chain.dealerDelta()),
                words.compact(chain.dealerVanna()),
                words.compact(chain.dealerCharm()));
    }

    private CurvePlot.Content content(ChainReckoning shown) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(shown.chain().spot(), texts.get("options.mark.spot")));
        if (!Double.isNaN(shown.gammaFlip())) {
            marks.add(new Mark(shown.gammaFlip(), texts.get("options.mark.flip")));
        }
        return new CurvePlot.Content(
                List.of(
                        new Curve("main", Drawn.AREA, shown.profileSpots(), shown.profileGamma()),
                        new Curve("main", Drawn.LINE, shown.profileSpots(), shown.profileGamma())),
                marks,
                words::strike,
                words::compact,
                spot -> texts.get(
                        "options.gamma.readout",
                        words.price(spot),
                        words.compact(shown.chain().netGammaAt(spot))),
                true);
    }
}
