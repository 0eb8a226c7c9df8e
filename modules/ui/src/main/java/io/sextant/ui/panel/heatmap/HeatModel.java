package io.sextant.ui.panel.heatmap;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.DepthLevel;
import io.sextant.domain.market.Side;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.TapeTrade;
import io.sextant.ui.chart.heat.HeatHistory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Collects the depth of one instrument while it can be seen. Another instrument or stretch begins anew. */
final class HeatModel {

    /** Stretches to choose from. */
    static final List<Duration> STRETCHES =
            List.of(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private static final int SLICES = 4_096;

    private final ObjectProperty<Duration> stretch = new SimpleObjectProperty<>(STRETCHES.get(0));
    private final ReadOnlyObjectWrapper<HeatHistory> history = new ReadOnlyObjectWrapper<>(anew(STRETCHES.get(0)));
    private Optional<Instrument> instrument = Optional.empty();
    private long newestTrade = -1;

    HeatModel() {
        stretch.addListener((property, before, after) -> begin());
    }

    ObjectProperty<Duration> stretch() {
        return stretch;
    }

    ReadOnlyObjectProperty<HeatHistory> history() {
        return history.getReadOnlyProperty();
    }

    Optional<Instrument> instrument() {
        return instrument;
    }

    /** The same instrument as before goes on, with a hole for the time it was not looked at. */
    void show(Optional<Instrument> chosen) {
        if (!chosen.equals(instrument)) {
            instrument = chosen;
            begin();
        }
    }

    /** Takes a state of the market; false when it is of another instrument. */
    boolean update(MarketState state) {
        if (instrument.filter(shown -> shown.id().equals(state.instrument())).isEmpty()) {
            return false;
        }
        HeatHistory now = history.get();
        now.turnTo(state.marketNanos());
        now.clearDepth();
        state.depth().bids().stream().limit(HeatHistory.LEVELS).forEach(level -> add(now, true, level));
        state.depth().asks().stream().limit(HeatHistory.LEVELS).forEach(level -> add(now, false, level));
        List<TapeTrade> tape = state.tape();
        for (int i = tape.size() - 1; i >= 0; i--) {
            TapeTrade trade = tape.get(i);
            // The first tape is of the past; it tells only where to go on.
            if (newestTrade >= 0 && trade.number() > newestTrade) {
                now.addTrade(
                        trade.aggressor() == Side.BUY,
                        trade.price().toDouble(),
                        trade.quantity().toDouble());
            }
        }
        if (!tape.isEmpty()) {
            newestTrade = Math.max(newestTrade, tape.getFirst().number());
        } else if (newestTrade < 0) {
            newestTrade = 0;
        }
        return true;
    }

    private static void add(HeatHistory to, boolean bid, DepthLevel level) {
        to.addLevel(bid, level.price().toDouble(), level.quantity().toDouble());
    }

    private void begin() {
        newestTrade = -1;
        history.set(anew(stretch.get()));
    }

    private static HeatHistory anew(Duration stretch) {
        return new HeatHistory(SLICES, stretch.toNanos());
    }
}
