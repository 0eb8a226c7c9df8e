package io.sextant.neural.network;

/** Loops that run on every Java. */
final class PlainKernels extends Kernels {

    @Override
    void multiplyAdd(Matrix a, Matrix b, Matrix c) {
        float[] left = a.data();
        float[] right = b.data();
        float[] sums = c.data();
        int step = a.columnStep();
        for (int from = 0; from < a.columns(); from += DEPTH) {
            int to = Math.min(from + DEPTH, a.columns());
            for (int i = 0; i < a.rows(); i++) {
                int out = c.at(i);
                for (int p = from; p < to; p++) {
                    float factor = left[a.at(i) + p * step];
                    int in = b.at(p);
                    for (int j = 0; j < c.columns(); j++) {
                        sums[out + j] = Math.fma(factor, right[in + j], sums[out + j]);
                    }
                }
            }
        }
    }

    @Override
    void lstmForward(RecurrentTape tape, int step) {
        int units = tape.units;
        float[] g = tape.gates.data();
        for (int w = 0; w < tape.windows; w++) {
            int row = step * tape.windows + w;
            int gate = tape.gates.at(row);
            int before = tape.cells.at(row);
            int after = tape.cells.at(row + tape.windows);
            int bent = tape.bent.at(row);
            int out = tape.joined.at(row + tape.windows) + tape.inputs;
            for (int j = 0; j < units; j++) {
                float in = Rational.sigmoid(g[gate + j]);
                float forget = Rational.sigmoid(g[gate + units + j]);
                float fresh = Rational.tanh(g[gate + 2 * units + j]);
                float show = Rational.sigmoid(g[gate + 3 * units + j]);
                float cell = Math.fma(forget, tape.cells.data()[before + j], in * fresh);
                float tangent = Rational.tanh(cell);
                g[gate + j] = in;
                g[gate + units + j] = forget;
                g[gate + 2 * units + j] = fresh;
                g[gate + 3 * units + j] = show;
                tape.cells.data()[after + j] = cell;
                tape.bent.data()[bent + j] = tangent;
                tape.joined.data()[out + j] = show * tangent;
            }
        }
    }

    @Override
    void lstmBackward(RecurrentTape tape, int step, Matrix outputGradient) {
        int units = tape.units;
        float[] g = tape.gates.data();
        Matrix later = tape.joinedGradientAt(step + 1);
        for (int w = 0; w < tape.windows; w++) {
            int row = step * tape.windows + w;
            int gate = tape.gates.at(row);
            int before = tape.cells.at(row);
            int bent = tape.bent.at(row);
            int carried = tape.cellGradient.at(w);
            int given = outputGradient.at(row);
            int back = later.at(w) + tape.inputs;
            for (int j = 0; j < units; j++) {
                float in = g[gate + j];
                float forget = g[gate + units + j];
                float fresh = g[gate + 2 * units + j];
                float show = g[gate + 3 * units + j];
                float tangent = tape.bent.data()[bent + j];
                float out = outputGradient.data()[given + j] + later.data()[back + j];
                float cell = Math.fma(
                        out * show,
                        Math.fma(-tangent, tangent, 1f),
                        tape.cellGradient.data()[carried + j]);
                g[gate + j] = cell * fresh * (in * (1f - in));
                g[gate + units + j] = cell * tape.cells.data()[before + j] * (forget * (1f - forget));
                g[gate + 2 * units + j] = cell * in * Math.fma(-fresh, fresh, 1f);
                g[gate + 3 * units + j] = out * tangent * (show * (1f - show));
                tape.cellGradient.data()[carried + j] = cell * forget;
            }
        }
    }

    @Override
    void gruForward(RecurrentTape tape, int step) {
        int units = tape.units;
        float[] g = tape.gates.data();
        for (int w = 0; w < tape.windows; w++) {
            int row = step * tape.windows + w;
            int gate = tape.gates.at(row);
            int before = tape.joined.at(row) + tape.inputs;
            int out = tape.joined.at(row + tape.windows) + tape.inputs;
            for (int j = 0; j < units; j++) {
                float reset = Rational.sigmoid(g[gate + j]);
                float keep = Rational.sigmoid(g[gate + units + j]);
                float fresh = Rational.tanh(Math.fma(reset, g[gate + 3 * units + j], g[gate + 2 * units + j]));
                g[gate + j] = reset;
                g[gate + units + j] = keep;
                g[gate + 2 * units + j] = fresh;
                tape.joined.data()[out + j] = Math.fma(keep, tape.joined.data()[before + j] - fresh, fresh);
            }
        }
    }

    @Override
    void gruBackward(RecurrentTape tape, int step, Matrix outputGradient) {
        int units = tape.units;
        float[] g = tape.gates.data();
        Matrix later = tape.joinedGradientAt(step + 1);
        for (int w = 0; w < tape.windows; w++) {
            int row = step * tape.windows + w;
            int gate = tape.gates.at(row);
            int before = tape.joined.at(row) + tape.inputs;
            int carried = tape.cellGradient.at(w);
            int given = outputGradient.at(row);
            int back = later.at(w) + tape.inputs;
            for (int j = 0; j < units; j++) {
                float reset = g[gate + j];
                float keep = g[gate + units + j];
                float fresh = g[gate + 2 * units + j];
                float out = outputGradient.data()[given + j]
                        + later.data()[back + j]
                        + tape.cellGradient.data()[carried + j];
                float bent = out * (1f - keep) * Math.fma(-fresh, fresh, 1f);
                float past = tape.joined.data()[before + j];
                g[gate + j] = bent * g[gate + 3 * units + j] * (reset * (1f - reset));
                g[gate + units + j] = out * (past - fresh) * (keep * (1f - keep));
                g[gate + 2 * units + j] = bent;
                g[gate + 3 * units + j] = bent * reset;
                tape.cellGradient.data()[carried + j] = out * keep;
            }
        }
    }

    @Override
    void tanh(Matrix cells) {
        for (int r = 0; r < cells.rows(); r++) {
            for (int i = cells.at(r); i < cells.at(r) + cells.columns(); i++) {
                cells.data()[i] = Rational.tanh(cells.data()[i]);
            }
        }
    }
}
