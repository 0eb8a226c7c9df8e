package io.sextant.neural.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Several units at once, as many as the machine's vectors hold. */
final class VectorKernels extends Kernels {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > Matrix.LANES
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;

    private static final int WIDTH = SPECIES.length();

    @Override
    void multiplyAdd(Matrix a, Matrix b, Matrix c) {
        VectorTiles.multiplyAdd(a, b, c);
    }

    private static FloatVector tanh(FloatVector value) {
        FloatVector x = value.max(-Rational.BOUND).min(Rational.BOUND);
        FloatVector s = x.mul(x);
        FloatVector p = s.fma(all(Rational.A13), all(Rational.A11));
        p = s.fma(p, all(Rational.A9));
        p = s.fma(p, all(Rational.A7));
        p = s.fma(p, all(Rational.A5));
        p = s.fma(p, all(Rational.A3));
        p = s.fma(p, all(Rational.A1));
        FloatVector q = s.fma(all(Rational.B6), all(Rational.B4));
        q = s.fma(q, all(Rational.B2));
        q = s.fma(q, all(Rational.B0));
        return x.mul(p).div(q);
    }

    private static FloatVector sigmoid(FloatVector value) {
        FloatVector half = all(0.5f);
        return tanh(value.mul(half)).fma(half, half);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    private static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(SPECIES, from, at);
    }

    /** {@code 1 - x x}, the tangent's slope where its value is x. */
    private static FloatVector tangentSlope(FloatVector x) {
        return x.neg().fma(x, all(1f));
    }

    private static FloatVector sigmoidSlope(FloatVector x) {
        return x.mul(all(1f).sub(x));
    }

    @Override
    void lstmForward(RecurrentTape tape, int step) {
        int units = tape.units;
        float[] g = tape.gates.data();
        float[] cells = tape.cells.data();
        for (int w = 0; w < tape.windows; w++) {
            int row = step * tape.windows + w;
            int gate = tape.gates.at(row);
            int before = tape.cells.at(row);
            int after = tape.cells.at(row + tape.windows);
            int bent = tape.bent.at(row);
            int out = tape.joined.at(row + tape.windows) + tape.inputs;
            for (int j = 0; j < units; j += WIDTH) {
                FloatVector in = sigmoid(load(g, gate + j));
                FloatVector forget = sigmoid(load(g, gate + units + j));
                FloatVector fresh = tanh(load(g, gate + 2 * units + j));
                FloatVector show = sigmoid(load(g, gate + 3 * units + j));
                FloatVector cell = forget.fma(load(cells, before + j), in.mul(fresh));
                FloatVector tangent = tanh(cell);
                in.intoArray(g, gate + j);
                forget.intoArray(g, gate + units + j);
                fresh.intoArray(g, gate + 2 * units + j);
                show.intoArray(g, gate + 3 * units + j);
                cell.intoArray(cells, after + j);
                tangent.intoArray(tape.bent.data(), bent + j);
                show.mul(tangent).intoArray(tape.joined.data(), out + j);
            }
        }
    }

    @Override
    void lstmBackward(RecurrentTape tape, int step, Matrix outputGradient) {
        int units = tape.units;
        float[] g = tape.gates.data();
        float[] carry = tape.cellGradient.data();
        Matrix later = tape.joinedGradientAt(step + 1);
        for (int w = 0; w < tape.windows; w++) {
            int row = step * tape.windows + w;
            int gate = tape.gates.at(row);
            int before = tape.cells.at(row);
            int bent = tape.bent.at(row);
            int carried = tape.cellGradient.at(w);
            int given = outputGradient.at(row);
            int back = later.at(w) + tape.inputs;
            for (int j = 0; j < units; j += WIDTH) {
                FloatVector in = load(g, gate + j);
                FloatVector forget = load(g, gate + units + j);
                FloatVector fresh = load(g, gate + 2 * units + j);
                FloatVector show = load(g, gate + 3 * units + j);
                FloatVector tangent = load(tape.bent.data(), bent + j);
                FloatVector out = load(outputGradient.data(), given + j).add(load(later.data(), back + j));
                FloatVector cell = out.mul(show).fma(tangentSlope(tangent), load(carry, carried + j));
                cell.mul(fresh).mul(sigmoidSlope(in)).intoArray(g, gate + j);
                cell.mul(load(tape.cells.data(), before + j))
                        .mul(sigmoidSlope(forget))
                        .intoArray(g, gate + units + j);
                cell.mul(in).mul(tangentSlope(fresh)).intoArray(g, gate + 2 * units + j);
                out.mul(tangent).mul(sigmoidSlope(show)).intoArray(g, gate + 3 * units + j);
                cell.mul(forget).intoArray(carry, carried + j);
            }
        }
    }

    @Override
    void gruForward(RecurrentTape tape, int step) {
        int units = tape.units;
        float[] g = tape.gates.data();
        float[] joined = tape.joined.data();
        for (int w = 0; w < tape.windows; w++) {
            int row = step * tape.windows + w;
            int gate = tape.gates.at(row);
            int before = tape.joined.at(row) + tape.inputs;
            int out = tape.joined.at(row + tape.windows) + tape.inputs;
            for (int j = 0; j < units; j += WIDTH) {
                FloatVector reset = sigmoid(load(g, gate + j));
                FloatVector keep = sigmoid(load(g, gate + units + j));
                FloatVector fresh = tanh(reset.fma(load(g, gate + 3 * units + j), load(g, gate + 2 * units + j)));
                reset.intoArray(g, gate + j);
                keep.intoArray(g, gate + units + j);
                fresh.intoArray(g, gate + 2 * units + j);
                keep.fma(load(joined, before + j).sub(fresh), fresh).intoArray(joined, out + j);
            }
        }
    }

    @Override
    void gruBackward(RecurrentTape tape, int step, Matrix outputGradient) {
        int units = tape.units;
        float[] g = tape.gates.data();
        float[] carry = tape.cellGradient.data();
        Matrix later = tape.joinedGradientAt(step + 1);
        for (int w = 0; w < tape.windows; w++) {
            int row = step * tape.windows + w;
            int gate = tape.gates.at(row);
            int before = tape.joined.at(row) + tape.inputs;
            int carried = tape.cellGradient.at(w);
            int given = outputGradient.at(row);
            int back = later.at(w) + tape.inputs;
            for (int j = 0; j < units; j += WIDTH) {
                FloatVector reset = load(g, gate + j);
                FloatVector keep = load(g, gate + units + j);
                FloatVector fresh = load(g, gate + 2 * units + j);
                FloatVector out = load(outputGradient.data(), given + j)
                        .add(load(later.data(), back + j))
                        .add(load(carry, carried + j));
                FloatVector bent = out.mul(all(1f).sub(keep)).mul(tangentSlope(fresh));
                FloatVector past = load(tape.joined.data(), before + j);
                bent.mul(load(g, gate + 3 * units + j)).mul(sigmoidSlope(reset)).intoArray(g, gate + j);
                out.mul(past.sub(fresh)).mul(sigmoidSlope(keep)).intoArray(g, gate + units + j);
                bent.intoArray(g, gate + 2 * units + j);
                bent.mul(reset).intoArray(g, gate + 3 * units + j);
                out.mul(keep).intoArray(carry, carried + j);
            }
        }
    }

    @Override
    void tanh(Matrix cells) {
        for (int r = 0; r < cells.rows(); r++) {
            int end = cells.at(r) + Matrix.padded(cells.columns());
            for (int i = cells.at(r); i < end; i += WIDTH) {
                tanh(load(cells.data(), i)).intoArray(cells.data(), i);
            }
        }
    }
}
