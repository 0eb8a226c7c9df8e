package io.sextant.ui.panel.blotter;

import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Segments;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Which list, a filter and what can be done in one line; the list below it. */
final class BlotterView extends VBox {

    private final BlotterModel model;
    private final Texts texts;
    private final ObjectProperty<BlotterTab> tab = new SimpleObjectProperty<>(BlotterTab.WORKING);
    private final LiveRows<Long, OrderChanged> changes = new LiveRows<>(OrderChanged::position);
    private final ChangeListener<HistoryRow> selectedChanged = (property, before, now) -> showChanges(now);
    private final TextField filter = new TextField();
    private final Button amend;
    private final Button cancel;
    private final Button cancelAll;
    private final Button export;
    private final TableView<LiveRow<Order>> working;
    private final TableView<LiveRow<HistoryRow>> history;
    private final TableView<LiveRow<Fill>> fills;

    BlotterView(BlotterModel model, BlotterWords words, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "blotter-panel");
        OrderTables tables = new OrderTables(texts, words);
        working = tables.working(model.working());
        history = tables.history(model.history());
        fills = tables.fills(model.fills());
        amend = button("amend", MaterialDesignP.PENCIL_OUTLINE);
        cancel = button("cancel", MaterialDesignC.CLOSE);
        cancelAll = button("cancel-all", MaterialDesignC.CLOSE_BOX_MULTIPLE_OUTLINE);
        export = button("export", MaterialDesignT.TRAY_ARROW_DOWN);
        SplitPane lives = new SplitPane(history, tables.changes(changes.list()));
        lives.setOrientation(Orientation.VERTICAL);
        lives.setDividerPositions(0.62);
        lives.getStyleClass().add("lives");
        StackPane body = new StackPane(
                showing(BlotterTab.WORKING, working),
                showing(BlotterTab.HISTORY, lives),
                showing(BlotterTab.FILLS, fills));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(bar(), body);
        filter.textProperty().addListener((property, before, text) -> model.filter(text, words));
        texts.figuresProperty().addListener(change -> model.filter(filter.getText(), words));
        history.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, row) -> followChanges(before, row));
    }

    ObjectProperty<BlotterTab> tab() {
        return tab;
    }

    TableView<LiveRow<Order>> working() {
        return working;
    }

    TableView<LiveRow<HistoryRow>> history() {
        return history;
    }

    TableView<LiveRow<Fill>> fills() {
        return fills;
    }

    TextField filter() {
        return filter;
    }

    Button amend() {
        return amend;
    }

    Button cancel() {
        return cancel;
    }

    Button cancelAll() {
        return cancelAll;
    }

    Button export() {
        return export;
    }

    private HBox bar() {
        Segments<BlotterTab> tabs = new Segments<>("blotter-tab", List.of(BlotterTab.values()), tab, this::tabTitle);
        tabs.setMinWidth(USE_PREF_SIZE);
        filter.setId("blotter-filter");
        filter.getStyleClass().add("compact");
        filter.promptTextProperty().bind(texts.bind("blotter.filter"));
        filter.accessibleTextProperty().bind(texts.bind("blotter.filter"));
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMaxWidth(280);
        HBox gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(tabs, filter, gap, amend, cancel, cancelAll, export);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        for (Button onlyForOrders : List.of(amend, cancel, cancelAll)) {
            onlyForOrders.visibleProperty().bind(tab.isEqualTo(BlotterTab.WORKING));
            onlyForOrders.managedProperty().bind(onlyForOrders.visibleProperty());
        }
        var nothingChosen = working.getSelectionModel().selectedItemProperty().isNull();
        amend.disableProperty().bind(nothingChosen);
        cancel.disableProperty().bind(nothingChosen);
        cancelAll.disableProperty().bind(Bindings.isEmpty(model.working()));
        return bar;
    }

    private ObservableValue<String> tabTitle(BlotterTab which) {
        FilteredList<?> rows = switch (which) {
            case WORKING -> model.working();
            case HISTORY -> model.history();
            case FILLS -> model.fills();
        };
        String name = which.name().toLowerCase(Locale.ROOT);
        ObservableList<?> all = rows;
        return Bindings.createStringBinding(
                () -> texts.get("blotter.tab." + name, texts.figures().count(all.size()))
                        .strip(),
                all,
                texts.figuresProperty());
    }

    private Node showing(BlotterTab which, Node node) {
        node.visibleProperty().bind(tab.isEqualTo(which));
        return node;
    }

    private Button button(String name, Ikon icon) {
        Button button = new Button();
        button.setId("blotter-" + name);
        button.setGraphic(new FontIcon(icon));
        button.textProperty().bind(texts.bind("blotter." + name));
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("blotter." + name + ".hint"));
        button.setTooltip(hint);
        return button;
    }

    /** Shows the changes of the selected order, also those still to come. */
    private void followChanges(@Nullable LiveRow<HistoryRow> before, @Nullable LiveRow<HistoryRow> row) {
        changes.clear();
        if (before != null) {
            before.value().removeListener(selectedChanged);
        }
        if (row == null) {
            return;
        }
        showChanges(row.get());
        row.value().addListener(selectedChanged);
    }

    private void showChanges(HistoryRow row) {
        changes.show(
                switch (row) {
                    case HistoryRow.Lived lived -> lived.life().changes();
                    case HistoryRow.Refused refused -> List.<OrderChanged>of();
                });
    }

    /** The order selected among the working ones. */
    Optional<Order> selectedOrder() {
        return Optional.ofNullable(working.getSelectionModel().getSelectedItem())
                .map(LiveRow::get);
    }
}
