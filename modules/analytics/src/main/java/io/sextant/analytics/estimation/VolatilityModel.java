package io.sextant.analytics.estimation;

import java.util.ArrayList;
import java.util.List;

/** How today's variance h follows from yesterday's and from yesterday's surprise e = sqrt(h) z. */
public enum VolatilityModel {
    /** h = omega + alpha e^2 + beta h (Bollerslev 1986). */
    GARCH,
    /** h = omega + (alpha + gamma [e below 0]) e^2 + beta h (Glosten, Jagannathan and Runkle 1993). */
    GJR,
    /** ln h = omega + alpha (|z| - E|z|) + gamma z + beta ln h (Nelson 1991). */
    EGARCH;

    /** Whether losses may weigh differently from gains. */
    public boolean isAsymmetric() {
        return this != GARCH;
    }

    /** The names of the parameters in the order in which they stand. */
    public List<String> parameters(ErrorLaw law) {
        List<String> names = new ArrayList<>(List.of("mu", "omega", "alpha"));
        if (isAsymmetric()) {
            names.add("gamma");
        }
        names.add("beta");
        if (law == ErrorLaw.STUDENT) {
            names.add("shape");
        }
        return List.copyOf(names);
    }
}
