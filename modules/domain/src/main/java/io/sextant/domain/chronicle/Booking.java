package io.sextant.domain.chronicle;

import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;

/**
 * How the ledger stood right after a fill, by all fills up to it.
 *
 * @param signedUnits what is held of the instrument, negative when short
 * @param scale decimals of {@code signedUnits}
 * @param openCost what the open part cost; for a short, minus what it brought
 * @param realised profit of what was closed since the session began, before fees
 * @param realisedByFill the part of it that this fill closed
 * @param cash in the currency that the instrument is quoted in
 */
public record Booking(long signedUnits, int scale, Money openCost, Money realised, Money realisedByFill, Money cash) {

    public boolean isFlat() {
        return signedUnits == 0;
    }

    /** The position with its sign, in plain notation. */
    public String positionText() {
        return (signedUnits < 0 ? "-" : "") + Quantity.of(Math.absExact(signedUnits), scale);
    }
}
