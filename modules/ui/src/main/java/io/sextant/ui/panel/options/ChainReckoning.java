package io.sextant.ui.panel.options;

import io.sextant.analytics.options.ArbitrageFinding;
import io.sextant.analytics.options.ExpiryMetrics;
import io.sextant.analytics.options.OptionChain;
import io.sextant.analytics.options.StrikeExposure;
import io.sextant.analytics.options.VolatilitySurface;
import io.sextant.domain.dataset.ChainSheet;
import java.util.List;

/** All that the panel shows of a chain. Making it takes a second for a large one, so not on the JavaFX thread. */
record ChainReckoning(
        ChainSheet sheet,
        ChainTerms terms,
        OptionChain chain,
        VolatilitySurface surface,
        List<ExpiryMetrics> expiries,
        List<ArbitrageFinding> findings,
        List<StrikeExposure> keyStrikes,
        double gammaFlip,
        double[] profileSpots,
        double[] profileGamma) {

    private static final int KEY_STRIKES = 5;
    private static final int PROFILE_POINTS = 121;
    private static final double PROFILE_REACH = 0.3;

    /** @throws IllegalArgumentException when no price of the underlying is known */
    static ChainReckoning of(ChainSheet sheet, ChainTerms terms) {
        double spot = terms.spot() > 0 ? terms.spot() : sheet.underlying();
        OptionChain chain = OptionChain.of(sheet, spot, terms.rate(), terms.dividend(), terms.multiplier());
        VolatilitySurface surface = VolatilitySurface.of(chain);
        double[] spots = new double[PROFILE_POINTS];
        double[] gamma = new double[PROFILE_POINTS];
        for (int i = 0; i < PROFILE_POINTS; i++) {
            spots[i] = spot * (1 - PROFILE_REACH + 2 * PROFILE_REACH * i / (PROFILE_POINTS - 1));
            gamma[i] = chain.netGammaAt(spots[i]);
        }
        return new ChainReckoning(
                sheet,
                terms,
                chain,
                surface,
                chain.expiries(),
                surface.arbitrage(),
                chain.keyStrikes(KEY_STRIKES),
                chain.gammaFlip(),
                spots,
                gamma);
    }
}
