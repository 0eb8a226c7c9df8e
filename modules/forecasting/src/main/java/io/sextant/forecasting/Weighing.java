package io.sextant.forecasting;

import io.sextant.domain.regime.RegimeProfile;

/**
 * Which weights of features count now.
 *
 * @param profile of the regime that is told
 * @param own whether the profile has weights of its own, because they measurably did better than those of all
 */
public record Weighing(RegimeProfile profile, boolean own) {

    /** As the journal keeps it. */
    public String text() {
        return profile.name() + (own ? " own" : " common");
    }
}
