package io.sextant.ui.panel.features;

import io.sextant.analytics.survey.FeatureSurvey;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One view of what was found of the chosen feature, under a sentence that says it in words. */
abstract class SurveyPane extends VBox {

    static final CurvePlot.Content NOTHING =
            new CurvePlot.Content(List.of(), List.of(), x -> "", y -> "", x -> "", true);

    final FeaturesModel model;
    final Texts texts;
    final FeaturesWords words;
    private final Label about = new Label();

    SurveyPane(String id, FeaturesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new FeaturesWords(texts);
        about.setId(id + "-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        getChildren().add(about);
    }

    /** To be called when the pane is whole. */
    final void follow() {
        model.survey.addListener(change -> renew());
        texts.figuresProperty().addListener(change -> renew());
        renew();
    }

    final void renew() {
        model.survey.get().ifPresent(this::show);
    }

    /** The sentence above all. */
    final Label about() {
        return about;
    }

    final void say(String sentence) {
        about.setText(sentence);
    }

    abstract void show(FeatureSurvey survey);

    static Label title(Texts texts, String key) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(key));
        title.getStyleClass().addAll("block-title", "options-block");
        return title;
    }
}
