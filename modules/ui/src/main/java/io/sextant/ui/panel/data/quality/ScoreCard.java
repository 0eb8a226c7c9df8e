package io.sextant.ui.panel.data.quality;

import io.sextant.domain.dataset.Deduction;
import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The score, what the series was held against, and every deduction with its reason; a reason leads to what was found. */
final class ScoreCard extends VBox {

    private final QualityModel model;
    private final QualityWords words;
    private final Texts texts;
    private final Runnable showFindings;

    ScoreCard(QualityModel model, QualityWords words, Texts texts, Runnable showFindings) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        this.showFindings = showFindings;
        getStyleClass().add("score-card");
        setMinWidth(220);
        model.report().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        model.report().get().ifPresent(report -> {
            getChildren().addAll(score(report), against(report));
            if (report.deductions().isEmpty()) {
                Label spotless = wrapped(texts.get("quality.no-deductions"));
                spotless.setId("quality-no-deductions");
                getChildren().add(spotless);
            }
            report.deductions().stream()
                    .sorted(Comparator.comparingDouble(Deduction::points).reversed())
                    .map(this::line)
                    .forEach(getChildren()::add);
            long odd = report.counts().getOrDefault(FindingKind.ANOMALY, 0L);
            if (odd > 0) {
                getChildren()
                        .add(line(
                                FindingKind.ANOMALY,
                                texts.get("quality.hint"),
                                texts.get(
                                        "quality.deduction.ANOMALY",
                                        odd,
                                        texts.figures().count(odd)),
                                Tone.MUTED));
            }
        });
    }

    private Node score(QualityReport report) {
        Label figure = new Label(texts.figures().number(report.score(), 1));
        figure.setId("quality-score");
        figure.getStyleClass().add("score-figure");
        Label of = new Label(texts.get("quality.of-hundred"));
        of.getStyleClass().add("muted");
        Label grade = new Label(words.grade(report.score()));
        grade.setId("quality-grade");
        grade.getStyleClass()
                .addAll("grade", "grade-" + QualityWords.gradeOf(report.score()).toLowerCase(Locale.ROOT));
        HBox line = new HBox(figure, of, grade);
        line.getStyleClass().add("score-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private Node against(QualityReport report) {
        Label label = wrapped(texts.get(
                "quality.against",
                texts.figures().count(report.bars()),
                texts.figures().date(report.firstNanos()),
                texts.figures().date(report.lastNanos()),
                texts.word(report.session())));
        label.setId("quality-against");
        label.getStyleClass().add("muted");
        return label;
    }

    private Node line(Deduction deduction) {
        return line(deduction.kind(), words.points(deduction), words.sentence(deduction), Tone.DOWN);
    }

    private Node line(FindingKind kind, String points, String sentence, Tone tone) {
        Label taken = new Label(points);
        taken.getStyleClass().addAll("figure", "points");
        taken.setMinWidth(USE_PREF_SIZE);
        tone.applyTo(taken);
        Hyperlink reason = new Hyperlink(sentence);
        reason.setId("quality-reason-" + kind.name().toLowerCase(Locale.ROOT));
        reason.setWrapText(true);
        reason.setOnAction(pressed -> {
            reason.setVisited(false);
            model.kind().set(Optional.of(kind));
            showFindings.run();
        });
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMinWidth(0);
        HBox line = new HBox(taken, reason);
        line.getStyleClass().add("deduction");
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
