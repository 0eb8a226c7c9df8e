package io.sextant.ui.shell;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.shell.Toasts.Kind;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Engages at once, in one step; releases only for a reason that somebody types. */
final class KillSwitch {

    static final String ENGAGE_KEYS = "Shortcut+Shift+K";

    /** A kill switch that is not confirmed by then must be said: the person may have to act at the venue. */
    private static final Duration PATIENCE = Duration.seconds(2);

    private static final double CARD_WIDTH = 480;
    private static final int LEAST_REASON_LENGTH = 3;

    private final EngineBridge engine;
    private final Texts texts;
    private final Toasts toasts;
    private final Overlay overlay;
    private final BooleanBinding engaged;

    KillSwitch(EngineBridge engine, Texts texts, Toasts toasts, Overlay overlay, ObservableValue<DeskState> desk) {
        this.engine = engine;
        this.texts = texts;
        this.toasts = toasts;
        this.overlay = overlay;
        engaged = Bindings.createBooleanBinding(() -> desk.getValue().killSwitchEngaged(), desk);
    }

    BooleanBinding engagedProperty() {
        return engaged;
    }

    void engage() {
        submit(new EngageKillSwitch(texts.get("shell.kill.reason.window")), Kind.WARNING, "shell.kill.engaged");
    }

    void askToRelease() {
        Label title = new Label(texts.get("shell.kill.release.title"));
        title.getStyleClass().add("card-title");
        Label text = new Label(texts.get("shell.kill.release.text"));
        text.setWrapText(true);
        TextField reason = new TextField();
        reason.setId("release-reason");
        reason.setPromptText(texts.get("shell.kill.release.reason"));
        Button confirm = new Button(texts.get("shell.kill.release.confirm"));
        confirm.setId("release-confirm");
        confirm.getStyleClass().add("danger");
        confirm.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> reason.getText().strip().length() < LEAST_REASON_LENGTH, reason.textProperty()));
        Button cancel = new Button(texts.get("shell.kill.release.cancel"));
        cancel.setOnAction(done -> overlay.close());
        Runnable release = () -> {
            overlay.close();
            submit(new ReleaseKillSwitch(reason.getText().strip()), Kind.DONE, "shell.kill.released");
        };
        confirm.setOnAction(done -> release.run());
        reason.setOnAction(done -> {
            if (!confirm.isDisabled()) {
                release.run();
            }
        });
        HBox buttons = new HBox(cancel, confirm);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, text, reason, buttons);
        card.setId("release-card");
        card.getStyleClass().addAll("card", "dialog-card");
        card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
        overlay.open(card, Pos.CENTER, reason, () -> {});
    }

    private void submit(Command command, Kind kind, String textKey) {
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(late -> toasts.show(
                Kind.FAILURE, texts.get("shell.kill.unconfirmed.toast"), texts.get("shell.kill.unconfirmed.text")));
        patience.play();
        engine.submit(command).whenComplete((answer, failure) -> {
            patience.stop();
            switch (answer) {
                case null -> toasts.failed(failure);
                case Answer.Refused(var refusal) -> refused(refusal);
                case Answer.Done done -> toasts.show(kind, texts.get(textKey + ".toast"), texts.get(textKey + ".text"));
            }
        });
    }

    /** An engine that was not reached goes on: that has to be said as what it is. */
    private void refused(Refusal refusal) {
        Optional<LinkStatus> link = engine.linkProperty().get();
        boolean unreached = refusal.code() == RefusalCode.LINK_DOWN
                || refusal.code() == RefusalCode.LINK_STALE
                || refusal.code() == RefusalCode.LINK_LOST;
        if (unreached && link.isPresent()) {
            toasts.show(
                    Kind.FAILURE,
                    texts.get("link.kill.title", link.get().server()),
                    texts.get("link.kill.text", texts.refusal(refusal)));
        } else {
            toasts.refused(refusal);
        }
    }
}
