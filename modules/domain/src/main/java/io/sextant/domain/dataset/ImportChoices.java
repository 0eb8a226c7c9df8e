package io.sextant.domain.dataset;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a person says about files that the files do not say themselves.
 *
 * @param symbol of what the rows do not name, instead of the one that the file's name tells
 * @param zone of times without an offset
 * @param timeframe instead of the one that the times tell
 * @param barEndTimes times are ends of bars even where no heading says so
 * @param dryRun look at everything and store nothing
 */
public record ImportChoices(
        Optional<InstrumentId> symbol,
        ZoneId zone,
        Optional<Timeframe> timeframe,
        boolean barEndTimes,
        boolean dryRun) {

    public static final ImportChoices NONE =
            new ImportChoices(Optional.empty(), ZoneOffset.UTC, Optional.empty(), false, false);

    public ImportChoices asDryRun() {
        return new ImportChoices(symbol, zone, timeframe, barEndTimes, true);
    }
}
