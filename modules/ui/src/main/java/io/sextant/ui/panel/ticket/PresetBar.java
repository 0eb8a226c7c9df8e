package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A button for each preset size, the one taken last marked, and one to change them. */
final class PresetBar extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final TicketModel model;
    private final SizePresets presets;
    private final Texts texts;
    private final List<Button> buttons = new ArrayList<>();
    private final Button edit = new Button();

    PresetBar(TicketModel model, SizePresets presets, Texts texts, IntConsumer take) {
        this.model = model;
        this.presets = presets;
        this.texts = texts;
        getStyleClass().add("share-buttons");
        for (int i = 0; i < SizePresets.COUNT; i++) {
            int index = i;
            Button button = new Button();
            button.setId("ticket-preset-" + (i + 1));
            button.getStyleClass().add("compact");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setFocusTraversable(false);
            button.setOnAction(pressed -> take.accept(index));
            HBox.setHgrow(button, Priority.ALWAYS);
            Tooltip hint = new Tooltip();
            hint.textProperty()
                    .bind(texts.bind("ticket.preset.hint", button.accessibleTextProperty(), String.valueOf(i + 1)));
            button.setTooltip(hint);
            buttons.add(button);
        }
        getChildren().addAll(buttons);
        edit.setId("ticket-presets-edit");
        edit.setGraphic(new FontIcon(MaterialDesignP.PENCIL_OUTLINE));
        edit.getStyleClass().addAll("compact", "button-icon", "flat");
        edit.setMinWidth(USE_PREF_SIZE);
        edit.setFocusTraversable(false);
        edit.accessibleTextProperty().bind(texts.bind("ticket.presets.edit"));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("ticket.presets.edit"));
        edit.setTooltip(hint);
        getChildren().add(edit);
        presets.all().addListener(change -> show());
        presets.chosen().addListener(change -> show());
        model.instrument().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    Button edit() {
        return edit;
    }

    private void show() {
        for (int i = 0; i < buttons.size(); i++) {
            SizePreset preset = presets.all().get().get(i);
            Button button = buttons.get(i);
            button.setText(shortly(preset));
            button.setAccessibleText(said(preset));
            button.pseudoClassStateChanged(CHOSEN, i == presets.chosen().get());
        }
    }

    private String shortly(SizePreset preset) {
        return switch (preset.mode()) {
            case QUANTITY -> Typed.text(preset.amount(), texts.language());
            case VALUE -> texts.figures().compact(preset.amount().doubleValue()) + "\u00a0" + currency();
            case EQUITY_SHARE -> percent(preset.amount());
        };
    }

    private String said(SizePreset preset) {
        return switch (preset.mode()) {
            case QUANTITY ->
                texts.get(
                        "ticket.preset.quantity",
                        Typed.text(preset.amount(), texts.language()),
                        model.instrument()
                                .get()
                                .map(new TicketWords(texts)::unit)
                                .orElse(""));
            case VALUE ->
                texts.get(
                        "ticket.preset.value",
                        texts.figures()
                                .number(
                                        preset.amount(),
                                        Math.max(0, preset.amount().scale())),
                        currency());
            case EQUITY_SHARE -> texts.get("ticket.share", percent(preset.amount()));
        };
    }

    private String percent(BigDecimal amount) {
        return texts.figures()
                .percent(
                        amount.doubleValue(),
                        Math.max(0, amount.stripTrailingZeros().scale()));
    }

    private String currency() {
        return model.instrument()
                .get()
                .map(Instrument::quote)
                .map(quote -> quote.code())
                .orElse("");
    }
}
