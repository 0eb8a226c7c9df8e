package io.sextant.ui.panel.data.intake;

import io.sextant.domain.market.Timeframe;
import io.sextant.ui.i18n.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;

/** What the files do not say themselves: symbol, zone, length of bars, and whether times are ends. */
final class ChoiceForm extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final int ZONES_SUGGESTED = 12;
    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());

    private final IntakeModel model;
    private final Texts texts;
    private final TextField symbol = new TextField();
    private final TextField zone = new TextField();
    private final ComboBox<Optional<Timeframe>> timeframe = new ComboBox<>();
    private final CheckBox barEnd = new CheckBox();

    ChoiceForm(IntakeModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("intake-choices");
        getStyleClass().add("choice-form");
        disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> {
                            IntakeModel.Stage stage = model.stage().get();
                            return stage == IntakeModel.Stage.IMPORTING || stage.isOver();
                        },
                        model.stage()));
        symbol.setId("intake-symbol");
        symbol.promptTextProperty().bind(texts.bind("intake.symbol.prompt"));
        symbol.textProperty().bindBidirectional(model.symbol());
        zone.setId("intake-zone");
        zone.textProperty().bindBidirectional(model.zone());
        TextFields.bindAutoCompletion(zone, request -> suggestions(request.getUserText()));
        fillTimeframes();
        barEnd.setId("intake-bar-end");
        barEnd.setWrapText(true);
        barEnd.textProperty().bind(texts.bind("intake.bar-end"));
        barEnd.selectedProperty().bindBidirectional(model.barEndTimes());
        hint(barEnd, "intake.bar-end.hint");
        getChildren()
                .addAll(
                        block("symbol", symbol, model.symbolWrong()),
                        block("zone", zone, model.zoneWrong()),
                        block("timeframe", timeframe, Bindings.createBooleanBinding(() -> false)),
                        barEnd);
    }

    TextField symbol() {
        return symbol;
    }

    /** A title, the field, and what is wrong with what stands in it. */
    private Node block(String name, Control field, ObservableBooleanValue wrong) {
        Label title = new Label();
        title.getStyleClass().add("field-title");
        title.textProperty().bind(texts.bind("intake." + name));
        title.setLabelFor(field);
        field.accessibleTextProperty().bind(texts.bind("intake." + name));
        field.setMaxWidth(Double.MAX_VALUE);
        hint(field, "intake." + name + ".hint");
        Label problem = new Label();
        problem.setId("intake-" + name + "-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(texts.bind("intake." + name + ".hint"));
        problem.visibleProperty().bind(wrong);
        problem.managedProperty().bind(wrong);
        wrong.addListener((property, before, now) -> field.pseudoClassStateChanged(WRONG, now));
        VBox block = new VBox(title, field, problem);
        block.getStyleClass().add("field-block");
        return block;
    }

    private void hint(Control control, String key) {
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind(key));
        hint.setWrapText(true);
        hint.setMaxWidth(320);
        control.setTooltip(hint);
    }

    private void fillTimeframes() {
        timeframe.setId("intake-timeframe");
        timeframe.getStyleClass().add("compact");
        List<Optional<Timeframe>> all = new ArrayList<>();
        all.add(Optional.empty());
        for (Timeframe one : Timeframe.values()) {
            all.add(Optional.of(one));
        }
        timeframe.getItems().setAll(all);
        timeframe.setButtonCell(new TimeframeCell());
        timeframe.setCellFactory(list -> new TimeframeCell());
        timeframe.valueProperty().bindBidirectional(model.timeframe());
    }

    private final class TimeframeCell extends ListCell<Optional<Timeframe>> {

        @Override
        protected void updateItem(Optional<Timeframe> length, boolean empty) {
            super.updateItem(length, empty);
            textProperty().unbind();
            if (empty || length == null) {
                setText("");
            } else {
                textProperty()
                        .bind(texts.bind(length.map(one -> "chartpanel.timeframe." + one.name())
                                .orElse("intake.timeframe.told")));
            }
        }
    }

    /** A city is enough: new york finds America/New_York. */
    private static List<String> suggestions(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        if (wanted.isEmpty() || ZONES.contains(typed.strip())) {
            return List.of();
        }
        return ZONES.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).contains(wanted))
                .limit(ZONES_SUGGESTED)
                .toList();
    }
}
