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
        int row = step * tape.windows;
        VectorBends.sigmoid(tape.gates, row, tape.windows, 0, 2 * units);
        VectorBends.tanh(tape.gates, row, tape.windows, 2 * units, 3 * units);
        VectorBends.sigmoid(tape.gates, row, tape.windows, 3 * units, 4 * units);
        moveCells(tape, row);
        VectorBends.tanh(tape.bent, row, tape.windows, 0, units);
        show(tape, row);
    }

    /** Forgets and adds; the cells then stand in {@code bent} too, which is yet to be bent. */
    private static void moveCells(RecurrentTape tape, int firstRow) {
        int units = tape.units;
        float[] g = tape.gates.data();
        float[] cells = tape.cells.data();
        float[] bents = tape.bent.data();
        for (int row = firstRow; row < firstRow + tape.windows; row++) {
            int gate = tape.gates.at(row);
            int before = tape.cells.at(row);
            int after = tape.cells.at(row + tape.windows);
            int bent = tape.bent.at(row);
            for (int j = 0; j < units; j += WIDTH) {
                FloatVector added = load(g, gate + j).mul(load(g, gate + 2 * units + j));
                FloatVector cell = load(g, gate + units + j).fma(load(cells, before + j), added);
                cell.intoArray(cells, after + j);
                cell.intoArray(bents, bent + j);
            }
        }
    }

    private static void show(RecurrentTape tape, int firstRow) {
        int units = tape.units;
        for (int row = firstRow; row < firstRow + tape.windows; row++) {
            int show = tape.gates.at(row) + 3 * units;
            int bent = tape.bent.at(row);
            int out = tape.joined.at(row + tape.windows) + tape.inputs;
            for (int j = 0; j < units; j += WIDTH) {
                load(tape.gates.data(), show + j)
                        .mul(load(tape.bent.data(), bent + j))
                        .intoArray(tape.joined.data(), out + j);
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
        int row = step * tape.windows;
        VectorBends.sigmoid(tape.gates, row, tape.windows, 0, 2 * units);
        resetPast(tape, row);
        VectorBends.tanh(tape.gates, row, tape.windows, 2 * units, 3 * units);
        mix(tape, row);
    }

    private static void resetPast(RecurrentTape tape, int firstRow) {
        int units = tape.units;
        float[] g = tape.gates.data();
        for (int row = firstRow; row < firstRow + tape.windows; row++) {
            int gate = tape.gates.at(row);
            for (int j = 0; j < units; j += WIDTH) {
                load(g, gate + j)
                        .fma(load(g, gate + 3 * units + j), load(g, gate + 2 * units + j))
                        .intoArray(g, gate + 2 * units + j);
            }
        }
    }

    private static void mix(RecurrentTape tape, int firstRow) {
        int units = tape.units;
        float[] g = tape.gates.data();
        float[] joined = tape.joined.data();
        for (int row = firstRow; row < firstRow + tape.windows; row++) {
            int gate = tape.gates.at(row);
            int before = tape.joined.at(row) + tape.inputs;
            int out = tape.joined.at(row + tape.windows) + tape.inputs;
            for (int j = 0; j < units; j += WIDTH) {
                FloatVector fresh = load(g, gate + 2 * units + j);
                load(g, gate + units + j)
                        .fma(load(joined, before + j).sub(fresh), fresh)
                        .intoArray(joined, out + j);
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
        VectorBends.tanh(cells, 0, cells.rows(), 0, Matrix.padded(cells.columns()));
    }
}
