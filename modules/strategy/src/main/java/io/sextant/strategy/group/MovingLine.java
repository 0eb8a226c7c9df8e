package io.sextant.strategy.group;

/**
 * y = a + b x with a and b that wander: the Kalman filter whose uncertainty grows at each step by the same share (discount factor; West and
 * Harrison, Bayesian Forecasting and Dynamic Models, 1997, section 6.3) and that knows nothing at first. It is kept as its information, in
 * sums around their means, which stays sound where the two uncertainties of the usual form are nearly one (log prices lie far from 0) and
 * where x rests. What y is off from the expected is measured in the deviation of what it was off lately, with the same memory.
 */
final class MovingLine {

    /** Before so much was seen two numbers are not known from points. */
    private static final double FEWEST = 5;

    /** An x that moved less than a hundred-thousandth tells no slope. */
    private static final double RESTING_VARIANCE = 1e-10;

    private final double kept;
    private double weight;
    private double meanX;
    private double meanY;
    private double squareX;
    private double product;
    private double variance = Double.NaN;

    MovingLine(int memoryBars) {
        kept = 1 - 1.0 / memoryBars;
    }

    /** NaN where x rests. */
    double slope() {
        return squareX > RESTING_VARIANCE * weight ? product / squareX : Double.NaN;
    }

    /** How far y is from where the line expected it, in deviations; then the line learns of it. NaN at first, and where x rests. */
    double score(double x, double y) {
        double off = weight < FEWEST ? Double.NaN : y - meanY - slope() * (x - meanX);
        double score = off / Math.sqrt(variance);
        if (!Double.isNaN(off)) {
            variance = Double.isNaN(variance) ? off * off : kept * variance + (1 - kept) * off * off;
        }
        learn(x, y);
        return score;
    }

    private void learn(double x, double y) {
        double before = kept * weight;
        weight = before + 1;
        double awayX = x - meanX;
        double awayY = y - meanY;
        double share = before / weight;
        squareX = kept * squareX + share * awayX * awayX;
        product = kept * product + share * awayX * awayY;
        meanX += awayX / weight;
        meanY += awayY / weight;
    }
}
