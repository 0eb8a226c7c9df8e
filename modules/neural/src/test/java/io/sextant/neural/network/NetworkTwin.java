package io.sextant.neural.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** All networks in double, one window at a time and forward only, written from their papers' equations. */
final class NetworkTwin {

    private final NetworkShape shape;
    private final Map<String, Parameters.Block> layout = new HashMap<>();
    private final double[] p;

    NetworkTwin(Network network, double[] parameters) {
        shape = network.shape();
        network.parameters().blocks().forEach(block -> layout.put(block.name(), block));
        p = parameters;
    }

    double[] forward(double[][] window) {
        double[][] x = window;
        switch (shape.kind()) {
            case LSTM, ATTENTION -> {
                for (int l = 0; l < shape.layers(); l++) {
                    x = lstm(l, x);
                }
            }
            case GRU -> {
                for (int l = 0; l < shape.layers(); l++) {
                    x = gru(l, x);
                }
            }
            case CONVOLUTION -> {
                x = each(x, row -> linear("in", row));
                for (int l = 0; l < shape.layers(); l++) {
                    double[][] y = relu(convolution("block" + l + ".conv0", x, 1 << l));
                    x = sum(x, relu(convolution("block" + l + ".conv1", y, 1 << l)));
                }
            }
            case TRANSFORMER -> {
                x = each(x, row -> linear("in", row));
                for (int t = 0; t < x.length; t++) {
                    for (int c = 0; c < x[t].length; c++) {
                        x[t][c] += Places.wave(t, c, x[t].length);
                    }
                }
                for (int l = 0; l < shape.layers(); l++) {
                    String block = "block" + l;
                    double[][] normal = each(x, row -> norm(block + ".norm0", row));
                    x = sum(x, attention(block + ".attention", normal));
                    double[][] up =
                            relu(each(each(x, row -> norm(block + ".norm1", row)), row -> linear(block + ".up", row)));
                    x = sum(x, each(up, row -> linear(block + ".down", row)));
                }
                x = each(x, row -> norm("norm", row));
            }
        }
        double[] end = x[x.length - 1];
        return linear("fc", shape.kind() == NetworkShape.Kind.ATTENTION ? pooled(x) : end);
    }

    private interface Row {
        double[] of(double[] row);
    }

    private static double[][] each(double[][] rows, Row map) {
        double[][] out = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            out[i] = map.of(rows[i]);
        }
        return out;
    }

    private static double[] cells(double[] row, DoubleUnaryOperator map) {
        return Arrays.stream(row).map(map).toArray();
    }

    private static double[][] relu(double[][] rows) {
        return each(rows, row -> cells(row, v -> Math.max(0, v)));
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] out = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                out[i][j] = a[i][j] + b[i][j];
            }
        }
        return out;
    }

    private double[] product(String weight, String bias, double[] x) {
        Parameters.Block w = layout.get(weight);
        Parameters.Block b = layout.get(bias);
        double[] out = new double[w.rows()];
        for (int i = 0; i < out.length; i++) {
            out[i] = p[b.from() + i];
            for (int j = 0; j < w.columns(); j++) {
                out[i] += p[w.from() + i * w.columns() + j] * x[j];
            }
        }
        return out;
    }

    private double[] linear(String name, double[] x) {
        return product(name + ".weight", name + ".bias", x);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private double[][] lstm(int layer, double[][] x) {
        int n = shape.hidden();
        double[] h = new double[n];
        double[] c = new double[n];
        double[][] out = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            double[] a = product("weight_ih_l" + layer, "bias_ih_l" + layer, x[t]);
            double[] b = product("weight_hh_l" + layer, "bias_hh_l" + layer, h);
            double[] next = new double[n];
            for (int j = 0; j < n; j++) {
                c[j] = sigmoid(a[n + j] + b[n + j]) * c[j]
                        + sigmoid(a[j] + b[j]) * Math.tanh(a[2 * n + j] + b[2 * n + j]);
                next[j] = sigmoid(a[3 * n + j] + b[3 * n + j]) * Math.tanh(c[j]);
            }
            h = next;
            out[t] = h;
        }
        return out;
    }

    private double[][] gru(int layer, double[][] x) {
        int n = shape.hidden();
        double[] h = new double[n];
        double[][] out = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            double[] a = product("weight_ih_l" + layer, "bias_ih_l" + layer, x[t]);
            double[] b = product("weight_hh_l" + layer, "bias_hh_l" + layer, h);
            double[] next = new double[n];
            for (int j = 0; j < n; j++) {
                double reset = sigmoid(a[j] + b[j]);
                double keep = sigmoid(a[n + j] + b[n + j]);
                double fresh = Math.tanh(a[2 * n + j] + reset * b[2 * n + j]);
                next[j] = (1 - keep) * fresh + keep * h[j];
            }
            h = next;
            out[t] = h;
        }
        return out;
    }

    private double[][] convolution(String name, double[][] x, int distance) {
        Parameters.Block w = layout.get(name + ".weight");
        Parameters.Block b = layout.get(name + ".bias");
        double[][] out = new double[x.length][w.rows()];
        for (int t = 0; t < x.length; t++) {
            for (int o = 0; o < w.rows(); o++) {
                out[t][o] = p[b.from() + o];
                for (int i = 0; i < x[t].length; i++) {
                    for (int tap = 0; tap < Network.TAPS; tap++) {
                        int from = t - (Network.TAPS - 1 - tap) * distance;
                        if (from >= 0) {
                            out[t][o] += p[w.from() + (o * x[t].length + i) * Network.TAPS + tap] * x[from][i];
                        }
                    }
                }
            }
        }
        return out;
    }

    private static double[] softmax(double[] scores) {
        double total = 0;
        for (double score : scores) {
            total += Math.exp(score);
        }
        double all = total;
        return cells(scores, score -> Math.exp(score) / all);
    }

    private double[] pooled(double[][] x) {
        double[] scores = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            scores[t] = linear("direction", cells(linear("attention", x[t]), Math::tanh))[0];
        }
        double[] weights = softmax(scores);
        double[] out = new double[2 * x[0].length];
        for (int c = 0; c < x[0].length; c++) {
            for (int t = 0; t < x.length; t++) {
                out[c] += weights[t] * x[t][c];
            }
            out[x[0].length + c] = x[x.length - 1][c];
        }
        return out;
    }

    private double[] norm(String name, double[] x) {
        double mean = 0;
        for (double value : x) {
            mean += value / x.length;
        }
        double variance = 0;
        for (double value : x) {
            variance += (value - mean) * (value - mean) / x.length;
        }
        double[] out = new double[x.length];
        for (int c = 0; c < x.length; c++) {
            out[c] = (x[c] - mean)
                            / Math.sqrt(variance + 1e-5)
                            * p[layout.get(name + ".weight").from() + c]
                    + p[layout.get(name + ".bias").from() + c];
        }
        return out;
    }

    private double[][] attention(String name, double[][] x) {
        double[][] q = each(x, row -> linear(name + ".query", row));
        double[][] k = each(x, row -> linear(name + ".key", row));
        double[][] v = each(x, row -> linear(name + ".value", row));
        double[][] mixed = new double[x.length][x[0].length];
        for (int first = 0; first < x[0].length; first += 16) {
            for (int t = 0; t < x.length; t++) {
                double[] scores = new double[x.length];
                for (int s = 0; s < x.length; s++) {
                    for (int c = first; c < first + 16; c++) {
                        scores[s] += q[t][c] * k[s][c] / 4;
                    }
                }
                double[] weights = softmax(scores);
                for (int s = 0; s < x.length; s++) {
                    for (int c = first; c < first + 16; c++) {
                        mixed[t][c] += weights[s] * v[s][c];
                    }
                }
            }
        }
        return each(mixed, row -> linear(name + ".out", row));
    }
}
