package io.sextant.neural.boosting;

import io.sextant.neural.LearnerUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A number predicted by a sum of trees. What is not finite in a column is missing, and each split says where missing goes. Holds memory
 * outside of Java until it is closed.
 */
public final class BoostedTrees implements AutoCloseable {

    private final Booster booster;
    private final int columns;

    private BoostedTrees(Booster booster, int columns) {
        this.booster = booster;
        this.columns = columns;
    }

    /**
     * Learns rows {@code from} to {@code to}, exclusive; nothing outside of them is read.
     *
     * @throws LearnerUnavailable where XGBoost's library is not for this machine
     * @throws IllegalArgumentException with a sentence, when there is nothing to learn from or a target is not finite
     */
    public static BoostedTrees fit(double[][] columns, double[] target, int from, int to, BoostingSettings settings) {
        if (columns.length == 0 || from >= to) {
            throw new IllegalArgumentException("there are no columns or no rows to learn from");
        }
        float[] labels = new float[to - from];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (float) target[from + i];
            if (!Float.isFinite(labels[i])) {
                throw new IllegalArgumentException("the target of row " + (from + i + 1) + " is not a number");
            }
        }
        return natively(() -> {
            DMatrix rows = matrix(columns, from, to);
            try {
                rows.setLabel(labels);
                Booster booster = XGBoost.train(rows, settings.words(), settings.trees(), Map.of(), null, null);
                return new BoostedTrees(booster, columns.length);
            } finally {
                rows.dispose();
            }
        });
    }

    /** What {@link #save} wrote. */
    public static BoostedTrees load(byte[] saved) {
        return natively(() -> {
            Booster booster = XGBoost.loadModel(new ByteArrayInputStream(saved));
            booster.setParam("nthread", 1);
            return new BoostedTrees(booster, Math.toIntExact(booster.getNumFeature()));
        });
    }

    public byte[] save() {
        return natively(() -> booster.toByteArray("ubj"));
    }

    public int columns() {
        return columns;
    }

    /** What rows {@code from} to {@code to}, exclusive, are predicted to be. */
    public double[] predict(double[][] values, int from, int to) {
        float[][] predicted = asked(values, from, to, rows -> booster.predict(rows));
        double[] result = new double[predicted.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = predicted[i][0];
        }
        return result;
    }

    /**
     * How each prediction came about: by row, the exact Shapley value of each column (TreeSHAP, Lundberg, Erion and Lee 2018), and last what
     * is expected without knowing any. A row adds up to its prediction.
     */
    public float[][] contributions(double[][] values, int from, int to) {
        return asked(values, from, to, rows -> booster.predictContrib(rows, 0));
    }

    /** The mean absolute contribution of each column over the rows. */
    public double[] importance(double[][] values, int from, int to) {
        double[] sums = new double[columns];
        for (float[] row : contributions(values, from, to)) {
            for (int j = 0; j < columns; j++) {
                sums[j] += Math.abs(row[j]);
            }
        }
        for (int j = 0; j < columns; j++) {
            sums[j] /= to - from;
        }
        return sums;
    }

    /** The trees as JSON, one by one, with how many rows passed each node. */
    String[] describe() {
        return natively(() -> booster.getModelDump("", true, "json"));
    }

    @Override
    public void close() {
        booster.dispose();
    }

    private interface Question {
        float[][] ask(DMatrix rows) throws XGBoostError;
    }

    private float[][] asked(double[][] values, int from, int to, Question question) {
        if (values.length != columns) {
            throw new IllegalArgumentException("the trees know " + columns + " columns, not " + values.length);
        }
        if (from >= to) {
            return new float[0][];
        }
        return natively(() -> {
            DMatrix rows = matrix(values, from, to);
            try {
                return question.ask(rows);
            } finally {
                rows.dispose();
            }
        });
    }

    private static DMatrix matrix(double[][] columns, int from, int to) throws XGBoostError {
        float[] cells = new float[Math.multiplyExact(columns.length, to - from)];
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            for (int i = from, at = j; i < to; i++, at += columns.length) {
                float value = (float) column[i];
                cells[at] = Float.isFinite(value) ? value : Float.NaN;
            }
        }
        return new DMatrix(cells, to - from, columns.length, Float.NaN);
    }

    private interface NativeWork<T> {
        T run() throws XGBoostError, IOException;
    }

    /** The library is loaded by the first of these; where it cannot be, every one of them says so. */
    private static <T> T natively(NativeWork<T> work) {
        try {
            return work.run();
        } catch (LinkageError noLibrary) {
            throw new LearnerUnavailable(
                    "Gradient boosting is not available here: XGBoost's library could not be loaded on "
                            + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + ". It is there for Linux with the GNU library and libgomp1, for macOS with libomp, and for 64-bit Windows;"
                            + " everything else works without it.",
                    noLibrary);
        } catch (XGBoostError | IOException failed) {
            throw new IllegalStateException("XGBoost failed: " + failed.getMessage(), failed);
        }
    }
}
