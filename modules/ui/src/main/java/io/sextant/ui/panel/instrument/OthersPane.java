package io.sextant.ui.panel.instrument;

import io.sextant.analytics.fundamental.CompanyAccounts;
import io.sextant.analytics.fundamental.CompanyAccounts.Holding;
import io.sextant.domain.fundamental.CompanyFigure;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.WideColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What others say of the company: its sector, marks for conduct, and who holds it. */
final class OthersPane extends BorderPane {

    private static final double ROW_HEIGHT = 24;

    private final InstrumentModel model;
    private final Texts texts;
    private final Label about = new Label();
    private final FlowPane tags = new FlowPane();
    private final LiveRows<String, Holding> rows = new LiveRows<>(Holding::holder);
    private final TableView<LiveRow<Holding>> table = new TableView<>();

    OthersPane(InstrumentModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        about.setId("instrument-others");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        tags.setId("instrument-tags");
        tags.getStyleClass().add("instrument-tags");
        Columns<Holding> columns = new Columns<>(texts);
        table.setId("instrument-holdings");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("instrument.holdings"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("instrument.holdings.none"));
        table.setPlaceholder(none);
        table.getColumns()
                .setAll(List.of(
                        columns.words("instrument.column.holder", 220, Holding::holder),
                        columns.figures(
                                "instrument.column.shares",
                                110,
                                held -> texts.figures().count(Math.round(held.shares())),
                                Comparator.comparingDouble(Holding::shares)),
                        columns.figures(
                                "instrument.column.share",
                                80,
                                held -> share(held.shares()),
                                Comparator.comparingDouble(Holding::shares)),
                        columns.times(
                                "instrument.column.period",
                                110,
                                held -> TimeUnit.DAYS.toNanos(held.period().toEpochDay()),
                                nanos -> texts.figures().utcDate(nanos))));
        WideColumns.fillFrom(520, table);
        table.setItems(rows.list());
        VBox top = new VBox(about, tags);
        top.getStyleClass().add("options-side");
        setTop(top);
        setCenter(table);
        model.revision().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private String share(double shares) {
        double all =
                model.company().map(own -> own.newest(CompanyFigure.SHARES)).orElse(Double.NaN);
        return all > 0 ? texts.figures().percent(100 * shares / all, 1) : Figures.NONE;
    }

    private void show() {
        Optional<CompanyAccounts> company = model.company();
        rows.show(company.map(CompanyAccounts::holdings).orElse(List.of()));
        table.refresh();
        tags.getChildren().clear();
        company.ifPresent(own -> own.tags().forEach(name -> {
            Label tag = new Label(name);
            tag.getStyleClass().add("instrument-tag");
            tags.getChildren().add(tag);
        }));
        about.setText(company.map(this::about).orElse(""));
    }

    private String about(CompanyAccounts own) {
        double score = own.newest(CompanyFigure.ESG_SCORE);
        double held = own.institutionalShare();
        return texts.get(
                "instrument.others",
                own.sector().orElse(Figures.NONE),
                Double.isNaN(score) ? Figures.NONE : texts.figures().number(score, 1),
                Double.isNaN(held) ? Figures.NONE : texts.figures().percent(100 * held, 1),
                own.tags().size(),
                texts.figures().count(own.tags().size()));
    }
}
