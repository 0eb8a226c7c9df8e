package io.sextant.ui.panel.options;

import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the reader says about a chain: the price of the underlying where the file has none, rate, yield and multiplier. */
final class TermsBar extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final OptionsModel model;
    private final Texts texts;
    private final TextField spot = new TextField();
    private final TextField rate = new TextField();
    private final TextField dividend = new TextField();
    private final TextField multiplier = new TextField();
    private final Label problem = new Label();

    TermsBar(OptionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        FlowPane fields = new FlowPane(
                field("spot", spot, 84),
                field("rate", rate, 58),
                field("dividend", dividend, 58),
                field("multiplier", multiplier, 58));
        fields.getStyleClass().add("wrap-bar");
        problem.setId("options-terms-problem");
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problem.visibleProperty().bind(problem.managedProperty());
        getChildren().addAll(fields, problem);
        texts.figuresProperty().addListener(change -> write());
        model.terms().addListener(change -> write());
        model.sheet().addListener(change -> write());
        write();
    }

    TextField spot() {
        return spot;
    }

    private HBox field(String name, TextField field, double width) {
        field.setId("options-" + name);
        field.getStyleClass().add("figure-field");
        field.setPrefWidth(width);
        field.setOnAction(entered -> take());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                take();
            }
        });
        Label label = new Label();
        label.textProperty().bind(texts.bind("options.terms." + name));
        label.getStyleClass().add("field-title");
        label.setLabelFor(field);
        HBox pair = new HBox(5, label, field);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    private void write() {
        ChainTerms terms = model.terms().get();
        double known = model.sheet().get().map(sheet -> sheet.underlying()).orElse(Double.NaN);
        spot.setPromptText(known > 0 ? texts.figures().number(known, 2) : texts.get("options.terms.spot.needed"));
        spot.setText(terms.spot() > 0 ? texts.figures().number(terms.spot(), 2) : "");
        rate.setText(texts.figures().number(100 * terms.rate(), 2));
        dividend.setText(texts.figures().number(100 * terms.dividend(), 2));
        multiplier.setText(texts.figures().number(terms.multiplier(), 0));
    }

    private void take() {
        Optional<Double> price = spot.getText().isBlank() ? Optional.of(Double.NaN) : positive(spot);
        Optional<Double> percent = plain(rate).filter(value -> Math.abs(value) <= 100);
        Optional<Double> yield = plain(dividend).filter(value -> Math.abs(value) <= 100);
        Optional<Double> units = positive(multiplier);
        mark(spot, price);
        mark(rate, percent);
        mark(dividend, yield);
        mark(multiplier, units);
        if (List.of(price, percent, yield, units).stream().allMatch(Optional::isPresent)) {
            problem.setText("");
            model.terms()
                    .set(new ChainTerms(
                            price.orElseThrow(),
                            percent.orElseThrow() / 100,
                            yield.orElseThrow() / 100,
                            units.orElseThrow()));
        } else {
            problem.setText(texts.get("options.terms.problem"));
        }
    }

    private static void mark(TextField field, Optional<Double> read) {
        field.pseudoClassStateChanged(WRONG, read.isEmpty());
    }

    private Optional<Double> positive(TextField field) {
        return plain(field).filter(value -> value > 0);
    }

    private Optional<Double> plain(TextField field) {
        return texts.figures().plain(field.getText()).map(Double::parseDouble);
    }
}
