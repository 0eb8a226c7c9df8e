package io.sextant.domain.hosting;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Money;

/**
 * What a strategy holds of one instrument in its own book; the account's position is the sum of all books and of what people trade.
 *
 * @param units below zero where it is short
 * @param entryPrice the mean price at which they were taken
 * @param workingUnits of its orders that still wait, bought less sold
 */
public record HostedPosition(
        InstrumentId instrument, double units, double entryPrice, Money worth, Money unrealised, double workingUnits) {}
