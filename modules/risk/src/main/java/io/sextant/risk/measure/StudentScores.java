package io.sextant.risk.measure;

import io.sextant.analytics.distribution.Normal;
import io.sextant.analytics.distribution.Student;

/** Between Student's t and the normal score of the same probability, in whichever tail keeps its digits. */
final class StudentScores {

    private StudentScores() {}

    /** The t whose probability is that of a normal z. */
    static double quantileOfScore(double z, double degrees) {
        if (z == 0) {
            return 0;
        }
        double tail = Normal.cumulative(-Math.abs(z));
        return Math.copySign(Student.quantile(tail, degrees), z);
    }

    /** The normal z whose probability is that of a t. */
    static double scoreOfQuantile(double t, double degrees) {
        double tail = Math.max(Double.MIN_NORMAL, Student.cumulative(-Math.abs(t), degrees));
        return Math.copySign(Normal.quantile(tail), t);
    }
}
