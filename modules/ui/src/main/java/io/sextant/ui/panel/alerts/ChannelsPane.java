package io.sextant.ui.panel.alerts;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.ChannelTest;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.AlertWords;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Tone;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The ways out of the window with how their last test went, and the sheet of one beside them. */
final class ChannelsPane extends HBox {

    private final AlertsModel model;
    private final Texts texts;
    private final AlertWords words;
    private final TableView<LiveRow<AlertChannel>> table = new TableView<>();

    ChannelsPane(AlertsModel model, ChannelDraft draft, ChannelForm form, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new AlertWords(texts);
        ScrollPane side = new ScrollPane(form);
        side.getStyleClass().add("bare");
        side.setFitToWidth(true);
        side.setMinWidth(form.getMinWidth() + 16);
        side.visibleProperty().bind(draft.open);
        side.managedProperty().bind(draft.open);
        fill();
        HBox.setHgrow(table, Priority.ALWAYS);
        getChildren().addAll(table, side);
        model.book().addListener(change -> table.refresh());
        texts.figuresProperty().addListener(change -> table.refresh());
    }

    private void fill() {
        Columns<AlertChannel> columns = new Columns<>(texts);
        table.getColumns()
                .setAll(List.of(
                        columns.words("alerts.column.name", 120, AlertChannel::name),
                        columns.words(
                                "alerts.column.kind",
                                120,
                                one -> texts.get("alerts.kind." + one.kind().name())),
                        columns.words("alerts.column.to", 230, ChannelsPane::to),
                        columns.words(
                                "alerts.column.secret",
                                120,
                                one -> one.secret().map(VenueAccount::toString).orElse("")),
                        columns.words("alerts.column.test", 320, this::tested, this::testTone)));
        table.setItems(model.channels());
    }

    private static String to(AlertChannel channel) {
        return List.of("to", "chat", "url").stream()
                .map(key -> channel.option(key, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Optional<ChannelTest> findTest(AlertChannel channel) {
        return Optional.ofNullable(model.book().get().tests().get(channel.name()));
    }

    private String tested(AlertChannel channel) {
        return findTest(channel)
                .map(one -> one.result().map(words::delivery).orElseGet(() -> texts.get("alerts.test.waits")))
                .orElse("");
    }

    private Tone testTone(AlertChannel channel) {
        return findTest(channel)
                .flatMap(ChannelTest::result)
                .map(AlertsView::tone)
                .orElse(Tone.MUTED);
    }

    TableView<LiveRow<AlertChannel>> table() {
        return table;
    }

    Optional<AlertChannel> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(LiveRow::get);
    }

    /** Where its test is one key away. */
    void choose(String name) {
        table.getItems().stream()
                .filter(row -> row.get().name().equals(name))
                .findFirst()
                .ifPresent(row -> table.getSelectionModel().select(row));
    }
}
