package io.sextant.domain.market;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/**
 * Something unusual that a market's own book and trades showed.
 *
 * @param seenNanos market time at which it was certain
 * @param side who did it: the taker of a sweep or of unusual volume, the side that an iceberg or a pulled order waited on
 * @param price where; of a sweep the first price taken
 * @param quantity of a sweep what was taken, of an iceberg the tip, of spoofing what was pulled, of volume what traded
 * @param score how unusual, in the kind's own measure
 */
public record FlowAnomaly(
        InstrumentId instrument, Kind kind, long seenNanos, Side side, Price price, Quantity quantity, double score) {

    public enum Kind {
        /** One taker through several levels; the score is the multiple of the usual volume of a run. */
        SWEEP,
        /** The same quantity came back at a price again and again while it was traded; the score is how often. */
        ICEBERG,
        /** Large orders placed near the best price and pulled without trading; the score is their share of large size shown. */
        SPOOFING,
        /** A span of time with unusual volume; the score is in deviations of its logarithm. */
        VOLUME
    }

    public FlowAnomaly {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("an anomaly without a score is none");
        }
    }
}
