package io.sextant.ui.panel.optimiser;

import io.sextant.domain.portfolio.LotOrder;
import io.sextant.domain.portfolio.TaxTerms;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/** What a person says of taxes and of the time that better weights are held. An empty field says nothing, and then nothing is assumed. */
final class TaxPane extends GridPane {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final double YEARS_MAX = 100;

    private final OptimiserModel model;
    private final Texts texts;
    private final TextField rate = field("tax-rate");
    private final TextField years = field("benefit-years");
    private final ComboBox<LotOrder> order = new ComboBox<>();

    TaxPane(OptimiserModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("forecasts-grid");
        order.setId("optimiser-lots");
        order.getItems().setAll(LotOrder.values());
        SpokenCell.in(order, one -> texts.bind("optimiser.lots." + one.name()));
        line(0, "tax", rate);
        line(1, "lots", order);
        line(2, "benefit", years);
        take(
                rate,
                percent -> percent >= 0 && percent <= 100,
                percent -> terms(terms().withRate(percent.map(each -> each / 100))));
        take(years, span -> span > 0 && span <= YEARS_MAX, span -> terms(terms().withYears(span)));
        order.setOnAction(chosen -> terms(terms().withOrder(order.getValue())));
        model.taxes.addListener(change -> follow());
        texts.figuresProperty().addListener(change -> follow());
        follow();
    }

    private TaxTerms terms() {
        return model.taxes.get();
    }

    private void terms(TaxTerms terms) {
        model.taxes.set(terms);
    }

    private void line(int row, String name, javafx.scene.Node control) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("optimiser.goals." + name));
        title.setWrapText(true);
        control.accessibleTextProperty().bind(title.textProperty());
        addRow(row, title, control);
    }

    private static TextField field(String name) {
        TextField field = new TextField();
        field.setId("optimiser-" + name);
        field.setPrefColumnCount(5);
        field.setMaxWidth(USE_PREF_SIZE);
        field.getStyleClass().add("figure-field");
        return field;
    }

    /** What is neither empty nor a number of that kind leaves the one that stands. */
    private void take(TextField field, DoublePredicate allowed, Consumer<Optional<Double>> use) {
        Runnable read = () -> {
            Optional<Double> typed = Typed.number(field.getText(), texts.figures())
                    .map(BigDecimal::doubleValue)
                    .filter(allowed::test);
            boolean isEmpty = field.getText().isBlank();
            field.pseudoClassStateChanged(DANGER, typed.isEmpty() && !isEmpty);
            if (isEmpty || typed.isPresent()) {
                use.accept(typed);
            }
        };
        field.setOnAction(typed -> read.run());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                read.run();
            }
        });
    }

    private void follow() {
        if (!rate.isFocused()) {
            rate.setText(terms().rate().map(share -> written(100 * share)).orElse(""));
        }
        if (!years.isFocused()) {
            years.setText(terms().years().map(this::written).orElse(""));
        }
        order.setValue(terms().order());
    }

    private String written(double value) {
        return Typed.text(
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros(), texts.language());
    }
}
