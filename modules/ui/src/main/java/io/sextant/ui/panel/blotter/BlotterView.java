package io.sextant.ui.panel.blotter;

import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Segments;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Which list, a filter and what can be done in one line; the list below it. */
final class BlotterView extends VBox {

    private static final Set<String> CHANGING = Set.of("blotter-menu-amend", "blotter-menu-cancel");

    private final BlotterModel model;
    private final Texts texts;
    private final ObjectProperty<BlotterTab> tab = new SimpleObjectProperty<>(BlotterTab.WORKING);
    private final LiveRows<Long, OrderChanged> changes = new LiveRows<>(OrderChanged::position);
    private final ChangeListener<HistoryRow> selectedChanged = (property, before, now) -> showChanges(now);
    private final TextField filter = new TextField();
    private final Button amend;
    private final Button cancel;
    private final Button cancelAll;
    private final Button life = new Button();
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
        dress(life, "blotter-life", MaterialDesignB.BOOK_OPEN_VARIANT, "life.button");
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

    Button life() {
        return life;
    }

    Button export() {
        return export;
    }

    /** Turns to a second line where it has no room for one. */
    private FlowPane bar() {
        Segments<BlotterTab> tabs = new Segments<>("blotter-tab", List.of(BlotterTab.values()), tab, this::tabTitle);
        tabs.setMinWidth(USE_PREF_SIZE);
        filter.setId("blotter-filter");
        filter.getStyleClass().add("compact");
        filter.promptTextProperty().bind(texts.bind("blotter.filter"));
        filter.accessibleTextProperty().bind(texts.bind("blotter.filter"));
        filter.setPrefWidth(200);
        FlowPane bar = new FlowPane(tabs, filter, life, amend, cancel, cancelAll, export);
        bar.getStyleClass().add("wrap-bar");
        bar.setMinHeight(USE_PREF_SIZE);
        bar.setAlignment(Pos.CENTER_LEFT);
        for (Button onlyForOrders : List.of(amend, cancel, cancelAll)) {
            onlyForOrders.visibleProperty().bind(tab.isEqualTo(BlotterTab.WORKING));
            onlyForOrders.managedProperty().bind(onlyForOrders.visibleProperty());
        }
        var nothingChosen = working.getSelectionModel().selectedItemProperty().isNull();
        amend.disableProperty().bind(nothingChosen);
        cancel.disableProperty().bind(nothingChosen);
        life.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> selectedId().isEmpty(),
                        tab,
                        working.getSelectionModel().selectedItemProperty(),
                        history.getSelectionModel().selectedItemProperty(),
                        fills.getSelectionModel().selectedItemProperty()));
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
        dress(button, "blotter-" + name, icon, "blotter." + name);
        return button;
    }

    private void dress(Button button, String id, Ikon icon, String textKey) {
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.textProperty().bind(texts.bind(textKey));
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind(textKey + ".hint"));
        button.setTooltip(hint);
    }

    /** What can be done with the row under the mouse. {@code forbidden} says why who sits here may change no order. */
    ContextMenu menu(
            TableView<?> table,
            Supplier<Optional<String>> forbidden,
            Runnable tell,
            Runnable amends,
            Runnable cancels) {
        ContextMenu menu = new ContextMenu(item("life.menu", "blotter-menu-life", tell));
        if (table == working) {
            menu.getItems()
                    .addAll(
                            item("blotter.action.amend", "blotter-menu-amend", amends),
                            item("blotter.action.cancel", "blotter-menu-cancel", cancels));
        }
        MenuItem reason = new MenuItem();
        reason.setId("blotter-menu-forbidden");
        reason.setDisable(true);
        menu.setOnShowing(showing -> {
            boolean onRow = selectedId().isPresent();
            Optional<String> why = table == working ? forbidden.get() : Optional.empty();
            menu.getItems().remove(reason);
            menu.getItems()
                    .forEach(item -> item.setDisable(!onRow || (why.isPresent() && CHANGING.contains(item.getId()))));
            why.ifPresent(words -> {
                reason.setText(words);
                menu.getItems().add(reason);
            });
        });
        return menu;
    }

    private MenuItem item(String textKey, String id, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(texts.bind(textKey));
        item.setOnAction(pressed -> action.run());
        return item;
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
        return selectedIn(working);
    }

    /** The order of the selected row of the list in sight; a draft that was refused never was one. */
    Optional<OrderId> selectedId() {
        return switch (tab.get()) {
            case WORKING -> selectedOrder().map(Order::id);
            case HISTORY ->
                selectedIn(history).flatMap(row -> switch (row) {
                    case HistoryRow.Lived lived ->
                        Optional.of(lived.life().order().id());
                    case HistoryRow.Refused refused -> Optional.<OrderId>empty();
                });
            case FILLS -> selectedIn(fills).map(Fill::order);
        };
    }

    /** The middle of the selected row on the screen, of the whole list where the row is out of sight. */
    Point2D selectedPlace() {
        TableView<?> table = switch (tab.get()) {
            case WORKING -> working;
            case HISTORY -> history;
            case FILLS -> fills;
        };
        int selected = table.getSelectionModel().getSelectedIndex();
        Node place = table.lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && !row.isEmpty() && row.getIndex() == selected)
                .findFirst()
                .orElse(table);
        Bounds bounds = place.localToScreen(place.getBoundsInLocal());
        double visibleWidth = Math.min(bounds.getWidth(), table.getWidth());
        return new Point2D(bounds.getMinX() + visibleWidth / 2, bounds.getMinY());
    }

    private static <T> Optional<T> selectedIn(TableView<LiveRow<T>> table) {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(LiveRow::get);
    }
}
