package io.sextant.ui.panel.regimes;

import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeBoard.Present;
import io.sextant.ui.i18n.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One view of the board, under a sentence that says it in words. */
abstract class RegimePane extends VBox {

    final RegimesModel model;
    final Texts texts;
    final RegimeWords words;
    private final Label about = new Label();

    RegimePane(String id, RegimesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new RegimeWords(texts);
        about.setId(id + "-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        getChildren().add(about);
    }

    /** To be called when the pane is whole. */
    final void follow() {
        model.board.addListener(change -> renew());
        texts.figuresProperty().addListener(change -> renew());
        renew();
    }

    private void renew() {
        model.board.get().ifPresent(board -> board.present().ifPresent(present -> show(board, present)));
    }

    final void say(String sentence) {
        about.setText(sentence);
    }

    abstract void show(RegimeBoard board, Present present);
}
