package io.sextant.ui.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Rows by key. Values come as whole lists or one by one; rows are reused, so selection and scroll position survive. */
public final class LiveRows<K, T> {

    private final Function<? super T, ? extends K> keyOf;
    private final Map<K, LiveRow<T>> rowByKey = new HashMap<>();
    private final ObservableList<LiveRow<T>> list = FXCollections.observableArrayList();

    public LiveRows(Function<? super T, ? extends K> keyOf) {
        this.keyOf = keyOf;
    }

    /** Changes when rows come and go. A row that only has a new value keeps its place: a list that sorts itself cannot be read. */
    public ObservableList<LiveRow<T>> list() {
        return list;
    }

    public Optional<T> find(K key) {
        return Optional.ofNullable(rowByKey.get(key)).map(LiveRow::get);
    }

    public List<T> values() {
        return list.stream().map(LiveRow::get).toList();
    }

    /** Shows exactly these values in this order. */
    public void show(List<? extends T> values) {
        List<LiveRow<T>> wanted = new ArrayList<>(values.size());
        Map<K, LiveRow<T>> kept = new HashMap<>();
        for (T value : values) {
            K key = keyOf.apply(value);
            LiveRow<T> row = rowByKey.get(key);
            if (row == null) {
                row = new LiveRow<>(value);
            } else {
                row.set(value);
            }
            kept.put(key, row);
            wanted.add(row);
        }
        rowByKey.clear();
        rowByKey.putAll(kept);
        if (!list.equals(wanted)) {
            list.setAll(wanted);
        }
    }

    /** Shows a newer value in its row, or in a new first row. */
    public void put(T value) {
        K key = keyOf.apply(value);
        LiveRow<T> row = rowByKey.get(key);
        if (row == null) {
            LiveRow<T> added = new LiveRow<>(value);
            rowByKey.put(key, added);
            list.addFirst(added);
        } else {
            row.set(value);
        }
    }

    /** Drops the last rows beyond a bound. */
    public void keepFirst(int most) {
        while (list.size() > most) {
            rowByKey.remove(keyOf.apply(list.removeLast().get()));
        }
    }

    public void clear() {
        rowByKey.clear();
        list.clear();
    }
}
