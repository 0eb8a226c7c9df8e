package io.sextant.ui.panel.optimiser;

import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.optimiser.OptimiserModel.Target;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One view of the answer, under a sentence that says it in words. */
abstract class OptimiserPane extends VBox {

    final OptimiserModel model;
    final Texts texts;
    private final Label about = new Label();

    OptimiserPane(String id, OptimiserModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        about.setId(id + "-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        getChildren().add(about);
    }

    /** To be called when the pane is whole. */
    final void follow() {
        model.board.addListener(change -> renew());
        model.place.addListener(change -> renew());
        model.habit.addListener(change -> renew());
        model.taxes.addListener(change -> renew());
        texts.figuresProperty().addListener(change -> renew());
        renew();
    }

    private void renew() {
        model.computed().ifPresent(told -> show(told, model.target()));
    }

    final void say(String sentence) {
        about.setText(sentence);
    }

    abstract void show(Computed told, Optional<Target> target);

    final String percent(double share, int decimals) {
        return Double.isFinite(share)
                ? texts.figures().percent(100 * share, decimals)
                : io.sextant.ui.i18n.Figures.NONE;
    }

    final String money(double amount) {
        return texts.figures().number(amount, 0);
    }
}
