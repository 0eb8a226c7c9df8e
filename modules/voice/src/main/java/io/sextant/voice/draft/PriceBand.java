package io.sextant.voice.draft;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import java.math.BigDecimal;

/** How far a price may go from where it was when something was drafted. */
public record PriceBand(InstrumentId instrument, Price reference, int widthBps) {

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    public PriceBand {
        if (!reference.isPositive()) {
            throw new IllegalArgumentException("a band lies around a price above zero, was " + reference);
        }
        if (widthBps <= 0) {
            throw new IllegalArgumentException("a band has a width, was " + widthBps);
        }
    }

    /** Exact: at the edge is inside. */
    public boolean contains(Price price) {
        BigDecimal middle = decimal(reference);
        BigDecimal away = decimal(price).subtract(middle).abs();
        return away.multiply(BPS).compareTo(middle.multiply(BigDecimal.valueOf(widthBps))) <= 0;
    }

    private static BigDecimal decimal(Price price) {
        return BigDecimal.valueOf(price.units(), price.scale());
    }
}
