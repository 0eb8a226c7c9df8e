package io.sextant.ui.panel.market;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.request.WatchlistState;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.transformation.FilteredList;

/** The instruments of the session with their figures, and which of them the filter lets through. */
final class MarketModel {

    private final LiveRows<InstrumentId, MarketRow> rows =
            new LiveRows<>(row -> row.instrument().id());
    private final FilteredList<LiveRow<MarketRow>> shown = new FilteredList<>(rows.list());
    private final StringProperty filter = new SimpleStringProperty("");

    MarketModel(List<Instrument> instruments) {
        rows.show(instruments.stream().map(MarketRow::withoutFigures).toList());
        filter.addListener(
                (property, before, text) -> shown.setPredicate(row -> row.get().matches(text)));
    }

    StringProperty filter() {
        return filter;
    }

    FilteredList<LiveRow<MarketRow>> shown() {
        return shown;
    }

    void update(WatchlistState state) {
        for (WatchlistState.Row figures : state.rows()) {
            rows.find(figures.instrument()).ifPresent(row -> rows.put(row.with(figures, state.marketNanos())));
        }
    }

    /** Something unusual was seen; the newest of an instrument is shown. */
    void see(FlowAnomaly anomaly) {
        rows.find(anomaly.instrument()).ifPresent(row -> rows.put(row.with(anomaly)));
    }

    /** The shown row of an instrument, empty when the filter hides it. */
    Optional<LiveRow<MarketRow>> findShown(InstrumentId id) {
        return shown.stream()
                .filter(row -> row.get().instrument().id().equals(id))
                .findFirst();
    }
}
