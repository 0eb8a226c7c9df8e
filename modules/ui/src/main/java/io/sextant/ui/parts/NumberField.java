package io.sextant.ui.parts;

import io.sextant.ui.i18n.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/** A number to type. What it cannot be is marked, and leaves the one that stands. */
public final class NumberField extends TextField {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Texts texts;
    private final DoubleSupplier stands;
    private final DoublePredicate allowed;
    private final DoubleConsumer take;

    public NumberField(String id, Texts texts, DoubleSupplier stands, DoublePredicate allowed, DoubleConsumer take) {
        this.texts = texts;
        this.stands = stands;
        this.allowed = allowed;
        this.take = take;
        setId(id);
        setPrefColumnCount(7);
        getStyleClass().add("figure-field");
        setOnAction(typed -> read());
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                read();
            }
        });
        texts.figuresProperty().addListener(change -> write());
        write();
    }

    public void write() {
        setText(Typed.text(BigDecimal.valueOf(stands.getAsDouble()), texts.language()));
        pseudoClassStateChanged(DANGER, false);
    }

    private void read() {
        Optional<Double> typed = Typed.number(getText(), texts.figures())
                .map(BigDecimal::doubleValue)
                .filter(allowed::test);
        pseudoClassStateChanged(DANGER, typed.isEmpty());
        typed.filter(one -> one != stands.getAsDouble()).ifPresent(take::accept);
    }
}
