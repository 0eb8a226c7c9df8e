package io.sextant.domain.position;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.util.List;

/**
 * What is held of one instrument and what it is worth at {@code mark}. {@code signedUnits} counts {@code 10^-scale} of the
 * instrument, negative when short. {@code openCost} is what the open part cost (negative: received for a short).
 * {@code exposure} is price times quantity times multiplier. {@code marketValue} is what the position adds to the desk's worth
 * besides cash: the exposure of what was paid for, only the open profit of a future.
 */
public record Position(
        InstrumentId instrument,
        long signedUnits,
        int scale,
        Money openCost,
        Price mark,
        Money exposure,
        Money marketValue,
        Money unrealised,
        Money realised,
        Money feesQuote) {

    public Position {
        for (Money amount : List.of(exposure, marketValue, unrealised, realised, feesQuote)) {
            amount.requireCurrency(openCost.currency());
        }
    }

    public boolean isFlat() {
        return signedUnits == 0;
    }

    public Quantity size() {
        return Quantity.of(Math.absExact(signedUnits), scale);
    }

    /** The quantity with its sign, in plain notation. */
    public String signedText() {
        return (signedUnits < 0 ? "-" : "") + size();
    }

    /** Average price of the open part, for display. */
    public double averagePrice(long multiplier) {
        return isFlat()
                ? Double.NaN
                : openCost.toDouble() / (signedUnits / (double) Decimals.powerOfTen(scale)) / multiplier;
    }
}
