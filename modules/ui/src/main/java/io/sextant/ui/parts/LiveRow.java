package io.sextant.ui.parts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A row that remains the same, selected or not, while what it shows changes. */
public final class LiveRow<T> {

    private final ReadOnlyObjectWrapper<T> value;

    LiveRow(T value) {
        this.value = new ReadOnlyObjectWrapper<>(value);
    }

    public T get() {
        return value.get();
    }

    public ReadOnlyObjectProperty<T> value() {
        return value.getReadOnlyProperty();
    }

    void set(T newer) {
        if (!newer.equals(value.get())) {
            value.set(newer);
        }
    }
}
