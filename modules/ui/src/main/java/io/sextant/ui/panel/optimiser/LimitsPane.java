package io.sextant.ui.panel.optimiser;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What weights may be: a cap on each, shorts or none, which instruments; and the rate that is free of risk. */
final class LimitsPane extends VBox {

    private static final double RATE_MAX_PERCENT = 100;

    private final OptimiserModel model;
    private final Texts texts;

    LimitsPane(OptimiserModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        GridPane grid = new GridPane();
        grid.getStyleClass().add("forecasts-grid");
        field(grid, 0, "most", model.most, percent -> percent > 0 && percent <= 100);
        field(grid, 1, "riskfree", model.riskFree, percent -> Math.abs(percent) <= RATE_MAX_PERCENT);
        CheckBox shorts = new CheckBox();
        shorts.setId("optimiser-shorts");
        shorts.textProperty().bind(texts.bind("optimiser.limits.shorts"));
        shorts.selectedProperty().bindBidirectional(model.shorts);
        grid.add(shorts, 0, 2, 2, 1);
        Label which = new Label();
        which.getStyleClass().add("options-about");
        which.textProperty().bind(texts.bind("optimiser.limits.which"));
        FlowPane instruments = new FlowPane(12, 4);
        instruments.getStyleClass().add("options-block");
        for (Instrument instrument : model.choices()) {
            instruments.getChildren().add(choice(instrument.id()));
        }
        getChildren().addAll(grid, which, instruments);
    }

    private CheckBox choice(InstrumentId id) {
        CheckBox box = new CheckBox(id.symbol());
        box.setId("optimiser-with-" + id.symbol());
        box.setMnemonicParsing(false);
        box.setSelected(!model.leftOut.get().contains(id));
        box.selectedProperty().addListener((property, before, now) -> {
            Set<InstrumentId> leftOut = new HashSet<>(model.leftOut.get());
            if (now) {
                leftOut.remove(id);
            } else {
                leftOut.add(id);
            }
            model.leftOut.set(Set.copyOf(leftOut));
        });
        return box;
    }

    /** What is no limit leaves the one that stands. */
    private void field(GridPane grid, int row, String name, DoubleProperty share, DoublePredicate allowed) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("optimiser.limits." + name));
        TextField field = new TextField();
        field.setId("optimiser-" + name);
        field.setPrefColumnCount(5);
        field.getStyleClass().add("figure-field");
        field.accessibleTextProperty().bind(title.textProperty());
        Runnable write = () -> field.setText(Typed.text(
                BigDecimal.valueOf(Math.round(share.get() * 10_000), 2).stripTrailingZeros(), texts.language()));
        Runnable read = () -> {
            Optional<Double> percent = Typed.number(field.getText(), texts.figures())
                    .map(BigDecimal::doubleValue)
                    .filter(allowed::test);
            field.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), percent.isEmpty());
            percent.ifPresent(one -> share.set(one / 100));
        };
        field.setOnAction(typed -> read.run());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                read.run();
            }
        });
        texts.figuresProperty().addListener(change -> write.run());
        write.run();
        grid.addRow(row, title, field);
    }
}
