package io.sextant.ui.exits;

import io.sextant.domain.market.Timeframe;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.parts.Typed;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The fields of the exits as they are typed. */
public final class ExitsModel {

    /** Ranges are measured over bars of these. */
    static final List<Timeframe> TIMEFRAMES = List.of(
            Timeframe.S5,
            Timeframe.S15,
            Timeframe.M1,
            Timeframe.M5,
            Timeframe.M15,
            Timeframe.M30,
            Timeframe.H1,
            Timeframe.H4,
            Timeframe.D1);

    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final StringProperty target = new SimpleStringProperty("");
    private final ObjectProperty<Measure> targetMeasure = new SimpleObjectProperty<>(Measure.PRICE);
    private final ObjectProperty<StopKind> stopKind = new SimpleObjectProperty<>(StopKind.FIXED);
    private final StringProperty stop = new SimpleStringProperty("");
    private final ObjectProperty<Measure> stopMeasure = new SimpleObjectProperty<>(Measure.PRICE);
    private final StringProperty trail = new SimpleStringProperty("");
    private final ObjectProperty<Measure> trailMeasure = new SimpleObjectProperty<>(Measure.PERCENT);
    private final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.M1);
    private final StringProperty length = new SimpleStringProperty("14");
    private final StringProperty multiple = new SimpleStringProperty("3");
    private final StringProperty breakEven = new SimpleStringProperty("");
    private final ObjectProperty<Measure> breakEvenMeasure = new SimpleObjectProperty<>(Measure.DISTANCE);
    private final StringProperty minutes = new SimpleStringProperty("");

    /** {@code edited} is told of every change. */
    public ExitsModel(Runnable edited) {
        for (Observable field : List.<Observable>of(
                wanted,
                target,
                targetMeasure,
                stopKind,
                stop,
                stopMeasure,
                trail,
                trailMeasure,
                timeframe,
                length,
                multiple,
                breakEven,
                breakEvenMeasure,
                minutes)) {
            field.addListener(change -> edited.run());
        }
    }

    /** Whether the order is to have exits at all. */
    public BooleanProperty wanted() {
        return wanted;
    }

    public StringProperty target() {
        return target;
    }

    public ObjectProperty<Measure> targetMeasure() {
        return targetMeasure;
    }

    public ObjectProperty<StopKind> stopKind() {
        return stopKind;
    }

    /** Where a fixed stop stands. */
    public StringProperty stop() {
        return stop;
    }

    public ObjectProperty<Measure> stopMeasure() {
        return stopMeasure;
    }

    /** How far behind a trailing stop stays; never a price. */
    public StringProperty trail() {
        return trail;
    }

    public ObjectProperty<Measure> trailMeasure() {
        return trailMeasure;
    }

    public ObjectProperty<Timeframe> timeframe() {
        return timeframe;
    }

    /** Bars of the average true range. */
    public StringProperty length() {
        return length;
    }

    /** Average true ranges away. */
    public StringProperty multiple() {
        return multiple;
    }

    /** How far in favour; never a price. */
    public StringProperty breakEven() {
        return breakEven;
    }

    public ObjectProperty<Measure> breakEvenMeasure() {
        return breakEvenMeasure;
    }

    public StringProperty minutes() {
        return minutes;
    }

    /** Prices belong to one instrument; what is a percentage or a count stays. */
    public void clearPrices() {
        clearUnlessPercent(target, targetMeasure);
        clearUnlessPercent(stop, stopMeasure);
        clearUnlessPercent(trail, trailMeasure);
        clearUnlessPercent(breakEven, breakEvenMeasure);
    }

    /** What was typed in one language stays the same number in the next. */
    public void retype(Figures before, Language language) {
        for (StringProperty typed : List.of(target, stop, trail, length, multiple, breakEven, minutes)) {
            Typed.number(typed.get(), before).ifPresent(number -> typed.set(Typed.text(number, language)));
        }
    }

    private static void clearUnlessPercent(StringProperty field, ObjectProperty<Measure> measure) {
        if (measure.get() != Measure.PERCENT) {
            field.set("");
        }
    }
}
