package io.sextant.marketdata.file;

import io.sextant.domain.dataset.ImportChoices;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.BarRule;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is known about files before they are read.
 *
 * @param symbol instead of the one that the file tells
 * @param zone of times without an offset
 * @param length of bars, instead of the one that the times tell
 * @param barEndTimes times are ends of bars even where no heading says so
 * @param trades which bars become of trades
 */
public record Reading(
        Optional<String> symbol, ZoneId zone, Optional<BarLength> length, boolean barEndTimes, BarRule trades) {

    private static final BarRule SECONDS = new BarRule.Time(BarLength.parse("1s"));

    /** As a person chose for an import; trades become bars of a second, which any other can be made of. */
    public static Reading of(ImportChoices choices) {
        Optional<BarLength> length = choices.timeframe().map(BarLength::of);
        return new Reading(
                choices.symbol().map(symbol -> symbol.symbol()),
                choices.zone(),
                length,
                choices.barEndTimes(),
                length.<BarRule>map(BarRule.Time::new).orElse(SECONDS));
    }

    public Reading withTrades(BarRule rule) {
        return new Reading(symbol, zone, length, barEndTimes, rule);
    }
}
