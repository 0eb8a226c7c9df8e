package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Trail;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the order of a ticket waits for. */
final class WaitingModel {

    /** What the distance of a trailing stop is measured in. */
    enum Measure {
        AMOUNT,
        PERCENT
    }

    private static final BigDecimal BPS_PER_PERCENT = BigDecimal.valueOf(100);
    private static final int MOST_BPS = 9_999;

    private final StringProperty trigger = new SimpleStringProperty("");
    private final StringProperty distance = new SimpleStringProperty("");
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.PERCENT);

    WaitingModel(Runnable edited) {
        trigger.addListener(change -> edited.run());
        distance.addListener(change -> edited.run());
        measure.addListener(change -> edited.run());
    }

    StringProperty trigger() {
        return trigger;
    }

    StringProperty distance() {
        return distance;
    }

    ObjectProperty<Measure> measure() {
        return measure;
    }

    void clear() {
        trigger.set("");
        distance.set("");
    }

    /** What was typed in one language stays the same number in the next. */
    void retype(Figures before, Language language) {
        for (StringProperty typed : List.of(trigger, distance)) {
            Typed.number(typed.get(), before).ifPresent(number -> typed.set(Typed.text(number, language)));
        }
    }

    Optional<Price> findTrigger(Figures figures) {
        return Typed.price(trigger.get(), figures);
    }

    /** Empty when the distance cannot be read, is none, or is off the instrument's tick. */
    Optional<OrderType> trailing(Instrument instrument, Figures figures) {
        Optional<Trail> trail = switch (measure.get()) {
            case AMOUNT ->
                Typed.price(distance.get(), figures)
                        .filter(price -> price.isPositive() && instrument.isOnTick(price))
                        .map(Trail.ByAmount::new);
            case PERCENT ->
                Typed.number(distance.get(), figures)
                        .map(percent -> percent.multiply(BPS_PER_PERCENT).setScale(0, RoundingMode.HALF_UP))
                        .filter(bps -> bps.signum() > 0 && bps.compareTo(BigDecimal.valueOf(MOST_BPS)) <= 0)
                        .map(bps -> new Trail.ByShare(bps.intValueExact()));
        };
        return trail.map(OrderType::trailing);
    }
}
