package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.parent.ParentKind;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is traded, the fields, the estimate, and at the foot, always in sight, the button and its answer. */
final class TicketView extends VBox {

    private final TicketModel model;
    private final Texts texts;
    private final TicketForm form;
    private final ConfirmArea confirm;
    private final Label symbol = new Label();
    private final Label held = new Label();
    private final Button close = new Button();

    TicketView(
            TicketModel model,
            TicketRisk risk,
            Texts texts,
            PresetBar presets,
            boolean routes,
            Consumer<ParentKind> workWith) {
        this.model = model;
        this.texts = texts;
        TicketWords words = new TicketWords(texts);
        getStyleClass().addAll("panel", "ticket-panel");
        form = new TicketForm(model, texts, words, presets, routes, workWith);
        confirm = new ConfirmArea(model, texts, words);
        VBox content = new VBox(form, new EstimateGrid(model, texts, words), new RiskLines(risk, texts));
        content.getStyleClass().add("ticket-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(), scroll, confirm);
        model.instrument().addListener(change -> showHeld());
        model.desk().addListener(change -> showHeld());
        texts.figuresProperty().addListener(change -> showHeld());
        showHeld();
    }

    TicketForm form() {
        return form;
    }

    ConfirmArea confirm() {
        return confirm;
    }

    Button close() {
        return close;
    }

    private HBox header() {
        symbol.getStyleClass().add("symbol");
        held.setId("ticket-held");
        held.getStyleClass().add("figure");
        close.setId("ticket-close");
        close.textProperty().bind(texts.bind("ticket.close"));
        close.getStyleClass().addAll("compact");
        close.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(symbol, gap, held, close);
        header.getStyleClass().add("ticket-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void showHeld() {
        symbol.setText(model.instrument()
                .get()
                .map(Instrument::id)
                .map(id -> id.symbol())
                .orElse(""));
        var position = model.heldPosition();
        held.setText(
                position.map(open -> texts.get("ticket.held", texts.figures().position(open)))
                        .orElse(""));
        Tone.ofSign(position.map(open -> open.signedUnits()).orElse(0L)).applyTo(held);
        close.setVisible(position.isPresent());
        close.setManaged(position.isPresent());
    }
}
