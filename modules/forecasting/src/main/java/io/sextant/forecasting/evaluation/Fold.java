package io.sextant.forecasting.evaluation;

/**
 * One training part and the stretch after it that it is held against. What lies between the two is observed and neither learned nor judged.
 *
 * @param trainFrom the first observation to learn from
 * @param trainEnd the first that is not learned from
 * @param testFrom the first that is forecast
 * @param testEnd the first that is not
 */
public record Fold(int trainFrom, int trainEnd, int testFrom, int testEnd) {

    public Fold {
        if (trainFrom < 0 || trainEnd <= trainFrom || testFrom < trainEnd || testEnd <= testFrom) {
            throw new IllegalArgumentException("no fold learns from " + trainFrom + " to " + trainEnd
                    + " and is judged from " + testFrom + " to " + testEnd);
        }
    }

    public int trained() {
        return trainEnd - trainFrom;
    }

    public int tested() {
        return testEnd - testFrom;
    }
}
