package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.assistant.AssistantNews.Standing;
import io.sextant.ui.i18n.Texts;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Settings above, the conversation in the middle, the open draft and what to say below. */
final class AssistantView extends VBox {

    private static final int SUGGESTIONS = 6;

    private final SayField say;

    AssistantView(
            AssistantModel model,
            Texts texts,
            Supplier<AssistantDesk> desk,
            ConversationPane.FigureChosen chosen,
            SetupPane.Picking picking,
            BriefedBar.Hands briefings,
            Runnable confirm) {
        getStyleClass().addAll("panel", "assistant-panel");
        ConversationPane conversation = new ConversationPane(model, texts, chosen);
        VBox.setVgrow(conversation, Priority.ALWAYS);
        say = new SayField(model, texts, desk);
        VBox below = new VBox(
                6,
                new BriefedBar(model, texts, briefings),
                new RecommendedCard(model, texts, desk, chosen),
                new DraftCard(model, texts, desk, confirm),
                suggestions(model, desk),
                say,
                new TalkBar(model, texts, desk));
        below.getStyleClass().add("assistant-below");
        below.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new SetupPane(model, texts, desk, picking), conversation, below);
    }

    void focusFirst() {
        say.focusFirst();
    }

    /** Gone once something was said: they take the place that answers need. */
    private static FlowPane suggestions(AssistantModel model, Supplier<AssistantDesk> desk) {
        FlowPane row = new FlowPane(6, 4);
        row.setId("assistant-suggestions");
        row.setMinHeight(USE_PREF_SIZE);
        fill(row, model.standing.get(), desk);
        model.standing.addListener((property, before, now) -> fill(row, now, desk));
        row.visibleProperty().bind(Bindings.isEmpty(model.lines));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static void fill(FlowPane row, Standing known, Supplier<AssistantDesk> desk) {
        row.getChildren().clear();
        known.suggestions().stream().limit(SUGGESTIONS).forEach(sentence -> {
            Button chip = new Button(sentence);
            chip.getStyleClass().addAll("chip", "compact");
            chip.setOnAction(pressed -> desk.get().say(sentence));
            row.getChildren().add(chip);
        });
    }
}
