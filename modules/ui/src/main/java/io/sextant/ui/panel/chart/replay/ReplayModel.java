package io.sextant.ui.panel.chart.replay;

import io.sextant.ui.chart.CandleSeries;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A series as it stood at a moment of its past, and the step to the next bar. What happens in the market meanwhile goes into the
 * series itself and is not shown; older history is.
 */
public final class ReplayModel {

    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<CandleSeries> shown = new ReadOnlyObjectWrapper<>(CandleSeries.empty());
    private final ReadOnlyLongWrapper momentNanos = new ReadOnlyLongWrapper();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final ObjectProperty<ReplaySpeed> speed = new SimpleObjectProperty<>(ReplaySpeed.FOUR);
    private final Runnable sourceListener = this::sourceChanged;
    private CandleSeries source = CandleSeries.empty();
    private int sourceFirst;
    private int next;

    public ReadOnlyBooleanProperty active() {
        return active.getReadOnlyProperty();
    }

    /** The bars up to the moment. */
    public ReadOnlyObjectProperty<CandleSeries> shown() {
        return shown.getReadOnlyProperty();
    }

    /** When the first bar opens that is not shown yet. */
    public ReadOnlyLongProperty momentNanos() {
        return momentNanos.getReadOnlyProperty();
    }

    BooleanProperty playing() {
        return playing;
    }

    ObjectProperty<ReplaySpeed> speed() {
        return speed;
    }

    /** Shows the bars of {@code series} that open before the moment, one at least. */
    public void start(CandleSeries series, long fromNanos) {
        if (series.isEmpty()) {
            return;
        }
        source.removeListener(sourceListener);
        source = series;
        source.addListener(sourceListener);
        sourceFirst = source.firstIndex();
        next = Math.clamp(source.indexAtOrAfter(fromNanos), sourceFirst + 1, source.endIndex());
        shown.set(CandleSeries.of(source.copyOfRange(sourceFirst, next)));
        tell();
        active.set(true);
    }

    /** False at the newest bar, where nothing is left to show. */
    boolean step() {
        if (!active.get() || next >= source.endIndex()) {
            playing.set(false);
            return false;
        }
        shown.get().put(source.bar(next));
        next++;
        tell();
        return true;
    }

    public void exit() {
        source.removeListener(sourceListener);
        source = CandleSeries.empty();
        playing.set(false);
        active.set(false);
        shown.set(CandleSeries.empty());
    }

    private void sourceChanged() {
        int first = source.firstIndex();
        if (first < sourceFirst) {
            shown.get().prepend(source.copyOfRange(first, sourceFirst));
            sourceFirst = first;
        }
    }

    private void tell() {
        momentNanos.set(next < source.endIndex() ? source.openTimeNanos(next) : source.openTimeNanos(next - 1) + 1);
    }
}
