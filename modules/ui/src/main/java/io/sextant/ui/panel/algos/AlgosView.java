package io.sextant.ui.panel.algos;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Price;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.OrderReasons;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The form above, what works below it, and what can be done with the chosen one. */
final class AlgosView extends BorderPane {

    private static final double ROW_HEIGHT = 24;

    private final InstrumentCatalog catalog;
    private final Texts texts;
    private final OrderReasons reasons;
    private final TableView<LiveRow<ParentOrder>> table = new TableView<>();
    private final StartForm form;
    private final Button pause = button("pause");
    private final Button resume = button("resume");
    private final Button hurry = button("hurry");
    private final Button cancel = button("cancel");
    private final Button flatten = button("flatten");
    private final Button flattenAll = button("flatten-all");

    AlgosView(AlgosModel model, InstrumentCatalog catalog, ObservableValue<String> instrument, Texts texts) {
        this.catalog = catalog;
        this.texts = texts;
        reasons = new OrderReasons(texts);
        getStyleClass().addAll("panel", "algos-panel");
        form = new StartForm(model.start(), instrument, catalog.hasRoutes(), texts);
        for (Button one : List.of(pause, resume, hurry, cancel, flatten, flattenAll)) {
            one.textProperty().bind(texts.bind("algos." + one.getId().substring("algos-".length())));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(pause, resume, hurry, cancel, gap, flatten, flattenAll);
        bar.getStyleClass().add("panel-bar");
        bar.setSpacing(6);
        bar.setAlignment(Pos.CENTER_LEFT);
        setTop(new VBox(form, bar));
        fillTable(model);
        setCenter(table);
        enableByChoice();
    }

    private static Button button(String name) {
        Button button = new Button();
        button.setId("algos-" + name);
        return button;
    }

    StartForm form() {
        return form;
    }

    TableView<LiveRow<ParentOrder>> table() {
        return table;
    }

    Button pause() {
        return pause;
    }

    Button resume() {
        return resume;
    }

    Button hurry() {
        return hurry;
    }

    Button cancel() {
        return cancel;
    }

    Button flatten() {
        return flatten;
    }

    Button flattenAll() {
        return flattenAll;
    }

    Optional<ParentOrder> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(LiveRow::get);
    }

    /** A row gets newer values in its place, so the choice alone does not tell when a button fits. */
    private void enableByChoice() {
        var chosen = table.getSelectionModel().selectedItemProperty().flatMap(LiveRow::value);
        pause.disableProperty()
                .bind(chosen.map(one -> !can(one, ParentStage.WORKING)).orElse(true));
        hurry.disableProperty()
                .bind(chosen.map(one -> !can(one, ParentStage.WORKING)).orElse(true));
        resume.disableProperty()
                .bind(chosen.map(one -> !can(one, ParentStage.PAUSED)).orElse(true));
        cancel.disableProperty()
                .bind(chosen.map(one -> one.stage().isTerminal()).orElse(true));
    }

    private static boolean can(ParentOrder parent, ParentStage stage) {
        return parent.kind().isAlgorithm() && parent.stage() == stage;
    }

    private void fillTable(AlgosModel model) {
        Columns<ParentOrder> columns = new Columns<>(texts);
        table.setId("algos-table");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setTableMenuButtonVisible(true);
        table.accessibleTextProperty().bind(texts.bind("algos.title"));
        table.setPlaceholder(new EmptyState(MaterialDesignR.ROBOT_OUTLINE, texts.bind("algos.empty")));
        Comparator<ParentOrder> bySlippage =
                Comparator.comparingDouble(one -> one.findSlippageBps().orElse(0.0));
        table.getColumns()
                .setAll(List.of(
                        columns.words("algos.column.id", 48, one -> one.id().toString()),
                        columns.words("algos.column.kind", 150, one -> texts.word(one.kind())),
                        columns.words(
                                "algos.column.instrument",
                                84,
                                one -> one.instrument().symbol()),
                        columns.words(
                                "algos.column.side",
                                52,
                                one -> texts.word(one.side()),
                                one -> Tone.ofSign(one.side().sign())),
                        columns.figures(
                                "algos.column.filled",
                                130,
                                this::filled,
                                Comparator.comparingDouble(AlgosModel::progress)),
                        columns.words("algos.column.stage", 84, one -> texts.word(one.stage())),
                        columns.figures(
                                "algos.column.arrival",
                                76,
                                one -> price(one.arrival(), one),
                                Comparator.comparingDouble(one -> worth(one.arrival()))),
                        columns.figures(
                                "algos.column.average",
                                76,
                                one -> price(one.average(), one),
                                Comparator.comparingDouble(one -> worth(one.average()))),
                        columns.figures(
                                "algos.column.benchmark",
                                76,
                                one -> price(one.benchmark(), one),
                                Comparator.comparingDouble(one -> worth(one.benchmark()))),
                        columns.figures(
                                "algos.column.slippage",
                                64,
                                one -> one.findSlippageBps()
                                        .map(bps -> texts.figures().number(bps, 1))
                                        .orElse(""),
                                bySlippage,
                                one -> one.findSlippageBps()
                                        .map(bps -> Tone.ofSign(-Math.round(bps * 10)))
                                        .orElse(Tone.PLAIN)),
                        columns.figures(
                                "algos.column.fees",
                                104,
                                one -> texts.figures().money(one.fees()),
                                Comparator.comparingDouble(one -> one.fees().toDouble())),
                        columns.words("algos.column.reason", 260, one -> reasons.say(one.reason()))));
        table.setItems(model.rows());
        texts.figuresProperty().addListener(change -> table.refresh());
    }

    private String filled(ParentOrder parent) {
        return texts.figures().percent(100 * AlgosModel.progress(parent), 0) + "  "
                + texts.figures().quantity(parent.filled()) + " / "
                + texts.figures().quantity(parent.quantity());
    }

    private String price(@Nullable Price price, ParentOrder parent) {
        Instrument instrument = catalog.getInstrument(parent.instrument());
        return price == null
                ? ""
                : texts.figures()
                        .number(price.toDouble(), instrument.rules().tick().scale() + 1);
    }

    private static double worth(@Nullable Price price) {
        return price == null ? 0 : price.toDouble();
    }
}
