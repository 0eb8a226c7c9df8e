package io.sextant.ui.panel.chart.studies;

import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.chart.setup.ChartSetup;
import io.sextant.ui.parts.ThemedPopOver;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** Opens the list of studies beside its button, with the keyboard in its search. */
public final class StudiesController {

    private final StudiesModel model;
    private @Nullable StudiesView view;
    private final Texts texts;
    private final Supplier<ChartPalette> palette;

    /** Every change goes into {@code setup} at once. */
    public StudiesController(ObjectProperty<ChartSetup> setup, Texts texts, Supplier<ChartPalette> palette) {
        this.texts = texts;
        this.palette = palette;
        model = new StudiesModel(setup, texts);
    }

    public void open(Node beside) {
        model.search().set("");
        model.readAll();
        StudiesView shown = ownView();
        shown.refresh();
        new ThemedPopOver(shown, PopOver.ArrowLocation.TOP_CENTER).show(beside);
        shown.search().requestFocus();
    }

    private StudiesView ownView() {
        StudiesView known = view;
        if (known == null) {
            known = new StudiesView(model, texts, palette);
            view = known;
        }
        return known;
    }
}
