package io.sextant.analytics.feature;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What a stream of features is handed for one bar; the same object each time, so that a bar allocates nothing. */
public final class FeatureInput {

    long openTimeNanos;
    double open = Double.NaN;
    double high = Double.NaN;
    double low = Double.NaN;
    double close = Double.NaN;
    double volume = Double.NaN;
    double peerClose = Double.NaN;
    private final Map<FeatureReading, double[]> readings = new EnumMap<>(FeatureReading.class);

    public FeatureInput() {
        for (FeatureReading reading : FeatureReading.values()) {
            readings.put(reading, new double[] {Double.NaN});
        }
    }

    /** The bar; {@code volume} NaN where none is known. */
    public void bar(long timeNanos, double o, double h, double l, double c, double v) {
        openTimeNanos = timeNanos;
        open = o;
        high = h;
        low = l;
        close = c;
        volume = v;
    }

    /** Close of the instrument that this one is compared with, at the same time; NaN where none is. */
    public void peer(double closeOfPeer) {
        peerClose = closeOfPeer;
    }

    /** What a {@link FeatureSource} knew when the bar closed. */
    public void reading(FeatureReading of, double value) {
        cell(of)[0] = value;
    }

    public void clearReadings() {
        for (double[] cell : readings.values()) {
            cell[0] = Double.NaN;
        }
    }

    double reading(FeatureReading of) {
        return cell(of)[0];
    }

    private double[] cell(FeatureReading of) {
        return Objects.requireNonNull(readings.get(of));
    }
}
