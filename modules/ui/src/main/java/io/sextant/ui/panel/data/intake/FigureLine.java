package io.sextant.ui.panel.data.intake;

import io.sextant.domain.dataset.ImportReport;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The sums of an import in one line. */
final class FigureLine extends FlowPane {

    private final Texts texts;

    FigureLine(IntakeModel model, Texts texts) {
        this.texts = texts;
        setId("intake-figures");
        getStyleClass().add("figure-line");
        model.report().addListener((property, before, report) -> show(report));
        texts.figuresProperty().addListener(change -> show(model.report().get()));
        show(model.report().get());
    }

    private void show(Optional<ImportReport> known) {
        getChildren().clear();
        known.ifPresent(report -> {
            add("rows", report.rows(), Tone.PLAIN);
            add("bars", report.bars(), Tone.PLAIN);
            add("new", report.added(), Tone.PLAIN);
            add("changed", report.changed(), Tone.PLAIN);
            add("there", report.bars() - report.added() - report.changed(), Tone.PLAIN);
            add("aside", report.quarantinedRows(), report.quarantinedRows() > 0 ? Tone.WARNING : Tone.PLAIN);
            if (report.failedFiles() > 0) {
                add("unread", report.failedFiles(), Tone.WARNING);
            }
        });
        setVisible(known.isPresent());
        setManaged(known.isPresent());
    }

    private void add(String name, long count, Tone tone) {
        Label figure = new Label(texts.figures().count(count));
        figure.setId("intake-figure-" + name);
        figure.getStyleClass().add("figure-of-line");
        tone.applyTo(figure);
        Label title = new Label(texts.get("intake.figure." + name));
        title.getStyleClass().add("muted");
        title.setLabelFor(figure);
        HBox pair = new HBox(figure, title);
        pair.getStyleClass().add("figure-pair");
        pair.setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(pair);
    }
}
