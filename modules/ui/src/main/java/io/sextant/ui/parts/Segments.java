package io.sextant.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A choice of one among few, side by side: one is always chosen; left and right change it. */
public final class Segments<E extends Enum<E>> extends HBox {

    private final Property<E> chosen;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<E> choices;

    /** The buttons' ids are {@code id} and the choice's name in lower case. */
    public Segments(
            String id, List<E> choices, Property<E> chosen, Function<E, ? extends ObservableValue<String>> label) {
        this.chosen = chosen;
        this.choices = List.copyOf(choices);
        getStyleClass().add("segments");
        setMaxHeight(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (E choice : choices) {
            ToggleButton button = new ToggleButton();
            button.setId(id + "-" + choice.name().toLowerCase(Locale.ROOT));
            button.textProperty().bind(label.apply(choice));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(0);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.getStyleClass().add(pill(choice));
            button.setOnAction(pressed -> choose(choice));
            buttons.add(button);
        }
        getChildren().addAll(buttons);
        chosen.addListener((property, before, now) -> mark());
        addEventFilter(KeyEvent.KEY_PRESSED, this::moveByKey);
        mark();
    }

    /** The button of a choice, for styling it further. */
    public ToggleButton button(E choice) {
        return buttons.get(choices.indexOf(choice));
    }

    private String pill(E choice) {
        if (choices.indexOf(choice) == 0) {
            return "left-pill";
        }
        return choices.indexOf(choice) == choices.size() - 1 ? "right-pill" : "center-pill";
    }

    private void choose(E choice) {
        chosen.setValue(choice);
        mark();
    }

    /** Also undoes what a press on the chosen button does: it would leave none chosen. */
    private void mark() {
        for (int i = 0; i < buttons.size(); i++) {
            boolean selected = choices.get(i) == chosen.getValue();
            buttons.get(i).setSelected(selected);
            buttons.get(i).setFocusTraversable(selected);
        }
    }

    private void moveByKey(KeyEvent pressed) {
        int step = switch (pressed.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        int next = choices.indexOf(chosen.getValue()) + step;
        if (step != 0 && !pressed.isShortcutDown()) {
            if (next >= 0 && next < choices.size()) {
                choose(choices.get(next));
                buttons.get(next).requestFocus();
            }
            pressed.consume();
        }
    }
}
