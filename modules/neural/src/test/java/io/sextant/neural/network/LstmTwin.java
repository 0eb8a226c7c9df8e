package io.sextant.neural.network;

import java.util.Arrays;

/**
 * One LSTM layer and a dense output in double, window by window, written from the equations: the plain twin that PyTorch's numbers are
 * compared with. Parameters lie as in {@link Parameters}: weight_ih, weight_hh, bias_ih, bias_hh, fc.weight, fc.bias.
 */
final class LstmTwin {

    final double[][][] outputs;
    final double[] predictions;
    final double[] gradient;
    double loss;

    private final double[] p;
    private final int inputs;
    private final int hidden;
    private final int hh;
    private final int bi;
    private final int bh;
    private final int fc;

    LstmTwin(double[] parameters, int inputs, int hidden, double[][][] windows, double[] targets) {
        p = parameters;
        this.inputs = inputs;
        this.hidden = hidden;
        hh = 4 * hidden * inputs;
        bi = hh + 4 * hidden * hidden;
        bh = bi + 4 * hidden;
        fc = bh + 4 * hidden;
        outputs = new double[windows.length][][];
        predictions = new double[windows.length];
        gradient = new double[p.length];
        for (int w = 0; w < windows.length; w++) {
            walk(w, windows[w], targets[w], windows.length);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private void walk(int w, double[][] x, double target, int batch) {
        int steps = x.length;
        double[][] h = new double[steps + 1][hidden];
        double[][] c = new double[steps + 1][hidden];
        double[][] gates = new double[steps][4 * hidden];
        for (int t = 0; t < steps; t++) {
            for (int row = 0; row < 4 * hidden; row++) {
                double sum = p[bi + row] + p[bh + row];
                for (int j = 0; j < inputs; j++) {
                    sum += p[row * inputs + j] * x[t][j];
                }
                for (int j = 0; j < hidden; j++) {
                    sum += p[hh + row * hidden + j] * h[t][j];
                }
                gates[t][row] = row / hidden == 2 ? Math.tanh(sum) : sigmoid(sum);
            }
            for (int j = 0; j < hidden; j++) {
                c[t + 1][j] = gates[t][hidden + j] * c[t][j] + gates[t][j] * gates[t][2 * hidden + j];
                h[t + 1][j] = gates[t][3 * hidden + j] * Math.tanh(c[t + 1][j]);
            }
        }
        outputs[w] = Arrays.copyOfRange(h, 1, steps + 1);
        double said = p[fc + hidden];
        for (int j = 0; j < hidden; j++) {
            said += p[fc + j] * h[steps][j];
        }
        predictions[w] = said;
        loss += (said - target) * (said - target) / batch;
        double felt = 2 * (said - target) / batch;
        double[] dh = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            gradient[fc + j] += felt * h[steps][j];
            dh[j] = felt * p[fc + j];
        }
        gradient[fc + hidden] += felt;
        back(x, h, c, gates, dh);
    }

    private void back(double[][] x, double[][] h, double[][] c, double[][] gates, double[] last) {
        double[] dh = last;
        double[] dc = new double[hidden];
        for (int t = x.length - 1; t >= 0; t--) {
            double[] g = gates[t];
            double[] d = new double[4 * hidden];
            for (int j = 0; j < hidden; j++) {
                double in = g[j];
                double forget = g[hidden + j];
                double fresh = g[2 * hidden + j];
                double show = g[3 * hidden + j];
                double tangent = Math.tanh(c[t + 1][j]);
                dc[j] += dh[j] * show * (1 - tangent * tangent);
                d[j] = dc[j] * fresh * in * (1 - in);
                d[hidden + j] = dc[j] * c[t][j] * forget * (1 - forget);
                d[2 * hidden + j] = dc[j] * in * (1 - fresh * fresh);
                d[3 * hidden + j] = dh[j] * tangent * show * (1 - show);
                dc[j] *= forget;
            }
            double[] before = new double[hidden];
            for (int row = 0; row < 4 * hidden; row++) {
                gradient[bi + row] += d[row];
                gradient[bh + row] += d[row];
                for (int j = 0; j < inputs; j++) {
                    gradient[row * inputs + j] += d[row] * x[t][j];
                }
                for (int j = 0; j < hidden; j++) {
                    gradient[hh + row * hidden + j] += d[row] * h[t][j];
                    before[j] += d[row] * p[hh + row * hidden + j];
                }
            }
            dh = before;
        }
    }
}
