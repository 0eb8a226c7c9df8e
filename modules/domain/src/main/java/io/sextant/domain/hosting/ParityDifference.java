package io.sextant.domain.hosting;

import io.sextant.domain.order.Refusal;
import java.util.Optional;

/**
 * In what a signal differed, with the figure on each side.
 *
 * @param sinceBarEndNanos for what follows from an earlier difference, the signal in which it began; otherwise 0
 * @param refusal for an order that was not sent
 */
public record ParityDifference(
        Kind kind, double strategy, double shadow, long sinceBarEndNanos, Optional<Refusal> refusal) {

    /** What the two figures are, and what explains them. */
    public enum Kind {
        /** Shares that were wished, and books were the same: it decided by what bars do not have. */
        SIGNAL,
        /** An order was refused; units that traded. */
        REFUSED,
        /** Less traded than was sent; units. */
        PARTIAL_FILL,
        /** It traded later than at the first price; nanoseconds after the bar's end. */
        LATENCY,
        /** The market's price was another than the model's of spread and slippage; prices. */
        PRICE,
        /** The venue's tier is not what the test charges; fees. */
        FEE,
        /** Sizes, and books were the same; units. */
        QUANTITY,
        /** Units or shares, because the books differ since an earlier signal. */
        EARLIER_DIFFERENCE
    }

    public static ParityDifference of(Kind kind, double strategy, double shadow) {
        return new ParityDifference(kind, strategy, shadow, 0, Optional.empty());
    }

    public static ParityDifference refused(Refusal refusal, double strategy, double shadow) {
        return new ParityDifference(Kind.REFUSED, strategy, shadow, 0, Optional.of(refusal));
    }

    public static ParityDifference since(long barEndNanos, double strategy, double shadow) {
        return new ParityDifference(Kind.EARLIER_DIFFERENCE, strategy, shadow, barEndNanos, Optional.empty());
    }
}
