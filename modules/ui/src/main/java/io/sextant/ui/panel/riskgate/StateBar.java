package io.sextant.ui.panel.riskgate;

import io.sextant.domain.order.GateState;
import io.sextant.domain.request.GateStatus;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.GateWords;
import io.sextant.ui.parts.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;

/** What the gate lets pass at all, why and since when; and how a person sets it. */
final class StateBar extends FlowPane {

    private static final double BESIDE_THE_STATE = 150;

    private final Texts texts;
    private final GateWords words;
    private final Label state = new Label();
    private final Label says = new Label();
    private final ComboBox<GateState> chosen = new ComboBox<>();
    private final TextField reason = new TextField();
    private final Button set = new Button();

    StateBar(RiskGateModel model, Texts texts, GateWords words) {
        this.texts = texts;
        this.words = words;
        getStyleClass().add("panel-bar");
        state.setId("gate-state");
        state.getStyleClass().add("gate-state");
        state.setMinWidth(USE_PREF_SIZE);
        says.setId("gate-says");
        says.setWrapText(true);
        chosen.setId("gate-choose-state");
        chosen.getItems().setAll(GateState.values());
        chosen.setValue(GateState.REDUCING);
        chosen.setConverter(new StringConverter<>() {
            @Override
            public String toString(GateState value) {
                return value == null ? "" : texts.get("gate.state." + value.name());
            }

            @Override
            public GateState fromString(String text) {
                return chosen.getValue();
            }
        });
        reason.setId("gate-state-reason");
        reason.promptTextProperty().bind(texts.bind("gate.set.reason"));
        set.setId("gate-set-state");
        set.textProperty().bind(texts.bind("gate.set.apply"));
        set.disableProperty().bind(reason.textProperty().isEmpty());
        Label label = new Label();
        label.textProperty().bind(texts.bind("gate.set.state"));
        label.setLabelFor(chosen);
        says.maxWidthProperty().bind(widthProperty().subtract(BESIDE_THE_STATE));
        setHgap(8);
        setVgap(4);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(state, says, label, chosen, reason, set);
        model.status().addListener((property, before, status) -> status.ifPresent(this::show));
        texts.figuresProperty().addListener(change -> model.status().get().ifPresent(this::show));
    }

    ComboBox<GateState> chosen() {
        return chosen;
    }

    TextField reason() {
        return reason;
    }

    Button set() {
        return set;
    }

    private void show(GateStatus status) {
        state.setText(texts.get("gate.state." + status.state().name()));
        switch (status.state()) {
            case ACTIVE -> Tone.UP.applyTo(state);
            case REDUCING -> Tone.WARNING.applyTo(state);
            case HALTED -> Tone.DOWN.applyTo(state);
        }
        StringBuilder sentence =
                new StringBuilder(texts.get("gate.says." + status.state().name()));
        if (!status.reason().isEmpty()) {
            sentence.append(' ').append(texts.get("gate.because", words.reason(status.reason())));
        }
        if (status.sinceNanos() > 0) {
            sentence.append(", ").append(texts.get("gate.since", texts.figures().dateTime(status.sinceNanos())));
        }
        says.setText(sentence.toString());
    }
}
