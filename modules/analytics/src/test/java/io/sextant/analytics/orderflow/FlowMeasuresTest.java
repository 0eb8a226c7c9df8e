package io.sextant.analytics.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FlowMeasuresTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void steadyTradesHaveTheirRateAsVelocity() {
        TradeTempo tempo = new TradeTempo(10 * SECOND);
        long now = 0;
        for (int i = 0; i < 2_000; i++) {
            now = i * SECOND / 4;
            tempo.trade(now, i % 4 == 0 ? -1 : 1, 2);
        }
        // The sum of a geometric series of exp(-0.25/10), over ten seconds.
        double expected = 1 / (1 - Math.exp(-0.025)) / 10;
        assertThat(tempo.tradesPerSecond(now)).isCloseTo(expected, within(1e-9));
        assertThat(tempo.volumePerSecond(now)).isCloseTo(2 * expected, within(1e-9));
        assertThat(tempo.imbalance(now)).isCloseTo(0.5, within(0.02));
        assertThat(tempo.tradesPerSecond(now + 10 * SECOND)).isCloseTo(expected / Math.E, within(1e-9));
        assertThat(new TradeTempo(1).imbalance(5)).isNaN();
    }

    @Property(tries = 50)
    void realisedSpreadEqualsALookupOfTheMiddleAfterTheHorizon(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long horizon = 5_000;
        RealisedSpread spread = new RealisedSpread(horizon);
        TreeMap<Long, Double> mids = new TreeMap<>();
        List<double[]> trades = new ArrayList<>();
        long now = 0;
        double mid = 100;
        spread.middle(now, mid);
        mids.put(now, mid);
        for (int i = 0; i < 500; i++) {
            now += 1 + random.nextInt(2_000);
            int sign = random.nextBoolean() ? 1 : -1;
            spread.trade(now, sign, mid + sign * 0.5);
            trades.add(new double[] {now, sign, mid + sign * 0.5, mid});
            now += 1 + random.nextInt(2_000);
            mid += random.nextGaussian();
            spread.middle(now, mid);
            mids.put(now, mid);
        }
        spread.middle(now + 10 * horizon, mid);
        double realised = 0;
        double effective = 0;
        for (double[] trade : trades) {
            realised += 2
                    * trade[1]
                    * (trade[2] - mids.floorEntry((long) trade[0] + horizon).getValue());
            effective += 2 * trade[1] * (trade[2] - trade[3]);
        }
        assertThat(spread.measured()).isEqualTo(trades.size());
        assertThat(spread.realised()).isCloseTo(realised / trades.size(), within(1e-9));
        assertThat(spread.effective()).isCloseTo(effective / trades.size(), within(1e-9));
        assertThat(spread.impact()).isCloseTo((effective - realised) / trades.size(), within(1e-9));
    }

    @Test
    void realisedSpreadKnowsNothingOfATradeBeforeItsTime() {
        RealisedSpread spread = new RealisedSpread(1_000);
        spread.trade(1, 1, 5);
        assertThat(spread.leftOut()).as("no middle before it").isEqualTo(1);
        spread.middle(10, 100);
        spread.trade(20, 1, 101);
        spread.middle(900, 103);
        assertThat(spread.realised()).isNaN();
        spread.middle(1_020, 104);
        assertThat(spread.realised())
                .as("a change at its very moment still counts")
                .isNaN();
        spread.middle(1_021, 105);
        assertThat(spread.realised()).isEqualTo(2 * (101 - 104));
    }

    @Test
    void amihudIsTheMeanOfReturnsOverTurnover() {
        Amihud amihud = new Amihud(2);
        amihud.period(100, 1_000);
        assertThat(amihud.value()).isNaN();
        amihud.period(110, 500);
        assertThat(amihud.value()).isCloseTo(0.1 / 500, within(1e-15));
        amihud.period(110, 0);
        amihud.period(99, 1_000);
        assertThat(amihud.value()).isCloseTo((0.1 / 500 + 0.1 / 1_000) / 2, within(1e-15));
        amihud.period(99, 1_000);
        assertThat(amihud.value()).as("the oldest is forgotten").isCloseTo(0.1 / 1_000 / 2, within(1e-15));
    }

    @Test
    void resilienceOfAnExactReturnIsItsRate() {
        Resilience resilience = new Resilience(50);
        double value = 5;
        for (int i = 0; i < 40; i++) {
            resilience.sample(value);
            value = i % 10 == 9 ? 8 : 2 + 0.7 * (value - 2);
            if (i % 10 == 9) {
                resilience.sample(Double.NaN);
            }
        }
        assertThat(resilience.value()).isCloseTo(0.3, within(1e-9));
        assertThat(resilience.halfLife()).isCloseTo(Math.log(0.5) / Math.log(0.7), within(1e-9));
    }

    @Property(tries = 30)
    void resilienceEqualsAWeightedRegressionWrittenPlainly(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Resilience resilience = new Resilience(20);
        double[] x = new double[200];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1_000 + (i == 0 ? 0 : 0.6 * (x[i - 1] - 1_000)) + random.nextGaussian();
            resilience.sample(x[i]);
        }
        double w = 0;
        double sx = 0;
        double sy = 0;
        for (int i = 1; i < x.length; i++) {
            double weight = Math.pow(0.95, x.length - 1 - i);
            w += weight;
            sx += weight * x[i - 1];
            sy += weight * (x[i] - x[i - 1]);
        }
        double xx = 0;
        double xy = 0;
        for (int i = 1; i < x.length; i++) {
            double weight = Math.pow(0.95, x.length - 1 - i);
            xx += weight * (x[i - 1] - sx / w) * (x[i - 1] - sx / w);
            xy += weight * (x[i - 1] - sx / w) * (x[i] - x[i - 1] - sy / w);
        }
        assertThat(resilience.value()).isCloseTo(-xy / xx, within(1e-8));
    }

    @Test
    void volumeIsScoredAgainstSpansBeforeItOnly() {
        VolumeAnomaly anomaly = new VolumeAnomaly(SECOND, 1_000);
        List<Double> logs = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            double volume = 1 + random.nextInt(50);
            boolean ended = anomaly.trade(i * SECOND, volume);
            assertThat(ended).isEqualTo(i > 0);
            logs.add(Math.log1p(volume));
        }
        assertThat(anomaly.time(100 * SECOND)).isTrue();
        double mean = logs.stream().limit(99).mapToDouble(v -> v).average().orElseThrow();
        double variance = logs.stream()
                .limit(99)
                .mapToDouble(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        assertThat(anomaly.score()).isCloseTo((logs.get(99) - mean) / Math.sqrt(variance), within(1e-9));
        anomaly.trade(100 * SECOND, 1e6);
        anomaly.time(101 * SECOND);
        assertThat(anomaly.score()).isGreaterThan(8);
        assertThat(anomaly.scoredVolume()).isEqualTo(1e6);
    }

    @Test
    void volumeSaysNothingDuringWarmUp() {
        VolumeAnomaly anomaly = new VolumeAnomaly(SECOND, 100);
        for (int i = 0; i <= VolumeAnomaly.WARM_UP; i++) {
            anomaly.trade(i * SECOND, 1 + i % 3);
            assertThat(anomaly.score()).isNaN();
        }
    }

    @Test
    void absorptionIsTheMoveThatDidNotCome() {
        Absorption absorption = new Absorption(10, 1_000);
        double price = 100;
        for (int i = 0; i < 40; i++) {
            int sign = i % 2 == 0 ? 1 : -1;
            absorption.trade(sign, price, 5);
            price += sign * 0.5;
            assertThat(absorption.trade(sign, price, 5)).isTrue();
        }
        assertThat(absorption.lambda()).isCloseTo(0.05, within(1e-9));
        assertThat(absorption.score()).as("it moved as it does").isCloseTo(0, within(1e-9));
        absorption.trade(-1, price, 10);
        assertThat(absorption.score()).as("buyers absorbed all of it").isEqualTo(1);
        absorption.trade(1, price, 5);
        absorption.trade(1, price + 0.25, 5);
        assertThat(absorption.score()).as("sellers absorbed half").isCloseTo(-0.5, within(0.03));
        absorption.trade(1, price, 5);
        absorption.trade(-1, price, 5);
        assertThat(absorption.score()).as("nobody pressed").isZero();
    }

    @Test
    void footprintsAddUpAndCloseByTheirRule() {
        for (FootprintBars.Closing closing : FootprintBars.Closing.values()) {
            List<FootprintBar> bars = new ArrayList<>();
            FootprintBars maker =
                    new FootprintBars(closing, closing == FootprintBars.Closing.TIME ? 700 : 12, 1, bars::add);
            SplittableRandom random = new SplittableRandom(5);
            double bought = 0;
            double sold = 0;
            long price = 1_000;
            for (int i = 0; i < 600; i++) {
                int sign = random.nextBoolean() ? 1 : -1;
                price += random.nextInt(3) - 1;
                double quantity = 1 + random.nextInt(4);
                bought += sign > 0 ? quantity : 0;
                sold += sign < 0 ? quantity : 0;
                maker.trade(i * 100L, sign, price, quantity);
            }
            maker.finish();
            assertThat(bars).as(closing.name()).hasSizeGreaterThan(3);
            assertThat(bars.stream().mapToDouble(FootprintBar::volume).sum()).isEqualTo(bought + sold);
            assertThat(bars.stream().mapToDouble(FootprintBar::delta).sum()).isEqualTo(bought - sold);
            assertThat(bars.stream().mapToLong(FootprintBar::trades).sum()).isEqualTo(600);
            FootprintBar first = bars.getFirst();
            switch (closing) {
                case TIME -> assertThat(first.trades()).isEqualTo(7);
                case TRADES -> assertThat(first.trades()).isEqualTo(12);
                case VOLUME -> assertThat(first.volume()).isBetween(12.0, 15.0);
                case DELTA -> assertThat(Math.abs(first.delta())).isBetween(12.0, 15.0);
                case RANGE -> assertThat(first.high() - first.low()).isEqualTo(12);
            }
        }
    }

    @Test
    void footprintsCountImbalancesAslant() {
        List<FootprintBar> bars = new ArrayList<>();
        FootprintBars maker = new FootprintBars(FootprintBars.Closing.TRADES, 5, 1, bars::add);
        maker.trade(1, -1, 100, 2);
        maker.trade(2, 1, 101, 9);
        maker.trade(3, -1, 101, 1);
        maker.trade(4, 1, 102, 4);
        maker.trade(5, -1, 104, 8);
        FootprintBar bar = bars.getFirst();
        assertThat(bar.imbalances(3))
                .as("9 against 2 and 4 against 1; 104 joins nothing")
                .isEqualTo(2);
        assertThat(bar.rows().pointOfControl()).isEqualTo(1);
        assertThat(bar.rows().price(1)).isEqualTo(101);
    }

    @Test
    void rowsOfSeveralTicksAreClusters() {
        PriceRows rows = new PriceRows(5);
        rows.add(1, 104, 1);
        rows.add(-1, 100, 2);
        rows.add(0, 99, 4);
        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.price(0)).isEqualTo(95);
        assertThat(rows.bought(0)).isEqualTo(2);
        assertThat(rows.sold(0)).isEqualTo(2);
        assertThat(rows.bought(1)).isEqualTo(1);
        assertThat(rows.sold(1)).isEqualTo(2);
    }

    @Test
    void everyMeasureSaysWhatItIs() {
        for (FlowMeasure measure : FlowMeasure.values()) {
            assertThat(measure.formula()).as(measure.name()).isNotBlank();
            assertThat(measure.range()).as(measure.name()).isNotBlank();
            assertThat(measure.meaning()).as(measure.name()).endsWith(".");
        }
    }
}
