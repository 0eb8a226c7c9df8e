package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.ui.i18n.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One view of the board, under a sentence that says it in words. */
abstract class BoardPane extends VBox {

    final ForecastsModel model;
    final Texts texts;
    final ForecastsWords words;
    private final Label about = new Label();
    private List<Object> written = List.of();

    BoardPane(String id, ForecastsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new ForecastsWords(texts);
        about.setId(id + "-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.managedProperty().bind(about.textProperty().isNotEmpty());
        getChildren().add(about);
    }

    /** To be called when the pane is whole. */
    final void follow() {
        model.board.addListener(change -> renew());
        texts.figuresProperty().addListener(change -> renew());
        renew();
    }

    final void renew() {
        model.board.get().ifPresent(this::show);
    }

    final void say(String sentence) {
        about.setText(sentence);
    }

    /** Whether cells are to be written again though their rows are the same: for another champion, or in another language. */
    final boolean isOtherwise(ForecastBoard board) {
        List<Object> now = List.of(board.champion(), texts.figures());
        boolean otherwise = !now.equals(written);
        written = now;
        return otherwise;
    }

    abstract void show(ForecastBoard board);

    /** The champion's name, or none. */
    final String champion(ForecastBoard board) {
        return board.championForecast()
                .map(ModelForecast::card)
                .map(card -> words.model(card.model()))
                .orElse("");
    }
}
