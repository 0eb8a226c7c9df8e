package io.sextant.app.cli;

import io.sextant.domain.dataset.ArchivedSeries;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of an instrument's stored series is meant. */
final class StoredChoice {

    private StoredChoice() {}

    static Timeframe of(List<ArchivedSeries> all, InstrumentId instrument, @Nullable Timeframe wanted) {
        List<Timeframe> stored = all.stream()
                .filter(one -> one.instrument().equals(instrument))
                .map(ArchivedSeries::timeframe)
                .toList();
        if (stored.isEmpty()) {
            throw new RefusedByRule("The archive has no " + instrument + "; sextant export lists what there is.");
        }
        if (wanted != null && !stored.contains(wanted)) {
            throw new RefusedByRule("The archive has no bars of " + wanted.label() + " of " + instrument + "; it has "
                    + labels(stored) + ".");
        }
        if (wanted == null && stored.size() > 1) {
            throw new RefusedByRule("The archive has bars of " + labels(stored) + " of " + instrument
                    + "; choose one with --timeframe.");
        }
        return wanted == null ? stored.getFirst() : wanted;
    }

    private static String labels(List<Timeframe> timeframes) {
        return String.join(", ", timeframes.stream().map(Timeframe::label).toList());
    }
}
