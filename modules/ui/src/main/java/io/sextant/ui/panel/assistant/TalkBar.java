package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantDesk;
import io.sextant.ui.assistant.AssistantNews.ModelState;
import io.sextant.ui.i18n.Texts;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** Listens while its button is held, by mouse or space bar; shows how loud it is and what is understood up to now. */
final class TalkBar extends VBox {

    private static final double METER_WIDTH = 70;

    TalkBar(AssistantModel model, Texts texts, Supplier<AssistantDesk> desk) {
        Button talk = new Button();
        talk.setId("assistant-talk");
        talk.setGraphic(FontIcon.of(MaterialDesignM.MICROPHONE));
        talk.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(model.listening.get() ? "assistant.listening" : "assistant.talk"),
                        model.listening,
                        texts.figuresProperty()));
        talk.accessibleTextProperty().bind(texts.bind("assistant.talk.help"));
        talk.setMinWidth(USE_PREF_SIZE);
        talk.disableProperty().bind(unheard(model));
        talk.armedProperty().addListener((property, before, now) -> {
            if (now) {
                desk.get().listen();
            } else {
                desk.get().stopListening();
            }
        });
        ProgressBar meter = new ProgressBar();
        meter.setId("assistant-level");
        meter.setPrefWidth(METER_WIDTH);
        meter.setMinWidth(METER_WIDTH);
        meter.progressProperty().bind(model.level);
        meter.accessibleTextProperty().bind(texts.bind("assistant.level"));
        Label heard = new Label();
        heard.setId("assistant-heard");
        heard.getStyleClass().add("muted");
        heard.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.listening.get() || model.standingBy.get().isEmpty()
                                ? model.heard.get()
                                : texts.get("assistant.standing-by", model.standingBy.get()),
                        model.heard,
                        model.listening,
                        model.standingBy,
                        texts.figuresProperty()));
        heard.graphicProperty()
                .bind(model.standingBy.map(word -> word.isEmpty() ? null : FontIcon.of(MaterialDesignE.EAR_HEARING)));
        heard.setWrapText(true);
        heard.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heard, Priority.ALWAYS);
        Button hush = new Button();
        hush.setId("assistant-hush");
        hush.setGraphic(FontIcon.of(MaterialDesignV.VOLUME_OFF));
        hush.accessibleTextProperty().bind(texts.bind("assistant.hush"));
        hush.setOnAction(pressed -> desk.get().hush());
        HBox line = new HBox(6, talk, meter, heard, hush);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        setMinHeight(USE_PREF_SIZE);
    }

    private static ObservableValue<Boolean> unheard(AssistantModel model) {
        return model.standing.map(
                known -> known.state() != ModelState.READY || known.devices().isEmpty());
    }
}
