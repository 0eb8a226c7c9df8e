package io.sextant.analytics.orderflow;

/**
 * What a run of book states says: fed after each event, in its order. Prices are in money: whoever feeds it gives the worth of the book's
 * unit.
 */
public final class BookStatistics {

    private final double unit;
    private final double sizeUnit;
    private final OrderFlowImbalance imbalance = new OrderFlowImbalance();
    private final LinearFit impact = new LinearFit();
    private double midBefore = Double.NaN;
    private long states;
    private double spreads;
    private double mids;
    private double flow;
    private double lastFlow;
    private double variance;
    private long effectiveCount;
    private double effective;

    /** @param unit what one unit of the book's prices is worth, 0.0001 for LOBSTER */
    public BookStatistics(double unit) {
        this(unit, 1);
    }

    /** @param sizeUnit what one unit of the book's sizes is worth */
    public BookStatistics(double unit, double sizeUnit) {
        this.unit = unit;
        this.sizeUnit = sizeUnit;
    }

    /** A trade against waiting orders, told before the state that it leaves; {@code sign} is 1 when the taker bought. */
    public void trade(int sign, double price) {
        if (!Double.isNaN(midBefore)) {
            effective += 2 * sign * (price * unit - midBefore);
            effectiveCount++;
        }
    }

    public void state(Depth book) {
        lastFlow = imbalance.next(book) * sizeUnit;
        flow += lastFlow;
        if (!book.isTwoSided()) {
            midBefore = Double.NaN;
            return;
        }
        double mid = BookMetrics.mid(book) * unit;
        states++;
        spreads += BookMetrics.spread(book) * unit;
        mids += mid;
        if (!Double.isNaN(midBefore)) {
            impact.add(lastFlow, mid - midBefore);
            double move = Math.log(mid / midBefore);
            variance += move * move;
        }
        midBefore = mid;
    }

    /** How many states had both sides. */
    public long states() {
        return states;
    }

    public double meanSpread() {
        return spreads / states;
    }

    public double meanMid() {
        return mids / states;
    }

    /** Order flow imbalance of the last event. */
    public double lastFlow() {
        return lastFlow;
    }

    public double sumOfFlow() {
        return flow;
    }

    /** Of the middle's moves on order flow imbalance, event by event: slope is what a unit of flow moves. */
    public LinearFit impact() {
        return impact;
    }

    /** Sum of squared log moves of the middle. */
    public double realizedVariance() {
        return variance;
    }

    /** Twice the signed distance of trades from the middle before them (Roll 1984, Lee and Ready 1991). */
    public double effectiveSpread() {
        return effective / effectiveCount;
    }
}
