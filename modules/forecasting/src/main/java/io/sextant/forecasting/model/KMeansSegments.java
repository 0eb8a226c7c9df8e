package io.sextant.forecasting.model;

import io.sextant.analytics.estimation.KMeans;
import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Situations fall into a few segments, and each has a model of its own: {@link KMeans} on where the series stands, then in each segment and
 * for each step a regression of what followed, in units of recent changes, on the same features, drawn towards zero.
 */
public final class KMeansSegments implements Forecaster {

    private static final int SEGMENTS = 4;
    private static final int OBSERVATIONS_MIN = 300;
    private static final int NEWEST = 20_000;
    /** In observations: so many of no effect stand beside each segment's. */
    private static final double PENALTY = 50;

    private static final int WIDTH = SegmentFeatures.NAMES.length + 1;

    @Override
    public String name() {
        return "segments";
    }

    @Override
    public int observationsNeeded() {
        return OBSERVATIONS_MIN;
    }

    @Override
    public FittedForecaster fit(Observations past, Training training) {
        double[] values = Windows.newest(Windows.values(past, OBSERVATIONS_MIN, "a model for each segment"), NEWEST);
        int horizon = Math.min(training.horizon(), values.length / 4);
        int first = SegmentFeatures.SPAN;
        double[][] points = new double[values.length - first][];
        Arrays.setAll(points, i -> SegmentFeatures.at(values, first + i));
        double[][] centres = KMeans.centres(points, SEGMENTS, new SeededRandom(training.seed()));
        int[] segment = new int[points.length];
        Arrays.setAll(segment, i -> KMeans.nearest(points[i], centres));
        double[][][] weights = new double[SEGMENTS][horizon][];
        double[][] deviations = new double[SEGMENTS][horizon];
        double[] errors = new double[points.length - 1];
        for (int h = 1; h <= horizon; h++) {
            training.checkCancelled();
            double pooled = pooledSize(values, first, h);
            for (int k = 0; k < SEGMENTS; k++) {
                Learned learned = learned(values, points, places(segment, k, values.length - first - h), h, pooled);
                weights[k][h - 1] = learned.weights();
                deviations[k][h - 1] = learned.deviation();
                for (int j = 0; h == 1 && j < learned.places().length; j++) {
                    errors[learned.places()[j]] = learned.errors()[j] / learned.deviation();
                }
            }
        }
        double[] newest = Arrays.copyOfRange(values, values.length - first - 1, values.length);
        return new Fitted(ErrorShape.of(errors), past.last(), centres, weights, deviations, newest);
    }

    /** What one segment tells of one step. */
    private record Learned(double[] weights, double deviation, int[] places, double[] errors) {}

    private static int[] places(int[] segment, int k, int end) {
        return IntStream.range(0, end).filter(i -> segment[i] == k).toArray();
    }

    /** The root mean square of what followed, over all segments. */
    private static double pooledSize(double[] values, int first, int h) {
        double squares = 0;
        int count = 0;
        for (int at = first; at + h < values.length; at++) {
            double followed = (values[at + h] - values[at]) / SegmentFeatures.unit(values, at);
            squares += followed * followed;
            count++;
        }
        return Math.sqrt(squares / count);
    }

    private static Learned learned(double[] values, double[][] points, int[] places, int h, double pooled) {
        double[][] rows = new double[places.length][];
        double[] wanted = new double[places.length];
        for (int j = 0; j < places.length; j++) {
            int at = SegmentFeatures.SPAN + places[j];
            rows[j] = row(points[places[j]]);
            wanted[j] = (values[at + h] - values[at]) / SegmentFeatures.unit(values, at);
        }
        double[] weights = new double[WIDTH];
        if (places.length > 0) {
            double[] penalties = new double[WIDTH];
            Arrays.fill(penalties, PENALTY);
            weights = RidgeRegression.solve(RidgeRegression.products(rows, wanted), penalties);
        }
        double squares = PENALTY * pooled * pooled;
        double[] errors = new double[places.length];
        for (int j = 0; j < errors.length; j++) {
            errors[j] = wanted[j] - RidgeRegression.told(weights, rows[j]);
            squares += errors[j] * errors[j];
        }
        return new Learned(weights, Math.sqrt(squares / (PENALTY + places.length)), places, errors);
    }

    private static double[] row(double[] point) {
        double[] row = Arrays.copyOf(point, WIDTH);
        row[WIDTH - 1] = 1;
        return row;
    }

    @Override
    public FittedForecaster load(DataInput in) throws IOException {
        ErrorShape shape = ErrorShape.load(in);
        double last = in.readDouble();
        double[][] centres = SavedNumbers.readRows(in);
        double[][][] weights = new double[centres.length][][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = SavedNumbers.readRows(in);
        }
        return new Fitted(shape, last, centres, weights, SavedNumbers.readRows(in), SavedNumbers.read(in));
    }

    private static final class Fitted extends FittedModel {

        private final double[][] centres;
        private final double[][][] weights;
        private final double[][] stepDeviations;
        private final double[] newest;

        Fitted(
                ErrorShape shape,
                double last,
                double[][] centres,
                double[][][] weights,
                double[][] stepDeviations,
                double[] newest) {
            super(shape, last);
            this.centres = centres;
            this.weights = weights;
            this.stepDeviations = stepDeviations;
            this.newest = newest;
        }

        private int segment() {
            return KMeans.nearest(SegmentFeatures.at(newest, newest.length - 1), centres);
        }

        /** Beyond the steps that it learned, nothing more is expected. */
        @Override
        double[] means(int horizon) {
            double[] row = row(SegmentFeatures.at(newest, newest.length - 1));
            double unit = SegmentFeatures.unit(newest, newest.length - 1);
            double[][] own = weights[segment()];
            double[] means = new double[horizon];
            Arrays.setAll(means, h -> last() + unit * RidgeRegression.told(own[Math.min(h, own.length - 1)], row));
            return means;
        }

        @Override
        double[] deviations(int horizon) {
            double unit = SegmentFeatures.unit(newest, newest.length - 1);
            double[] own = stepDeviations[segment()];
            double[] deviations = new double[horizon];
            for (int h = 0; h < horizon; h++) {
                int known = Math.min(h, own.length - 1);
                deviations[h] = unit * own[known] * Math.sqrt((h + 1.0) / (known + 1));
            }
            return deviations;
        }

        @Override
        void move(Observation next) {
            System.arraycopy(newest, 1, newest, 0, newest.length - 1);
            newest[newest.length - 1] = next.value();
        }

        @Override
        public Explanation explain() {
            double[] row = row(SegmentFeatures.at(newest, newest.length - 1));
            double unit = SegmentFeatures.unit(newest, newest.length - 1);
            double[] own = weights[segment()][0];
            List<Explanation.Part> parts = new ArrayList<>();
            for (int i = 0; i < WIDTH - 1; i++) {
                parts.add(new Explanation.Part(SegmentFeatures.NAMES[i], row[i], unit * own[i] * row[i]));
            }
            parts.add(new Explanation.Part("segment " + (segment() + 1), segment() + 1, unit * own[WIDTH - 1]));
            parts.sort(Comparator.comparingDouble((Explanation.Part part) -> Math.abs(part.effect()))
                    .reversed());
            return new Explanation(parts);
        }

        @Override
        void saveState(DataOutput out) throws IOException {
            SavedNumbers.write(out, centres);
            for (double[][] each : weights) {
                SavedNumbers.write(out, each);
            }
            SavedNumbers.write(out, stepDeviations);
            SavedNumbers.write(out, newest);
        }
    }
}
