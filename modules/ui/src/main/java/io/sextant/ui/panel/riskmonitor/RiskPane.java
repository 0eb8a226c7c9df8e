package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.risk.RiskBoard;
import io.sextant.ui.i18n.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One view of the board, under a sentence that says it in words. */
abstract class RiskPane extends VBox {

    final RiskMonitorModel model;
    final Texts texts;
    private final Label about = new Label();

    RiskPane(String id, RiskMonitorModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
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

    private void renew() {
        model.measured().ifPresent(this::show);
    }

    final void say(String sentence) {
        about.setText(sentence);
    }

    abstract void show(RiskBoard.Measured board);

    /** An estimate, so without cents. */
    final String money(double amount) {
        return texts.figures().number(amount, 0);
    }

    final String signedMoney(double amount) {
        return texts.figures().signed(amount, 0);
    }

    final String percent(double share, int decimals) {
        return texts.figures().percent(100 * share, decimals);
    }
}
