package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.GateWords;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The foot of the ticket: why not, the button, the question, and the answer. */
final class ConfirmArea extends VBox {

    private enum Mood {
        QUIET,
        NO,
        DONE
    }

    private static final PseudoClass NO = PseudoClass.getPseudoClass("no");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass ENDING = PseudoClass.getPseudoClass("ending");
    private static final PseudoClass SELLING = PseudoClass.getPseudoClass("selling");

    private final TicketModel model;
    private final Texts texts;
    private final TicketWords words;
    private final Label message = new Label();
    private final FontIcon messageIcon = new FontIcon(MaterialDesignI.INFORMATION_OUTLINE);
    private final Button review = new Button();
    private final Label reviewKeys = new Label();
    private final Label mode = new Label();
    private final Label question = new Label();
    private final Button back = new Button();
    private final Button send = new Button();
    private final VBox card;
    private final Button override = new Button();
    private final TextField overrideReason = new TextField();
    private final VBox overriding;
    private final Overriding choices;

    ConfirmArea(TicketModel model, Texts texts, TicketWords words) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        getStyleClass().add("confirm-area");
        message.setId("ticket-message");
        message.getStyleClass().add("ticket-message");
        message.setGraphic(messageIcon);
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        review.setId("ticket-review");
        review.getStyleClass().add("review-button");
        review.setMaxWidth(Double.MAX_VALUE);
        reviewKeys.getStyleClass().add("key-hint");
        reviewKeys.textProperty().bind(texts.bind("ticket.review.keys"));
        card = card();
        choices = new Overriding(model);
        overriding = overriding();
        getChildren().addAll(message, overriding, card, review, reviewKeys);
        model.entry().addListener(change -> show());
        model.preview().addListener(change -> show());
        model.previewCurrent().addListener(change -> show());
        model.stage().addListener(change -> show());
        model.barrier().addListener(change -> show());
        model.side().addListener(change -> show());
        model.desk().addListener(change -> showMode());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    /** Sends the refused draft past the one control that refused it. */
    Button override() {
        return override;
    }

    TextField overrideReason() {
        return overrideReason;
    }

    private VBox overriding() {
        overrideReason.setId("ticket-override-reason");
        overrideReason.promptTextProperty().bind(texts.bind("gate.override.prompt"));
        override.setId("ticket-override");
        override.getStyleClass().add("danger");
        override.setMaxWidth(Double.MAX_VALUE);
        override.disableProperty().bind(overrideReason.textProperty().isEmpty());
        VBox made = new VBox(4, overrideReason, override);
        made.setId("ticket-overriding");
        return made;
    }

    private void showOverriding() {
        Optional<GateControl> control = choices.control();
        overriding.setVisible(control.isPresent());
        overriding.setManaged(control.isPresent());
        control.ifPresent(one -> override.setText(texts.get("gate.override.send", new GateWords(texts).control(one))));
    }

    Button review() {
        return review;
    }

    Button back() {
        return back;
    }

    Button send() {
        return send;
    }

    private VBox card() {
        mode.getStyleClass().add("mode-tag");
        question.setId("ticket-question");
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        question.getStyleClass().add("question");
        back.setId("ticket-back");
        back.textProperty().bind(texts.bind("ticket.back"));
        back.setMinWidth(USE_PREF_SIZE);
        send.setId("ticket-send");
        send.setMaxWidth(Double.MAX_VALUE);
        send.getStyleClass().add("send-button");
        HBox.setHgrow(send, Priority.ALWAYS);
        HBox buttons = new HBox(back, send);
        buttons.getStyleClass().add("confirm-buttons");
        VBox made = new VBox(mode, question, buttons);
        made.setId("ticket-confirmation");
        made.getStyleClass().add("confirmation");
        return made;
    }

    private void show() {
        TicketStage stage = model.stage().get();
        boolean asks = stage instanceof TicketStage.Confirming
                || stage instanceof TicketStage.Sending
                || stage instanceof TicketStage.Unanswered;
        card.setVisible(asks);
        card.setManaged(asks);
        review.setVisible(!asks);
        review.setManaged(!asks);
        reviewKeys.setVisible(!asks);
        reviewKeys.setManaged(!asks);
        review.setDisable(!model.mayConfirm());
        review.setText(model.instrument()
                .get()
                .flatMap(instrument -> entryAct().map(act -> words.buttonText(act, instrument)))
                .orElseGet(() ->
                        texts.get("ticket.review.none." + model.side().get().name())));
        boolean selling =
                model.onShow().map(OrderDraft::side).orElse(model.side().get()).sign() < 0;
        boolean trades = stage.boundAct().isEmpty() || model.actOnShow().isPresent();
        pseudoClassStateChanged(SELLING, trades && selling);
        pseudoClassStateChanged(ENDING, !trades);
        showMode();
        showOverriding();
        showStage(stage);
    }

    private void showMode() {
        mode.setText(model.desk().get().map(DeskState::mode).map(texts::word).orElse(""));
        mode.getStyleClass()
                .setAll(
                        "label",
                        "mode-tag",
                        model.desk()
                                .get()
                                .map(desk -> desk.mode().name().toLowerCase(Locale.ROOT))
                                .orElse("unknown"));
    }

    private Optional<TicketAct.Send> entryAct() {
        return model.entry().get() instanceof TicketEntry.Ready ready ? Optional.of(ready.act()) : Optional.empty();
    }

    private void showStage(TicketStage stage) {
        Optional<Instrument> instrument = model.instrument().get();
        send.setDisable(
                stage instanceof TicketStage.Sending || model.barrier().get().isPresent());
        back.setDisable(stage instanceof TicketStage.Sending);
        send.setText(sendText(stage));
        question.setText(instrument
                .flatMap(shown -> stage.boundAct().map(act -> words.question(act, shown)))
                .orElse(""));
        switch (stage) {
            case TicketStage.Editing editing -> sayWhyNot();
            case TicketStage.Confirming confirming ->
                say(Mood.NO, model.barrier().get().map(texts::refusal).orElse(""), MaterialDesignC.CANCEL);
            case TicketStage.Sending sending ->
                say(Mood.QUIET, texts.get("ticket.sending"), MaterialDesignT.TIMER_SAND);
            case TicketStage.Sent sent ->
                say(
                        Mood.DONE,
                        instrument.map(shown -> words.progress(sent, shown)).orElse(""),
                        MaterialDesignC.CHECK_CIRCLE_OUTLINE);
            case TicketStage.Lapsed lapsed ->
                say(
                        Mood.NO,
                        instrument
                                .map(shown -> texts.get(
                                        "ticket.lapsed",
                                        texts.figures().price(Optional.of(lapsed.was()), shown),
                                        texts.figures().price(Optional.of(lapsed.now()), shown)))
                                .orElse(""),
                        MaterialDesignA.ALERT_OUTLINE);
            case TicketStage.Outdated outdated ->
                say(Mood.NO, texts.get("ticket.outdated"), MaterialDesignA.ALERT_OUTLINE);
            case TicketStage.Refused refused -> say(Mood.NO, texts.refusal(refused.refusal()), MaterialDesignC.CANCEL);
            case TicketStage.Unanswered lost ->
                say(Mood.NO, texts.get("ticket.unanswered", lost.reason()), MaterialDesignA.ALERT_OUTLINE);
        }
    }

    private String sendText(TicketStage stage) {
        if (stage instanceof TicketStage.Unanswered) {
            return texts.get("ticket.send.again");
        }
        return texts.get(
                stage.boundAct().filter(act -> !(act instanceof TicketAct.Send)).isPresent()
                        ? "ticket.send.act"
                        : "ticket.send");
    }

    private void sayWhyNot() {
        if (model.refusal().isPresent()) {
            say(Mood.NO, texts.refusal(model.refusal().get()), MaterialDesignC.CANCEL);
        } else if (model.entry().get() instanceof TicketEntry.Incomplete incomplete) {
            say(Mood.QUIET, words.gap(incomplete.gap()), MaterialDesignI.INFORMATION_OUTLINE);
        } else if (model.entry().get() instanceof TicketEntry.Unguarded unguarded) {
            say(Mood.QUIET, words.gap(unguarded.gap()), MaterialDesignI.INFORMATION_OUTLINE);
        } else {
            say(Mood.QUIET, "", MaterialDesignI.INFORMATION_OUTLINE);
        }
    }

    private void say(Mood mood, String sentence, Ikon icon) {
        message.setText(sentence);
        message.setVisible(!sentence.isEmpty());
        message.setManaged(!sentence.isEmpty());
        messageIcon.setIconCode(icon);
        message.pseudoClassStateChanged(NO, mood == Mood.NO);
        message.pseudoClassStateChanged(DONE, mood == Mood.DONE);
    }
}
