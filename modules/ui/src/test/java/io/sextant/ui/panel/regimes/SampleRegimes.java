package io.sextant.ui.panel.regimes;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeBoard.Present;
import io.sextant.domain.regime.RegimeBoard.State;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimePath;
import io.sextant.domain.regime.RegimeSkill;
import io.sextant.domain.regime.RegimeState;
import io.sextant.domain.regime.RegimeWarning;
import io.sextant.domain.time.SeededRandom;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import java.util.List;
import java.util.Optional;

/** Boards of bitcoin's five minutes with four states, of which turbulence is told. */
final class SampleRegimes {

    static final long BAR_NANOS = Timeframe.M5.nominalNanos();
    private static final int BARS = 500;
    private static final double[][] TRANSITION = {
        {0.96, 0.03, 0.01, 0}, {0.02, 0.95, 0.02, 0.01}, {0.01, 0.02, 0.97, 0}, {0.005, 0.03, 0.005, 0.96}
    };

    private SampleRegimes() {}

    static RegimeBoard few() {
        return board(State.TOO_FEW_BARS, 120, Optional.empty(), List.of());
    }

    static RegimeBoard learning() {
        return board(State.LEARNING, 900, Optional.empty(), List.of());
    }

    static RegimeBoard ready() {
        return board(
                State.READY,
                3_000,
                Optional.of(present()),
                List.of(
                        new RegimeSkill("arima", RegimeName.RANGE, 240, 0.993),
                        new RegimeSkill("arima", RegimeName.TURBULENT, 60, 1.021)));
    }

    private static RegimeBoard board(State state, int bars, Optional<Present> present, List<RegimeSkill> skills) {
        return new RegimeBoard(FakeInstruments.BTC, Timeframe.M5, state, bars, 400, present, skills, Optional.empty());
    }

    private static Present present() {
        return new Present(
                List.of(
                        state(RegimeName.TREND_UP, 0, 0.02, 0.018, 25, 0.00021),
                        state(RegimeName.RANGE, 1, 0.1, 0.13, 20, 0.00001),
                        state(RegimeName.RANGE, 2, 0.03, 0.03, 33, -0.00003),
                        state(RegimeName.TURBULENT, 0, 0.85, 0.822, 25, -0.0004)),
                3,
                FakeEngine.START_NANOS - 12 * BAR_NANOS,
                TRANSITION,
                path(),
                new RegimeWarning(0.87, 10, 0.41, 0.2, 0.62, 2_900),
                FakeEngine.START_NANOS - 60 * BAR_NANOS,
                2_940,
                0.93,
                new double[] {900, 700, 640, 610, 615});
    }

    private static RegimeState state(
            RegimeName name, int ordinal, double chance, double next, double stay, double mean) {
        return new RegimeState(
                name, ordinal, 700, 0.25, mean, 0.0001, 0.0012, -0.021, 28, 0.9 * stay, stay, 1 / stay, chance, next);
    }

    private static RegimePath path() {
        SeededRandom random = new SeededRandom(3);
        long[] times = new long[BARS];
        double[] closes = new double[BARS];
        double[][] chances = new double[4][BARS];
        int[] told = new int[BARS];
        double price = 64_000;
        for (int t = 0; t < BARS; t++) {
            times[t] = FakeEngine.START_NANOS - (BARS - t) * BAR_NANOS;
            told[t] = t >= BARS - 12 ? 3 : t / 70 % 4;
            price *= Math.exp((told[t] == 0 ? 0.0004 : 0) + (told[t] == 3 ? 0.003 : 0.0008) * random.nextGaussian());
            closes[t] = price;
            double mine = 0.6 + 0.35 * random.nextDouble();
            for (int i = 0; i < 4; i++) {
                chances[i][t] = i == told[t] ? mine : (1 - mine) / 3;
            }
        }
        return new RegimePath(times, closes, chances, told);
    }
}
