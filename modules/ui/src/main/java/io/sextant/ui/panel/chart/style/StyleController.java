package io.sextant.ui.panel.chart.style;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.chart.setup.ChartSetup;
import io.sextant.ui.parts.ThemedPopOver;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** Opens the choice of styles beside its button, with the keyboard on the style that is on. */
public final class StyleController {

    private final StyleModel model;
    private final Texts texts;
    private @Nullable StyleView view;

    public StyleController(ObjectProperty<ChartSetup> setup, Texts texts) {
        this.texts = texts;
        model = new StyleModel(setup, texts);
    }

    public void open(Node beside) {
        model.show();
        StyleView shown = ownView();
        new ThemedPopOver(shown, PopOver.ArrowLocation.TOP_CENTER).show(beside);
        shown.chosen().requestFocus();
    }

    private StyleView ownView() {
        StyleView known = view;
        if (known == null) {
            known = new StyleView(model, texts);
            view = known;
        }
        return known;
    }
}
