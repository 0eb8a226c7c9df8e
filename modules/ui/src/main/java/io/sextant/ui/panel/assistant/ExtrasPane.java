package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantExtras;
import io.sextant.ui.assistant.OwnModelWish;
import io.sextant.ui.i18n.Texts;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the assistant does by itself, and the language model that a person brings; what is typed counts when it is left or entered. */
final class ExtrasPane extends VBox {

    private static final double TIME_WIDTH = 66;
    private static final double ADDRESS_WIDTH = 210;
    private static final double MODEL_WIDTH = 130;

    private final AssistantModel model;
    private final Texts texts;
    private final CheckBox on = box("own-model");
    private final CheckBox keyed = box("own-model-keyed");
    private final TextField address = field("own-model-address", ADDRESS_WIDTH);
    private final TextField name = field("own-model-name", MODEL_WIDTH);
    private final TextField time = field("briefing-at", TIME_WIDTH);
    private final Label wrong = new Label();

    ExtrasPane(AssistantModel model, Texts texts) {
        super(6);
        this.model = model;
        this.texts = texts;
        setId("assistant-extras");
        getStyleClass().add("assistant-state");
        AssistantExtras extras = model.wishes.get().extras();
        CheckBox recommends = box("recommends");
        recommends.textProperty().bind(texts.bind("assistant.recommends"));
        recommends.setSelected(extras.recommends());
        recommends.selectedProperty().addListener((property, before, now) -> wish(extras().withRecommends(now)));
        getChildren().addAll(recommends, briefing(extras), ownModel(extras.ownModel()), about());
        wrong.setId("assistant-extras-wrong");
        wrong.getStyleClass().add("warn");
        wrong.setWrapText(true);
        wrong.setMinHeight(USE_PREF_SIZE);
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        getChildren().add(wrong);
        setMinHeight(USE_PREF_SIZE);
    }

    private Node briefing(AssistantExtras extras) {
        Label at = new Label();
        at.textProperty().bind(texts.bind("assistant.briefing-at"));
        time.accessibleTextProperty().bind(texts.bind("assistant.briefing-at"));
        time.promptTextProperty().bind(texts.bind("assistant.briefing-at.prompt"));
        time.setText(extras.briefingAt().map(LocalTime::toString).orElse(""));
        onLeft(time, this::takeTime);
        return row(at, time);
    }

    private Node ownModel(OwnModelWish wish) {
        on.textProperty().bind(texts.bind("assistant.own-model"));
        on.setSelected(wish.on());
        address.setText(wish.address());
        address.promptTextProperty().bind(texts.bind("assistant.own-model.address"));
        address.accessibleTextProperty().bind(texts.bind("assistant.own-model.address"));
        name.setText(wish.model());
        name.promptTextProperty().bind(texts.bind("assistant.own-model.name"));
        name.accessibleTextProperty().bind(texts.bind("assistant.own-model.name"));
        keyed.textProperty().bind(texts.bind("assistant.own-model.keyed"));
        keyed.setSelected(wish.keyed());
        on.selectedProperty().addListener((property, before, now) -> takeModel());
        keyed.selectedProperty().addListener((property, before, now) -> takeModel());
        onLeft(address, this::takeModel);
        onLeft(name, this::takeModel);
        return row(on, address, name, keyed);
    }

    private Node about() {
        Label about = new Label();
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.textProperty().bind(texts.bind("assistant.own-model.about"));
        return about;
    }

    private void takeModel() {
        wish(extras().with(new OwnModelWish(
                on.isSelected(), address.getText().strip(), name.getText().strip(), keyed.isSelected())));
    }

    private void takeTime() {
        String typed = time.getText().strip();
        try {
            wish(extras().with(typed.isEmpty() ? Optional.<LocalTime>empty() : Optional.of(LocalTime.parse(typed))));
            wrong.setText("");
        } catch (DateTimeException notOne) {
            wrong.setText(texts.get("assistant.briefing-at.wrong", typed));
        }
    }

    private AssistantExtras extras() {
        return model.wishes.get().extras();
    }

    private void wish(AssistantExtras wished) {
        if (!wished.equals(extras())) {
            model.wishes.set(model.wishes.get().with(wished));
        }
    }

    private static void onLeft(TextField field, Runnable taken) {
        field.setOnAction(entered -> taken.run());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                taken.run();
            }
        });
    }

    private static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(6, 4, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(USE_PREF_SIZE);
        return row;
    }

    private static CheckBox box(String id) {
        CheckBox box = new CheckBox();
        box.setId("assistant-" + id);
        return box;
    }

    private static TextField field(String id, double width) {
        TextField field = new TextField();
        field.setId("assistant-" + id);
        field.getStyleClass().add("compact");
        field.setPrefWidth(width);
        return field;
    }
}
