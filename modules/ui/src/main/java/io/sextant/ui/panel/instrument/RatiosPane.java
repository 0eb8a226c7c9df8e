package io.sextant.ui.panel.instrument;

import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.instrument.InstrumentModel.RatioLine;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.WideColumns;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;

/** The company's ratios beside the middle of its sector. */
final class RatiosPane extends BorderPane {

    private static final double ROW_HEIGHT = 24;

    private final InstrumentModel model;
    private final Texts texts;
    private final LiveRows<Enum<?>, RatioLine> rows = new LiveRows<>(RatioLine::ratio);
    private final TableView<LiveRow<RatioLine>> table = new TableView<>();

    RatiosPane(InstrumentModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Columns<RatioLine> columns = new Columns<>(texts);
        table.setId("instrument-ratios");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("instrument.tab.ratios"));
        table.getColumns()
                .setAll(List.of(
                        columns.words(
                                "instrument.column.ratio",
                                210,
                                line -> texts.get(
                                        "instrument.ratio." + line.ratio().name())),
                        columns.figures(
                                "instrument.column.own",
                                90,
                                line -> written(line, line.own()),
                                Comparator.comparingDouble(RatioLine::own)),
                        columns.figures(
                                "instrument.column.median",
                                110,
                                line -> written(line, line.median()),
                                Comparator.comparingDouble(RatioLine::median)),
                        columns.figures(
                                "instrument.column.companies",
                                90,
                                line -> texts.figures().count(line.companies()),
                                Comparator.comparingInt(RatioLine::companies))));
        WideColumns.fillFrom(520, table);
        table.setItems(rows.list());
        setCenter(table);
        model.revision().addListener(change -> show());
        texts.figuresProperty().addListener(change -> table.refresh());
        show();
    }

    TableView<LiveRow<RatioLine>> table() {
        return table;
    }

    private void show() {
        rows.show(model.ratios());
    }

    private String written(RatioLine line, double value) {
        if (!Double.isFinite(value)) {
            return Figures.NONE;
        }
        return line.ratio().isShare()
                ? texts.figures().percent(100 * value, 1)
                : texts.figures().number(value, 2);
    }
}
