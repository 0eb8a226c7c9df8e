package io.sextant.neural.forecast;

/**
 * How a window is cut in time order: 70% to train, 20% to choose by, 10% that only the last check sees. Between two parts as many
 * samples are left out as a target reaches ahead, so that no part sees values of the next one.
 */
record Parts(int trainingEnd, int validationFrom, int validationEnd, int end) {

    private static final int FEWEST = 20;

    static Parts of(int samples, int horizon) {
        int validation = (int) (0.7 * samples);
        int last = (int) (0.9 * samples);
        return new Parts(validation - (horizon - 1), validation, Math.max(validation, last - (horizon - 1)), samples);
    }

    boolean isEnough() {
        return trainingEnd >= 2 * FEWEST && validationEnd - validationFrom >= FEWEST / 2;
    }
}
