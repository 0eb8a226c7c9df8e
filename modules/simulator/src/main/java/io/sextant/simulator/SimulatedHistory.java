package io.sextant.simulator;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.simulator.history.InstrumentHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened before a simulated market started: bars of every timeframe, back to twenty years, the same for the same
 * settings. The last close is the price from which the agents start. A bar that the start falls into ends there. Thread-safe.
 */
public final class SimulatedHistory {

    private final InstrumentCatalog catalog;
    private final List<InstrumentHistory> histories = new ArrayList<>();

    public SimulatedHistory(SimulatorSettings settings) {
        SimulatedInstruments instruments = new SimulatedInstruments(settings.startNanos());
        catalog = instruments.catalog();
        for (int i = 0; i < catalog.size(); i++) {
            histories.add(new InstrumentHistory(
                    catalog.get(i),
                    instruments.valueProfiles(),
                    instruments.barProfile(i),
                    i,
                    settings.seed(),
                    instruments.startTicks(i),
                    settings.startNanos()));
        }
    }

    /** Bars that open in {@code [fromNanos, toNanos)} and before the market starts. */
    public BarSeries bars(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos) {
        return historyOf(instrument).bars(timeframe, fromNanos, toNanos);
    }

    /** At most {@code limit} bars that open before {@code beforeNanos}, the newest ones. */
    public BarSeries barsBefore(InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit) {
        return historyOf(instrument).barsBefore(timeframe, beforeNanos, limit);
    }

    /** No bar opens before this time. */
    public long oldestNanos() {
        return histories.getFirst().oldestNanos();
    }

    private InstrumentHistory historyOf(InstrumentId instrument) {
        return histories.get(catalog.indexOf(instrument));
    }
}
