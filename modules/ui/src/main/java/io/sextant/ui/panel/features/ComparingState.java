package io.sextant.ui.panel.features;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.features.FeaturesModel.Comparing;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/** Why there is no comparison to be seen yet, and the way to have one. */
final class ComparingState extends VBox {

    ComparingState(String id, FeaturesModel model, Texts texts) {
        getStyleClass().add("empty-state");
        setId(id + "-state");
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(32, 32);
        turning.visibleProperty().bind(model.comparing.isEqualTo(Comparing.RUNNING));
        turning.managedProperty().bind(turning.visibleProperty());
        Label label = new Label();
        label.setWrapText(true);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> switch (model.comparing.get()) {
                            case IDLE -> texts.get("features.comparing.none");
                            case RUNNING -> texts.get("features.comparing.running");
                            case STOPPED -> texts.get("features.comparing.stopped");
                            case FAILED -> texts.get("features.failed", model.problem.get());
                        },
                        model.comparing,
                        model.problem,
                        texts.figuresProperty()));
        Button again = new Button();
        again.setId(id + "-again");
        again.getStyleClass().add("compact");
        again.textProperty().bind(texts.bind("features.again"));
        again.visibleProperty()
                .bind(model.comparing.isEqualTo(Comparing.STOPPED).or(model.comparing.isEqualTo(Comparing.FAILED)));
        again.managedProperty().bind(again.visibleProperty());
        again.setOnAction(pressed -> model.comparing.set(Comparing.IDLE));
        getChildren().addAll(turning, label, again);
    }
}
