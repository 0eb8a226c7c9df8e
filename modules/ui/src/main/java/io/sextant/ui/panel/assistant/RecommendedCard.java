package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.assistant.AssistantNews.Part;
import io.sextant.ui.assistant.AssistantNews.Recommended;
import io.sextant.ui.i18n.Texts;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** A rare signal with its evidence. Its button drafts, and the draft waits for its own yes. */
final class RecommendedCard extends VBox {

    private static final double MOST_HEIGHT = 150;

    private final TextFlow evidence = new TextFlow();
    private final Texts texts;
    private final ConversationPane.FigureChosen chosen;

    RecommendedCard(
            AssistantModel model, Texts texts, Supplier<AssistantDesk> desk, ConversationPane.FigureChosen chosen) {
        this.texts = texts;
        this.chosen = chosen;
        setId("assistant-recommended");
        getStyleClass().add("assistant-draft");
        Label title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(texts.bind("assistant.recommended.title"));
        evidence.setId("assistant-recommended-evidence");
        evidence.getStyleClass().add("assistant-evidence");
        evidence.setAccessibleRole(AccessibleRole.TEXT);
        ScrollPane scroll = new ScrollPane(evidence);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        // As high as its lines are once they are wrapped, and no higher.
        evidence.heightProperty().addListener((property, before, now) -> {
            double height = Math.min(MOST_HEIGHT, now.doubleValue() + 2);
            scroll.setMinHeight(height);
            scroll.setPrefHeight(height);
        });
        scroll.accessibleTextProperty().bind(texts.bind("assistant.recommended.title"));
        Button draft = button(model, "draft", desk, AssistantDesk::draftRecommended);
        draft.getStyleClass().add("accent");
        HBox buttons = new HBox(8, draft, button(model, "dismiss", desk, AssistantDesk::dismissRecommended));
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, scroll, buttons);
        visibleProperty().bind(model.recommended.map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
        model.recommended.addListener((property, before, now) -> now.ifPresent(this::show));
        model.recommended.get().ifPresent(this::show);
    }

    private void show(Recommended found) {
        evidence.getChildren().clear();
        ConversationPane.fill(evidence, found.evidence(), texts, chosen);
        evidence.setAccessibleText(found.evidence().stream().map(Part::text).collect(Collectors.joining()));
    }

    private Button button(
            AssistantModel model, String name, Supplier<AssistantDesk> desk, ObjLongConsumer<AssistantDesk> pressed) {
        Button button = new Button();
        button.setId("assistant-recommended-" + name);
        button.textProperty().bind(texts.bind("assistant.recommended." + name));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> model.recommended.get().ifPresent(open -> pressed.accept(desk.get(), open.id())));
        return button;
    }
}
