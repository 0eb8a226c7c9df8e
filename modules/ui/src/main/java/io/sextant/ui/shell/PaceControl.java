package io.sextant.ui.shell;

import io.sextant.domain.request.DeskState;
import io.sextant.ui.i18n.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Pause and speed of the market as one row of buttons; the one that holds is marked. */
final class PaceControl {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int ICON_SIZE = 15;

    private final Texts texts;
    private final MarketPace pace;
    private final HBox row = new HBox();
    private final Button pause = new Button();
    private final FontIcon pauseIcon = FontIcon.of(MaterialDesignP.PAUSE, ICON_SIZE);
    private final Tooltip pauseHint = new Tooltip();
    private final Map<Double, Button> steps = new LinkedHashMap<>();

    PaceControl(Texts texts, MarketPace pace, ObservableValue<DeskState> desk) {
        this.texts = texts;
        this.pace = pace;
        row.getStyleClass().add("pace");
        row.setAlignment(Pos.CENTER_LEFT);
        row.accessibleTextProperty().bind(texts.bind("shell.pace.label"));
        row.visibleProperty().bind(pace.changeableProperty());
        row.managedProperty().bind(row.visibleProperty());
        pause.setId("pace-pause");
        pause.setGraphic(pauseIcon);
        pause.setTooltip(pauseHint);
        pause.setOnAction(done -> pace.togglePause());
        pause.getStyleClass().add("pace-button");
        row.getChildren().add(pause);
        for (double step : MarketPace.STEPS) {
            Button button = new Button();
            button.setId(Double.isInfinite(step) ? "pace-max" : "pace-" + Math.round(step));
            button.getStyleClass().add("pace-button");
            button.setOnAction(done -> pace.set(step));
            steps.put(step, button);
            row.getChildren().add(button);
        }
        desk.addListener((property, before, after) -> {
            if (before.paused() != after.paused() || before.timesRealTime() != after.timesRealTime()) {
                render();
            }
        });
        texts.figuresProperty().addListener(changed -> render());
        render();
    }

    Node view() {
        return row;
    }

    private void render() {
        boolean paused = pace.pausedProperty().get();
        pauseIcon.setIconCode(paused ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE);
        pauseHint.setText(texts.get(paused ? "shell.pace.resume" : "shell.pace.pause"));
        pause.setAccessibleText(pauseHint.getText());
        pause.pseudoClassStateChanged(SELECTED, paused);
        steps.forEach((step, button) -> {
            button.setText(MarketPace.name(texts, step));
            button.pseudoClassStateChanged(SELECTED, !paused && step == pace.times());
        });
    }
}
