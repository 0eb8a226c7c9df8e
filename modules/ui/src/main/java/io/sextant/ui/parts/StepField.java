package io.sextant.ui.parts;

import io.sextant.ui.i18n.Texts;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A number to type, its unit, and a step down and up: buttons, the arrow keys, ten steps with Shift. */
public final class StepField extends HBox {

    private static final int BIG_STEP = 10;

    private final TextField field = new TextField();
    private final Label unit = new Label();
    private final Button down = new Button();
    private final Button up = new Button();
    private IntConsumer onStep = steps -> {};

    /** {@code labelKey} names the number for a screen reader; the children's ids start with {@code id}. */
    public StepField(String id, String labelKey, Texts texts) {
        getStyleClass().add("step-field");
        setAlignment(Pos.CENTER_LEFT);
        field.setId(id);
        field.getStyleClass().add("figure-field");
        field.accessibleTextProperty().bind(texts.bind(labelKey));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::stepByKey);
        unit.getStyleClass().add("unit");
        unit.setMouseTransparent(true);
        StackPane framed = new StackPane(field, unit);
        StackPane.setAlignment(unit, Pos.CENTER_RIGHT);
        HBox.setHgrow(framed, Priority.ALWAYS);
        prepare(down, id + "-down", new FontIcon(MaterialDesignM.MINUS), -1);
        down.accessibleTextProperty().bind(texts.bind("parts.step.down"));
        prepare(up, id + "-up", new FontIcon(MaterialDesignP.PLUS), 1);
        up.accessibleTextProperty().bind(texts.bind("parts.step.up"));
        getChildren().addAll(framed, down, up);
    }

    public TextField field() {
        return field;
    }

    /** What the number counts, shown inside the field. */
    public Label unit() {
        return unit;
    }

    public void onStep(IntConsumer action) {
        onStep = action;
    }

    private void prepare(Button button, String id, FontIcon icon, int steps) {
        button.setId(id);
        button.setGraphic(icon);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setFocusTraversable(false);
        button.setOnAction(pressed -> onStep.accept(steps));
    }

    private void stepByKey(KeyEvent pressed) {
        if (pressed.isShortcutDown() || pressed.isAltDown()) {
            return;
        }
        int steps = pressed.isShiftDown() ? BIG_STEP : 1;
        switch (pressed.getCode()) {
            case UP -> onStep.accept(steps);
            case DOWN -> onStep.accept(-steps);
            default -> {
                return;
            }
        }
        field.end();
        pressed.consume();
    }
}
