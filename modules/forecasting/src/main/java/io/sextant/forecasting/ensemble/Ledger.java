package io.sextant.forecasting.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How the members did at one step ahead, the newest {@value #KEPT} times: what each told, what came, from where, and its log score. */
final class Ledger {

    static final int KEPT = 500;

    private final int members;
    private final double[][] told;
    private final double[][] logScores;
    private final double[] moves = new double[KEPT];
    private final int[] labels = new int[KEPT];
    private int entries;

    Ledger(int members) {
        this.members = members;
        told = new double[KEPT][members];
        logScores = new double[KEPT][members];
    }

    int members() {
        return members;
    }

    int size() {
        return Math.min(entries, KEPT);
    }

    /** How many there were in all. */
    int entries() {
        return entries;
    }

    /** @param movesTold by each member, from the origin to its median */
    void add(double[] movesTold, double[] scores, double move, int label) {
        int at = entries++ % KEPT;
        System.arraycopy(movesTold, 0, told[at], 0, members);
        System.arraycopy(scores, 0, logScores[at], 0, members);
        moves[at] = move;
        labels[at] = label;
    }

    private int place(int age) {
        return Math.floorMod(entries - 1 - age, KEPT);
    }

    /** @param age 0 is the newest */
    double told(int age, int member) {
        return told[place(age)][member];
    }

    double move(int age) {
        return moves[place(age)];
    }

    double squaredError(int age, int member) {
        double error = move(age) - told(age, member);
        return error * error;
    }

    double logScore(int age, int member) {
        return logScores[place(age)][member];
    }

    int label(int age) {
        return labels[place(age)];
    }

    void save(DataOutput out) throws IOException {
        int n = size();
        out.writeInt(n);
        for (int age = n - 1; age >= 0; age--) {
            int at = place(age);
            for (int m = 0; m < members; m++) {
                out.writeDouble(told[at][m]);
                out.writeDouble(logScores[at][m]);
            }
            out.writeDouble(moves[at]);
            out.writeInt(labels[at]);
        }
    }

    void load(DataInput in) throws IOException {
        int n = in.readInt();
        double[] movesTold = new double[members];
        double[] scores = new double[members];
        for (int i = 0; i < n; i++) {
            for (int m = 0; m < members; m++) {
                movesTold[m] = in.readDouble();
                scores[m] = in.readDouble();
            }
            double move = in.readDouble();
            add(movesTold, scores, move, in.readInt());
        }
    }
}
