package io.sextant.forecasting.evaluation;

import io.sextant.analytics.distribution.Tails;

/** One-sided tails of Student's t. */
final class Student {

    private Student() {}

    /** P(T > t). */
    static double above(double t, double degrees) {
        double outside = Tails.studentTwoSided(t, degrees) / 2;
        return t >= 0 ? outside : 1 - outside;
    }
}
