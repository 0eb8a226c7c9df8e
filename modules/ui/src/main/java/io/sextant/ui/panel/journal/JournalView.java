package io.sextant.ui.panel.journal;

import io.sextant.domain.event.Event;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.HeadlineTone;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Filter, kinds and pause above; what happened below, newest first. */
final class JournalView extends VBox {

    private final JournalModel model;
    private final Texts texts;
    private final ListView<Event> list = new ListView<>();
    private final TextField filter = new TextField();

    JournalView(JournalModel model, Texts texts, Function<Event, String> sentence) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "journal-panel");
        list.setId("journal-list");
        list.getStyleClass().add("journal-list");
        HeadlineTone tones = new HeadlineTone(texts);
        list.setCellFactory(unused -> new JournalCell(texts, sentence, tones));
        list.setPlaceholder(new EmptyState(MaterialDesignN.NOTEBOOK_OUTLINE, texts.bind("journal.empty")));
        list.accessibleTextProperty().bind(texts.bind("journal.title"));
        list.setItems(model.shown());
        texts.figuresProperty().addListener(change -> {
            model.showAll();
            list.refresh();
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(bar(), list);
    }

    ListView<Event> list() {
        return list;
    }

    TextField filter() {
        return filter;
    }

    /** Turns to a second line where it has no room for one. */
    private FlowPane bar() {
        filter.setId("journal-filter");
        filter.getStyleClass().add("compact");
        filter.promptTextProperty().bind(texts.bind("journal.filter"));
        filter.accessibleTextProperty().bind(texts.bind("journal.filter"));
        filter.textProperty().bindBidirectional(model.filter());
        filter.setPrefWidth(220);
        FlowPane bar = new FlowPane(filter);
        for (EntryKind kind : EntryKind.values()) {
            bar.getChildren().add(kindButton(kind));
        }
        bar.getChildren().add(pauseButton());
        bar.getStyleClass().add("wrap-bar");
        bar.setMinHeight(USE_PREF_SIZE);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private ToggleButton kindButton(EntryKind kind) {
        ToggleButton button = new ToggleButton();
        button.setId("journal-kind-" + kind.name().toLowerCase(Locale.ROOT));
        button.textProperty().bind(texts.bind("journal.kind." + kind.name()));
        button.getStyleClass().addAll("compact", "chip");
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(model.kinds().contains(kind));
        button.setOnAction(pressed -> {
            if (button.isSelected()) {
                model.kinds().add(kind);
            } else {
                model.kinds().remove(kind);
            }
        });
        return button;
    }

    private ToggleButton pauseButton() {
        ToggleButton pause = new ToggleButton();
        pause.setId("journal-pause");
        pause.setGraphic(new FontIcon(MaterialDesignP.PAUSE));
        pause.getStyleClass().add("compact");
        pause.setMinWidth(USE_PREF_SIZE);
        pause.selectedProperty().bindBidirectional(model.paused());
        pause.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.waiting().get() == 0
                                ? texts.get("journal.pause")
                                : texts.get(
                                        "journal.waiting",
                                        texts.figures().count(model.waiting().get()),
                                        model.waiting().get()),
                        model.waiting(),
                        texts.figuresProperty()));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("journal.pause.hint"));
        pause.setTooltip(hint);
        return pause;
    }
}
