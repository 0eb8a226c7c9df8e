package io.sextant.ui.chart.heat;

/**
 * What part of a history a picture shows: the newest slice at the right edge, so many pixels wide each, and prices from
 * {@code lowPrice} at the bottom to {@code highPrice} at the top in rows of one tick.
 */
record HeatFrame(
        int width, int height, int slicePixels, long newestNumber, double lowPrice, double highPrice, double tick) {

    /** The left pixel of a slice. */
    int x(long number) {
        return (int) (width - (newestNumber - number + 1) * slicePixels);
    }

    long numberAt(double x) {
        return newestNumber - (long) Math.floor((width - 1 - x) / slicePixels);
    }

    /** Rows from the top. */
    double y(double price) {
        return (highPrice - price) / (highPrice - lowPrice) * height;
    }

    double priceAt(double y) {
        return highPrice - y / height * (highPrice - lowPrice);
    }

    /** Pixels of one tick. */
    double rowPixels() {
        return tick / (highPrice - lowPrice) * height;
    }
}
