package io.sextant.ui.panel.chart.style;

import io.sextant.ui.chart.style.BrickSize;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.chart.setup.ChartSetup;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The size of a brick as it is typed, and what becomes of it. */
final class StyleModel {

    /** What a brick's number counts. */
    enum BrickUnit {
        RANGE,
        PRICE
    }

    private final ObjectProperty<ChartSetup> setup;
    private final Texts texts;
    private final ObjectProperty<BrickUnit> unit = new SimpleObjectProperty<>(BrickUnit.RANGE);
    private final StringProperty number = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean showing;

    StyleModel(ObjectProperty<ChartSetup> setup, Texts texts) {
        this.setup = setup;
        this.texts = texts;
        show();
        number.addListener(change -> typed());
        unit.addListener(change -> typed());
    }

    ObjectProperty<ChartSetup> setup() {
        return setup;
    }

    ObjectProperty<BrickUnit> unit() {
        return unit;
    }

    StringProperty number() {
        return number;
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Takes over the brick of the setup. */
    void show() {
        showing = true;
        switch (setup.get().brick()) {
            case BrickSize.OfRange(int bars) -> {
                unit.set(BrickUnit.RANGE);
                number.set(Integer.toString(bars));
            }
            case BrickSize.Fixed(double size) -> {
                unit.set(BrickUnit.PRICE);
                number.set(Typed.text(BigDecimal.valueOf(size), texts.language()));
            }
        }
        showing = false;
        problem.set("");
    }

    private void typed() {
        if (showing) {
            return;
        }
        Optional<BrickSize> brick = Typed.number(number.get(), texts.figures()).flatMap(this::brick);
        problem.set(brick.isPresent() ? "" : texts.get("chartstyle.brick.problem." + unit.get()));
        brick.ifPresent(size -> setup.set(setup.get().withBrick(size)));
    }

    private Optional<BrickSize> brick(BigDecimal size) {
        try {
            return Optional.of(
                    switch (unit.get()) {
                        case RANGE -> new BrickSize.OfRange(size.intValueExact());
                        case PRICE -> new BrickSize.Fixed(size.doubleValue());
                    });
        } catch (IllegalArgumentException | ArithmeticException outOfBounds) {
            return Optional.empty();
        }
    }
}
