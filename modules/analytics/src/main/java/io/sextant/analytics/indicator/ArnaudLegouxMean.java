package io.sextant.analytics.indicator;

/** ALMA (Legoux and Kouzis Loukas 2009): a bell of weights whose top lies at {@code offset} of the window, {@code sigma} its length over its width. */
record ArnaudLegouxMean(Recent recent, double[] weights) implements Smoother {

    static ArnaudLegouxMean of(int length, double offset, double sigma) {
        double top = offset * (length - 1);
        double width = length / sigma;
        double[] weights = new double[length];
        double sum = 0;
        for (int i = 0; i < length; i++) {
            weights[i] = Math.exp(-(i - top) * (i - top) / (2 * width * width));
            sum += weights[i];
        }
        for (int i = 0; i < length; i++) {
            weights[i] /= sum;
        }
        return new ArnaudLegouxMean(new Recent(length), weights);
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        recent.push(value);
        if (!recent.isFull()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * recent.back(weights.length - 1 - i);
        }
        return sum;
    }

    @Override
    public ArnaudLegouxMean copy() {
        return new ArnaudLegouxMean(recent.copy(), weights);
    }
}
