package io.sextant.ui.parts;

import io.sextant.ui.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A running job in one line: how far, how fast, how long still, and a way to end it. Gone while none runs. */
public final class JobBar extends HBox {

    private static final double LEAST_WIDTH = 120;

    private final Texts texts;
    private final ProgressBar bar = new ProgressBar();
    private final Label label = new Label();

    /** The ids of its parts begin with {@code id}. */
    public JobBar(String id, JobWatch watch, Texts texts) {
        this.texts = texts;
        setId(id);
        getStyleClass().add("job-bar");
        setAlignment(Pos.CENTER_LEFT);
        bar.setId(id + "-progress");
        bar.setMinWidth(LEAST_WIDTH);
        bar.setMaxWidth(Double.MAX_VALUE);
        label.setId(id + "-figures");
        label.getStyleClass().add("muted");
        label.setMinWidth(0);
        Button cancel = new Button();
        cancel.setId(id + "-cancel");
        cancel.getStyleClass().add("compact");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.textProperty().bind(texts.bind("parts.job.cancel"));
        cancel.setOnAction(pressed -> watch.cancel());
        VBox progress = new VBox(bar, label);
        HBox.setHgrow(progress, Priority.ALWAYS);
        getChildren().addAll(progress, cancel);
        ObservableValue<JobFigures> figures = watch.figures();
        figures.addListener((property, before, now) -> show(now));
        texts.figuresProperty().addListener(change -> show(figures.getValue()));
        show(figures.getValue());
    }

    private void show(JobFigures figures) {
        setVisible(figures.running());
        setManaged(figures.running());
        bar.setProgress(figures.share() > 0 ? figures.share() : ProgressBar.INDETERMINATE_PROGRESS);
        label.setText(sentence(figures));
        bar.setAccessibleText(label.getText());
    }

    private String sentence(JobFigures figures) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.figures().percent(100 * figures.share(), 0));
        if (figures.units() > 0) {
            parts.add(texts.get("parts.job.rows", texts.figures().count(figures.units())));
        }
        if (figures.unitsPerSecond() > 0) {
            parts.add(texts.get("parts.job.pace", texts.figures().compact(figures.unitsPerSecond())));
        }
        if (Double.isFinite(figures.secondsLeft())) {
            parts.add(left(figures.secondsLeft()));
        }
        return String.join("  ·  ", parts);
    }

    /** In the unit that a person would say it in. */
    private String left(double seconds) {
        if (seconds < 90) {
            return texts.get("parts.job.left.seconds", texts.figures().number(Math.ceil(seconds), 0));
        }
        double minutes = seconds / 60;
        return minutes < 90
                ? texts.get("parts.job.left.minutes", texts.figures().number(Math.ceil(minutes), 0))
                : texts.get("parts.job.left.hours", texts.figures().number(minutes / 60, 1));
    }
}
