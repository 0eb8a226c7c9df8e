package io.sextant.portfolio.estimate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the covariance of returns of one period is estimated. */
public enum Covariance {
    /** With n - 1, of each pair over the periods of which both are known. */
    SAMPLE,
    /** Weights that halve with age (RiskMetrics, 1996), around the mean with the same weights. */
    EWMA,
    /** Towards a multiple of the identity (Ledoit and Wolf, A well-conditioned estimator for large-dimensional covariance matrices, 2004). */
    LEDOIT_WOLF,
    /** Towards the same, by the oracle's approximation for normal returns (Chen, Wiesel, Eldar and Hero, 2010). */
    OAS,
    /** Eigenvalues that noise alone could have made are averaged (Marchenko and Pastur, 1967; Lopez de Prado, 2020). */
    DENOISED,
    /** As many principal components as noise could not have made, and what is each asset's own. */
    FACTOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Covariance> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public static String words() {
        return Arrays.stream(values()).map(Covariance::word).collect(Collectors.joining(", "));
    }
}
