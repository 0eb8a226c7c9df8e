package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantNews.Briefed;
import io.sextant.ui.i18n.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The newest briefing that was written: open its page, save it on paper, or put it away. */
final class BriefedBar extends HBox {

    /** What is done with a briefing outside of the panel. */
    record Hands(Consumer<Briefed> open, Consumer<Briefed> save) {}

    BriefedBar(AssistantModel model, Texts texts, Hands hands) {
        super(8);
        setId("assistant-briefed");
        getStyleClass().add("assistant-draft");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        Label title = new Label();
        title.setId("assistant-briefed-title");
        title.textProperty()
                .bind(model.briefed.map(written -> written.map(Briefed::title).orElse("")));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        getChildren()
                .addAll(
                        title,
                        button(model, texts, "open", hands.open()),
                        button(model, texts, "save", hands.save()),
                        button(model, texts, "close", written -> model.briefed.set(Optional.empty())));
        visibleProperty().bind(model.briefed.map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
    }

    private static Button button(AssistantModel model, Texts texts, String name, Consumer<Briefed> pressed) {
        Button button = new Button();
        button.setId("assistant-briefed-" + name);
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind("assistant.briefed." + name));
        button.setOnAction(event -> model.briefed.get().ifPresent(pressed));
        return button;
    }
}
