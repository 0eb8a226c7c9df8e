package io.sextant.domain.regime;

import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a series' regimes now.
 *
 * @param barsThere how many bars can be learned from
 * @param barsNeeded how many it takes at least
 * @param present empty until a model is learned
 * @param skills of forecasting models, by regime, where any was measured
 * @param trouble what went wrong last, if anything did
 */
public record RegimeBoard(
        InstrumentId instrument,
        Timeframe timeframe,
        State state,
        int barsThere,
        int barsNeeded,
        Optional<Present> present,
        List<RegimeSkill> skills,
        Optional<LearningTrouble> trouble) {

    public enum State {
        /** Nobody asked before; it begins now. */
        OPENING,
        TOO_FEW_BARS,
        LEARNING,
        READY
    }

    public RegimeBoard {
        skills = List.copyOf(skills);
    }

    /**
     * What the model says.
     *
     * @param told index of the state that is told
     * @param sinceNanos the end of the bar that decided
     * @param transition chances to go from one state to another at the next bar
     * @param path what was told, bar by bar, oldest first
     * @param warning of a state that is a danger
     * @param learnedToNanos the end of the last bar that the model's parameters know
     * @param learnedBars how many they know
     * @param stability the share of bars that this model and the one before it tell alike; NaN for the first
     * @param criteria what models of 1, 2, ... states cost by the information criterion; NaN where none could be fitted
     */
    public record Present(
            List<RegimeState> states,
            int told,
            long sinceNanos,
            double[][] transition,
            RegimePath path,
            RegimeWarning warning,
            long learnedToNanos,
            int learnedBars,
            double stability,
            double[] criteria) {

        public Present {
            states = List.copyOf(states);
        }

        public RegimeState now() {
            return states.get(told);
        }
    }
}
