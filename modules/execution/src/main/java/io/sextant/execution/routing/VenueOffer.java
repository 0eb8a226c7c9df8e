package io.sextant.execution.routing;

/**
 * What one venue offers on the side that would be taken, best price first, and what taking costs there.
 *
 * @param takerMillionths of the value; negative for a rebate
 * @param lotFeeMillionths of a tick for each lot
 * @param smallestLots that an order there may have
 */
public record VenueOffer(
        String venue, long[] ticks, long[] lots, long takerMillionths, long lotFeeMillionths, long smallestLots) {

    public VenueOffer {
        if (ticks.length != lots.length) {
            throw new IllegalArgumentException("every price of " + venue + " has its lots");
        }
        if (takerMillionths <= -SmartRouter.MILLION || takerMillionths >= SmartRouter.MILLION || smallestLots < 1) {
            throw new IllegalArgumentException("a fee is less than the value, and an order at least a lot");
        }
        ticks = ticks.clone();
        lots = lots.clone();
    }

    @Override
    public long[] ticks() {
        return ticks.clone();
    }

    @Override
    public long[] lots() {
        return lots.clone();
    }

    int levels() {
        return ticks.length;
    }

    long lotsAt(int level) {
        return lots[level];
    }

    long ticksAt(int level) {
        return ticks[level];
    }
}
