package io.sextant.ui.panel.tape;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.TapeTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The newest trades of one instrument, newest first. States overlap or leave gaps; the trades' numbers tell which. */
final class TapeModel {

    static final int MAX_ROWS = 500;

    private final ObservableList<TapeRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Quantity> smallestShown = new SimpleObjectProperty<>(Quantity.ZERO);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final List<TapeRow> all = new ArrayList<>();
    private @Nullable Instrument instrument;
    private long newestNumber;

    TapeModel() {
        smallestShown.addListener(change -> showAll());
        paused.addListener(change -> showAll());
    }

    /** What is listed: all but what is too small, unchanged while paused. */
    ObservableList<TapeRow> rows() {
        return rows;
    }

    /** Trades below this quantity are left out, our own never. */
    ObjectProperty<Quantity> smallestShown() {
        return smallestShown;
    }

    BooleanProperty paused() {
        return paused;
    }

    Optional<Instrument> instrument() {
        return Optional.ofNullable(instrument);
    }

    void show(Optional<Instrument> chosen) {
        if (chosen.equals(instrument())) {
            return;
        }
        instrument = chosen.orElse(null);
        newestNumber = 0;
        all.clear();
        rows.clear();
        smallestShown.set(Quantity.ZERO);
        paused.set(false);
    }

    void update(MarketState state) {
        if (instrument == null || !state.instrument().equals(instrument.id())) {
            return;
        }
        List<TapeRow> fresh = freshRows(state.tape());
        if (fresh.isEmpty()) {
            return;
        }
        all.addAll(0, fresh);
        trim(all);
        if (!paused.get()) {
            rows.addAll(0, fresh.stream().filter(this::isShown).toList());
            trim(rows);
        }
    }

    /** The trades not seen before, newest first, with a gap below them when some were missed. */
    private List<TapeRow> freshRows(List<TapeTrade> tape) {
        List<TapeRow> fresh = new ArrayList<>();
        for (int i = 0; i < tape.size() && tape.get(i).number() > newestNumber; i++) {
            TapeTrade trade = tape.get(i);
            boolean hasOlder = i + 1 < tape.size();
            int direction = hasOlder ? trade.price().compareTo(tape.get(i + 1).price()) : 0;
            fresh.add(new TapeRow.Print(trade, Integer.signum(direction)));
        }
        if (!fresh.isEmpty()) {
            long oldestFresh = tape.get(fresh.size() - 1).number();
            long missed = newestNumber == 0 ? 0 : oldestFresh - newestNumber - 1;
            newestNumber = tape.getFirst().number();
            if (missed > 0) {
                fresh.add(new TapeRow.Gap(missed));
            }
        }
        return fresh;
    }

    private boolean isShown(TapeRow row) {
        return switch (row) {
            case TapeRow.Print print ->
                print.trade().ours() || print.trade().quantity().compareTo(smallestShown.get()) >= 0;
            case TapeRow.Gap gap -> true;
        };
    }

    private void showAll() {
        if (!paused.get()) {
            rows.setAll(all.stream().filter(this::isShown).toList());
        }
    }

    private static void trim(List<TapeRow> list) {
        if (list.size() > MAX_ROWS) {
            list.subList(MAX_ROWS, list.size()).clear();
        }
    }
}
