package io.sextant.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegimeTest {

    private static final double STEP_SECONDS = 60;
    private static final int YEARS = 40;
    private static final int STEPS = YEARS * 365 * 24 * 60;

    @Test
    void spendsTheTimeInEachRegimeThatTheStationaryDistributionSays() {
        RegimeChain chain = new RegimeChain(3, STEP_SECONDS);
        Map<Regime, Integer> minutes = new EnumMap<>(Regime.class);
        int crashes = 0;
        Regime before = chain.regime();
        for (int i = 0; i < STEPS; i++) {
            chain.step();
            minutes.merge(chain.regime(), 1, Integer::sum);
            if (chain.regime() == Regime.CRASH && before != Regime.CRASH) {
                crashes++;
            }
            before = chain.regime();
        }

        // Forty years have some 30,000 stays in each of the long regimes, so their shares are known to about one
        // percent.
        for (Regime regime : new Regime[] {Regime.CALM, Regime.TRENDING, Regime.TURBULENT}) {
            double share = minutes.get(regime) / (double) STEPS;
            assertThat(share / regime.timeShare()).as(regime.name()).isCloseTo(1, within(0.05));
        }
        // Crashes are about one a month: with five hundred of them their number is known to some five percent.
        assertThat(crashes / (YEARS * 12.0)).isBetween(0.7, 1.5);
        double crashShare = minutes.get(Regime.CRASH) / (double) STEPS;
        assertThat(crashShare / Regime.CRASH.timeShare()).isCloseTo(1, within(0.25));
    }

    @Test
    void sharesOfTimeAddUpToOne() {
        double sum = 0;
        for (Regime regime : Regime.values()) {
            sum += regime.timeShare();
        }

        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void seasonsAverageToOneOverADayAndPeakWhenTheyShould() {
        long minuteNanos = 60_000_000_000L;
        for (Season season : Season.values()) {
            double sum = 0;
            for (int minute = 0; minute < 1_440; minute++) {
                sum += season.at(minute * minuteNanos);
            }
            assertThat(sum / 1_440).as(season.name()).isCloseTo(1, within(1e-9));
        }
        long open = 14 * 60 * minuteNanos;
        long lunch = 17 * 60 * minuteNanos;
        long close = 20 * 60 * minuteNanos;
        long night = 4 * 60 * minuteNanos;
        assertThat(Season.STOCKS.at(open)).isGreaterThan(1.5 * Season.STOCKS.at(lunch));
        assertThat(Season.STOCKS.at(close)).isGreaterThan(1.5 * Season.STOCKS.at(lunch));
        assertThat(Season.STOCKS.at(lunch)).isGreaterThan(2 * Season.STOCKS.at(night));
        assertThat(Season.CRYPTO.at(night)).isGreaterThan(0.5);
    }
}
