package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.request.BracketPreview;
import io.sextant.ui.exits.ExitsFields;
import io.sextant.ui.exits.ExitsOutcome;
import io.sextant.ui.exits.ExitsWords;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Whether the order has exits, their fields, what they bring in money, and what of them waits here. */
final class ExitsPart extends VBox {

    private final TicketModel model;
    private final Texts texts;
    private final ExitsWords words;
    private final Label atTarget = new Label();
    private final Label atStop = new Label();
    private final Label note = new Label();
    private final Label waits = new Label();

    ExitsPart(TicketModel model, Texts texts, Runnable onEnter) {
        this.model = model;
        this.texts = texts;
        words = new ExitsWords(texts);
        getStyleClass().add("field-block");
        CheckBox wanted = new CheckBox();
        wanted.setId("ticket-exits");
        wanted.textProperty().bind(texts.bind("exits.wanted"));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("exits.wanted.hint"));
        wanted.setTooltip(hint);
        wanted.selectedProperty().bindBidirectional(model.exits().wanted());
        GridPane fields = new ExitsFields("ticket", model.exits(), model.exits().wanted(), texts, onEnter).column();
        VBox body = new VBox(fields, outcome(), note, waits);
        body.getStyleClass().add("exits-body");
        body.visibleProperty().bind(model.exits().wanted());
        body.managedProperty().bind(body.visibleProperty());
        note.setId("ticket-exits-note");
        waits.setId("ticket-exits-waits");
        for (Label label : new Label[] {note, waits}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("muted");
        }
        getChildren().addAll(wanted, body);
        model.entry().addListener(change -> show());
        model.bracketPreview().addListener(change -> show());
        model.stage().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private GridPane outcome() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("exits-outcome");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHgrow(Priority.ALWAYS);
        figures.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(titles, figures);
        line(grid, "target", atTarget);
        line(grid, "stop", atStop);
        return grid;
    }

    private void line(GridPane grid, String name, Label figure) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("exits.outcome." + name));
        title.getStyleClass().add("estimate-title");
        figure.setId("ticket-exits-at-" + name);
        figure.getStyleClass().add("figure");
        title.setLabelFor(figure);
        grid.addRow(grid.getRowCount(), title, figure);
    }

    private void show() {
        Optional<Instrument> instrument = model.instrument().get();
        Optional<TicketAct.Send> act = model.actOnShow();
        ExitsOutcome outcome = instrument
                .flatMap(shown -> act.flatMap(one -> outcome(one, shown)))
                .orElse(ExitsOutcome.UNKNOWN);
        show(atTarget, words.atTarget(outcome), outcome.atTarget().map(gain -> gain.units()));
        show(atStop, words.atStop(outcome), outcome.atStop().map(loss -> loss.units()));
        note.setText(instrument
                .flatMap(shown -> act.flatMap(TicketAct.Send::around)
                        .map(around ->
                                texts.get("exits.outcome.note", texts.figures().price(around, shown))))
                .orElse(""));
        waits.setText(
                act.flatMap(TicketAct.Send::exits).map(words::whereItWaits).orElse(""));
        for (Label label : new Label[] {note, waits}) {
            label.setManaged(!label.getText().isEmpty());
        }
    }

    private static void show(Label label, String text, Optional<Long> units) {
        label.setText(text.isEmpty() ? Figures.NONE : text);
        Tone.ofSign(units.orElse(0L)).applyTo(label);
    }

    private Optional<ExitsOutcome> outcome(TicketAct.Send act, Instrument instrument) {
        return act.exits()
                .flatMap(exits -> act.around()
                        .map(around -> ExitsOutcome.of(
                                instrument,
                                act.draft().side(),
                                act.draft().quantity(),
                                around,
                                Optional.ofNullable(exits.target()),
                                stopOf(exits))));
    }

    /** A fixed stop says where it stands; of the others the engine says where they would stand at first. */
    private Optional<Price> stopOf(BracketExits exits) {
        return exits.stop() instanceof ExitStop.Fixed(Price trigger)
                ? Optional.of(trigger)
                : model.bracketPreview().get().flatMap(BracketPreview::stop).filter(stop -> exits.stop() != null);
    }
}
