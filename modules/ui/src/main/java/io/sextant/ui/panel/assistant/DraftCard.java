package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.assistant.AssistantNews.Drafted;
import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The open draft: exactly what would be sent, what that does, how long it waits. Only its own button or an explicit yes sends it. */
final class DraftCard extends VBox {

    private final VBox sends = new VBox();
    private final VBox effects = new VBox();

    /** @param confirm gives the yes for what is shown, unless it cannot be meant */
    DraftCard(AssistantModel model, Texts texts, Supplier<AssistantDesk> desk, Runnable confirm) {
        setId("assistant-draft");
        getStyleClass().add("assistant-draft");
        Label title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(texts.bind("assistant.draft.title"));
        effects.setId("assistant-draft-effects");
        sends.setId("assistant-draft-sends");
        ProgressBar left = new ProgressBar();
        left.setId("assistant-draft-left");
        left.setMaxWidth(Double.MAX_VALUE);
        left.progressProperty().bind(Bindings.createDoubleBinding(() -> share(model), model.secondsLeft, model.draft));
        left.accessibleTextProperty().bind(texts.bind("assistant.draft.left"));
        Label seconds = new Label();
        seconds.setId("assistant-draft-seconds");
        seconds.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "assistant.draft.seconds",
                                texts.figures().count((long) Math.ceil(model.secondsLeft.get()))),
                        model.secondsLeft,
                        texts.figuresProperty()));
        Button yes = button(texts, "confirm", confirm);
        yes.getStyleClass().add("accent");
        yes.disableProperty().bind(model.confirming.or(model.readable.not()));
        Button discard = button(
                texts,
                "discard",
                () -> model.draft.get().ifPresent(open -> desk.get().discard(open.id())));
        discard.disableProperty().bind(model.confirming);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox buttons = new HBox(8, yes, discard, left, seconds);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, sends, effects, buttons);
        visibleProperty().bind(model.draft.map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
        setMinHeight(USE_PREF_SIZE);
        model.draft.addListener((property, before, now) -> now.ifPresent(this::show));
        model.draft.get().ifPresent(this::show);
    }

    private static double share(AssistantModel model) {
        return model.draft
                .get()
                .map(open -> 1_000 * model.secondsLeft.get() / open.lifeMillis())
                .orElse(0.0);
    }

    private void show(Drafted draft) {
        fill(sends, draft.sends(), "assistant-sends");
        fill(effects, draft.effects(), "muted");
    }

    private static void fill(VBox box, List<String> sentences, String style) {
        box.getChildren().clear();
        for (String sentence : sentences) {
            Label label = new Label(sentence);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add(style);
            box.getChildren().add(label);
        }
    }

    private static Button button(Texts texts, String name, Runnable pressed) {
        Button button = new Button();
        button.setId("assistant-draft-" + name);
        button.textProperty().bind(texts.bind("assistant.draft." + name));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> pressed.run());
        button.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isAltDown()) {
                key.consume();
                button.fire();
            }
        });
        return button;
    }
}
