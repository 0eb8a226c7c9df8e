package io.sextant.ui.panel.alerts;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.Delivery;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.alerts.AlertsModel.Part;
import io.sextant.ui.parts.AlertWords;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Alerts with the sheet of one beside them, channels, or what fired. */
final class AlertsView extends VBox {

    private static final double ROW_HEIGHT = 26;

    private final AlertsModel model;
    private final Texts texts;
    private final AlertWords words;
    private final AlertForm form;
    private final TableView<LiveRow<AlertBook.Entry>> alerts = new TableView<>();
    private final TableView<LiveRow<AlertChannel>> channels;
    private final TableView<LiveRow<AlertBook.Told>> told = new TableView<>();
    private final Button add;
    private final Button edit;
    private final Button rest;
    private final Button remove;
    private final Button undo;
    private final Button addChannel;
    private final Button editChannel;
    private final Button test;
    private final Button drop;

    AlertsView(AlertsModel model, AlertDraft draft, AlertForm form, ChannelsPane channelsPane, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.form = form;
        words = new AlertWords(texts);
        channels = channelsPane.table();
        getStyleClass().addAll("panel", "sources-panel", "schedules-panel");
        add = button("add", MaterialDesignP.PLUS);
        edit = button("edit", MaterialDesignP.PENCIL_OUTLINE);
        rest = button("rest", MaterialDesignP.PAUSE);
        remove = button("remove", MaterialDesignD.DELETE_OUTLINE);
        undo = button("undo", MaterialDesignU.UNDO);
        addChannel = button("channel-add", MaterialDesignP.PLUS);
        editChannel = button("channel-edit", MaterialDesignP.PENCIL_OUTLINE);
        test = button("test", MaterialDesignS.SEND_OUTLINE);
        drop = button("drop", MaterialDesignD.DELETE_OUTLINE);
        BooleanBinding none = alerts.getSelectionModel().selectedItemProperty().isNull();
        List.of(edit, rest, remove).forEach(one -> one.disableProperty().bind(none));
        BooleanBinding noChannel =
                channels.getSelectionModel().selectedItemProperty().isNull();
        List.of(editChannel, test, drop).forEach(one -> one.disableProperty().bind(noChannel));
        List.of(add, edit, rest, remove).forEach(one -> only(one, Part.ALERTS));
        List.of(addChannel, editChannel, test, drop).forEach(one -> only(one, Part.CHANNELS));
        undo.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> model.removed().get().isPresent(), model.removed()));
        undo.managedProperty().bind(undo.visibleProperty());
        Segments<Part> parts = new Segments<>(
                "alerts-part", List.of(Part.values()), model.part(), one -> texts.bind("alerts.part." + one.name()));
        HBox bar = new HBox(parts, add, edit, rest, remove, undo, addChannel, editChannel, test, drop);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        ScrollPane side = new ScrollPane(form);
        side.getStyleClass().add("bare");
        side.setFitToWidth(true);
        side.setMinWidth(form.getMinWidth() + 16);
        side.visibleProperty().bind(draft.open.and(model.part().isEqualTo(Part.ALERTS)));
        side.managedProperty().bind(side.visibleProperty());
        fillAlerts();
        prepare(channels, "alerts-channels", Part.CHANNELS, MaterialDesignS.SEND_OUTLINE);
        channelsPane.visibleProperty().bind(channels.visibleProperty());
        fillTold();
        StackPane tables = new StackPane(alerts, channelsPane, told);
        HBox body = new HBox(tables, side);
        HBox.setHgrow(tables, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(bar, body);
        texts.figuresProperty().addListener(change -> List.of(alerts, told).forEach(TableView::refresh));
    }

    private void only(Button button, Part part) {
        button.visibleProperty().bind(model.part().isEqualTo(part));
        button.managedProperty().bind(button.visibleProperty());
    }

    private Button button(String name, Ikon icon) {
        Button button = new Button();
        button.setId("alerts-" + name);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind("alerts." + name));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("alerts." + name + ".hint"));
        button.setTooltip(hint);
        return button;
    }

    private <T> void prepare(TableView<LiveRow<T>> table, String id, Part part, Ikon icon) {
        table.setId(id);
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("alerts.part." + part.name()));
        table.setPlaceholder(new EmptyState(icon, texts.bind("alerts.empty." + part.name())));
        table.visibleProperty().bind(model.part().isEqualTo(part));
    }

    private void fillAlerts() {
        prepare(alerts, "alerts-list", Part.ALERTS, MaterialDesignB.BELL_OUTLINE);
        Columns<AlertBook.Entry> columns = new Columns<>(texts);
        alerts.getColumns()
                .setAll(List.of(
                        columns.words(
                                "alerts.column.name", 190, entry -> entry.plan().name()),
                        columns.words(
                                "alerts.column.condition",
                                300,
                                entry -> words.condition(entry.plan().condition())),
                        columns.words(
                                "alerts.column.priority",
                                80,
                                entry -> texts.get(
                                        "alerts.priority." + entry.plan().priority())),
                        columns.words("alerts.column.state", 110, this::state),
                        columns.figures(
                                "alerts.column.fired",
                                60,
                                entry -> texts.figures().count(entry.state().fired()),
                                Comparator.comparingInt(entry -> entry.state().fired())),
                        columns.words(
                                "alerts.column.by",
                                140,
                                entry -> String.join(", ", entry.plan().channels()))));
        alerts.setItems(model.alerts());
    }

    private String state(AlertBook.Entry entry) {
        AlertPlan plan = entry.plan();
        return texts.get("alerts.state."
                + (plan.paused() ? "RESTS" : entry.state().phase().name()));
    }

    private void fillTold() {
        prepare(told, "alerts-told", Part.HISTORY, MaterialDesignH.HISTORY);
        Columns<AlertBook.Told> columns = new Columns<>(texts);
        told.getColumns()
                .setAll(List.of(
                        columns.times(
                                "alerts.column.when",
                                140,
                                one -> one.firing().marketNanos(),
                                nanos -> texts.figures().dateTime(nanos)),
                        columns.words(
                                "alerts.column.name", 180, one -> one.firing().alert()),
                        columns.words("alerts.column.what", 360, one -> words.fired(one.firing())),
                        columns.words("alerts.column.deliveries", 460, this::deliveries, AlertsView::worst)));
        told.setItems(model.told());
    }

    private String deliveries(AlertBook.Told one) {
        return one.deliveries().each().isEmpty()
                ? texts.get("alerts.window.only")
                : one.deliveries().each().stream()
                        .map(sent -> sent.channel() + ": " + words.delivery(sent))
                        .collect(Collectors.joining("; "));
    }

    private static Tone worst(AlertBook.Told one) {
        return one.deliveries().each().stream()
                .map(AlertsView::tone)
                .filter(tone -> tone == Tone.WARNING)
                .findFirst()
                .orElse(Tone.PLAIN);
    }

    static Tone tone(Delivery sent) {
        return switch (sent.stage()) {
            case UNDELIVERED, UNKNOWN -> Tone.WARNING;
            case WAITING, SENDING -> Tone.MUTED;
            case DELIVERED -> Tone.PLAIN;
        };
    }

    TableView<LiveRow<AlertBook.Entry>> alerts() {
        return alerts;
    }

    AlertForm form() {
        return form;
    }

    Button add() {
        return add;
    }

    Button edit() {
        return edit;
    }

    Button rest() {
        return rest;
    }

    Button remove() {
        return remove;
    }

    Button undo() {
        return undo;
    }

    Button addChannel() {
        return addChannel;
    }

    Button editChannel() {
        return editChannel;
    }

    Button test() {
        return test;
    }

    Button drop() {
        return drop;
    }
}
