package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Where sentences are typed: Tab takes the completion that is marked, Up and Down choose one or go through what was said before. */
final class SayField extends VBox {

    private static final int COMPLETIONS = 5;
    private static final double ROW_HEIGHT = 24;

    private final TextField typed = new TextField();
    private final ListView<String> completions = new ListView<>();
    private final AssistantModel model;
    private final Supplier<AssistantDesk> desk;
    /** Old sentences and taken completions are not completed again. */
    private boolean quiet;

    SayField(AssistantModel model, Texts texts, Supplier<AssistantDesk> desk) {
        this.model = model;
        this.desk = desk;
        typed.setId("assistant-say");
        typed.promptTextProperty().bind(texts.bind("assistant.say.prompt"));
        typed.accessibleTextProperty().bind(texts.bind("assistant.say.prompt"));
        typed.textProperty().addListener(changed -> complete());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        typed.focusedProperty().addListener(moved -> complete());
        HBox.setHgrow(typed, Priority.ALWAYS);
        completions.setId("assistant-completions");
        completions.setFixedCellSize(ROW_HEIGHT);
        completions.setFocusTraversable(false);
        completions.accessibleTextProperty().bind(texts.bind("assistant.completions"));
        completions.visibleProperty().bind(Bindings.isNotEmpty(completions.getItems()));
        completions.managedProperty().bind(completions.visibleProperty());
        completions.setOnMouseClicked(clicked -> take());
        Button send = new Button();
        send.setId("assistant-send");
        send.setGraphic(FontIcon.of(MaterialDesignS.SEND));
        send.accessibleTextProperty().bind(texts.bind("assistant.send"));
        send.disableProperty().bind(Bindings.isEmpty(typed.textProperty()));
        send.setOnAction(pressed -> send());
        HBox line = new HBox(6, typed, send);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(completions, line);
        setMinHeight(USE_PREF_SIZE);
    }

    void focusFirst() {
        typed.requestFocus();
    }

    private void send() {
        String sentence = typed.getText().strip();
        if (!sentence.isEmpty()) {
            typed.clear();
            desk.get().say(sentence);
        }
    }

    private void complete() {
        String begun = typed.getText().strip();
        List<String> found = quiet || begun.isEmpty() || !typed.isFocused()
                ? List.of()
                : desk.get().complete(begun, COMPLETIONS);
        double height = found.size() * ROW_HEIGHT + 2;
        completions.setMinHeight(height);
        completions.setPrefHeight(height);
        completions.setMaxHeight(height);
        completions.getItems().setAll(found);
        completions.getSelectionModel().clearSelection();
    }

    private void steer(KeyEvent pressed) {
        boolean offered = !completions.getItems().isEmpty();
        switch (pressed.getCode()) {
            case ENTER -> {
                if (completions.getSelectionModel().isEmpty()) {
                    send();
                } else {
                    take();
                }
            }
            case TAB -> {
                if (!offered || pressed.isShiftDown()) {
                    return;
                }
                if (completions.getSelectionModel().isEmpty()) {
                    completions.getSelectionModel().selectFirst();
                }
                take();
            }
            case DOWN -> {
                if (offered) {
                    completions.getSelectionModel().selectNext();
                } else {
                    put(model.said(-1));
                }
            }
            case UP -> {
                if (offered && !completions.getSelectionModel().isEmpty()) {
                    completions.getSelectionModel().selectPrevious();
                } else {
                    put(model.said(1));
                }
            }
            case ESCAPE -> {
                if (!offered) {
                    return;
                }
                completions.getItems().clear();
            }
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void take() {
        String chosen = completions.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            put(chosen);
        }
    }

    private void put(String sentence) {
        quiet = true;
        typed.setText(sentence);
        typed.positionCaret(sentence.length());
        quiet = false;
        complete(List.of());
    }

    private void complete(List<String> none) {
        completions.getItems().setAll(none);
    }
}
