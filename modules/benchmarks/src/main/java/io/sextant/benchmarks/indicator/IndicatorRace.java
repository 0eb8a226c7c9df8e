package io.sextant.benchmarks.indicator;

import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.CMOIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.WilliamsRIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.aroon.AroonUpIndicator;
import org.ta4j.core.indicators.averages.DoubleEMAIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.KAMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.ChaikinMoneyFlowIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.NumFactory;

/**
 * Indicators of a million bars as columns beside ta4j's own on its own series, built before the clock runs; processor time of one thread, the
 * best of some rounds. ta4j is read bar by bar in order, as its strategies do: once with doubles, its fastest numbers, and once with the decimal
 * numbers that its series have unless one asks for others; of those fewer bars, counted by the bar.
 */
public final class IndicatorRace {

    private static final int BARS = Integer.getInteger("bars", 1_000_000);
    private static final int DECIMAL_BARS = Math.min(BARS, Integer.getInteger("decimal.bars", 50_000));
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private record Pair(String spec, Function<org.ta4j.core.BarSeries, Indicator<?>> theirs) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("sma:100", series -> new SMAIndicator(new ClosePriceIndicator(series), 100)),
            new Pair("ema:50", series -> new EMAIndicator(new ClosePriceIndicator(series), 50)),
            new Pair("wma:50", series -> new WMAIndicator(new ClosePriceIndicator(series), 50)),
            new Pair("hma:50", series -> new HMAIndicator(new ClosePriceIndicator(series), 50)),
            new Pair("dema:50", series -> new DoubleEMAIndicator(new ClosePriceIndicator(series), 50)),
            new Pair("kama:10:2:30", series -> new KAMAIndicator(new ClosePriceIndicator(series), 10, 2, 30)),
            new Pair("rsi:14", series -> new RSIIndicator(new ClosePriceIndicator(series), 14)),
            new Pair("macd:12:26:9", series -> new MACDIndicator(new ClosePriceIndicator(series), 12, 26)),
            new Pair("atr:14", series -> new ATRIndicator(series, 14)),
            new Pair("adx:14", series -> new ADXIndicator(series, 14)),
            new Pair("stddev:50", series -> new StandardDeviationIndicator(new ClosePriceIndicator(series), 50)),
            new Pair("stoch:14:1:3", series -> new StochasticOscillatorKIndicator(series, 14)),
            new Pair("willr:14", series -> new WilliamsRIndicator(series, 14)),
            new Pair("cci:20", series -> new CCIIndicator(series, 20)),
            new Pair("cmo:14", series -> new CMOIndicator(new ClosePriceIndicator(series), 14)),
            new Pair("roc:10", series -> new ROCIndicator(new ClosePriceIndicator(series), 10)),
            new Pair("aroon:25", series -> new AroonUpIndicator(series, 25)),
            new Pair("donchian:20", series -> new DonchianChannelUpperIndicator(series, 20)),
            new Pair("cmf:20", series -> new ChaikinMoneyFlowIndicator(series, 20)),
            new Pair("obv", OnBalanceVolumeIndicator::new));

    /** Sums of what was computed, so that nothing is left out as unused. */
    private static final List<Double> CHECKS = new ArrayList<>();

    private IndicatorRace() {}

    public static void main(String[] args) {
        BarSeries bars = bars();
        org.ta4j.core.BarSeries doubles = series(bars, BARS, DoubleNumFactory.getInstance());
        org.ta4j.core.BarSeries decimals = series(bars, DECIMAL_BARS, DecimalNumFactory.getInstance());
        double logs = 0;
        double decimalLogs = 0;
        for (Pair pair : PAIRS) {
            IndicatorSpec spec = IndicatorSpec.parse(pair.spec());
            double ours = best(() -> last(spec.columns(bars)[0]));
            double theirs = best(() -> read(pair, doubles));
            double decimal = best(() -> read(pair, decimals)) * BARS / DECIMAL_BARS;
            logs += Math.log(theirs / ours);
            decimalLogs += Math.log(decimal / ours);
            System.out.printf(
                    Locale.ENGLISH,
                    "%-14s %7.2f ms; ta4j with doubles %8.1f ms: %6.1f times; as it comes %9.1f ms: %7.1f times%n",
                    pair.spec(),
                    ours / 1e6,
                    theirs / 1e6,
                    theirs / ours,
                    decimal / 1e6,
                    decimal / ours);
        }
        System.out.printf(
                Locale.ENGLISH,
                "geometric mean of %d: %.1f times ta4j with doubles, %.1f times ta4j as it comes%n",
                PAIRS.size(),
                Math.exp(logs / PAIRS.size()),
                Math.exp(decimalLogs / PAIRS.size()));
    }

    private static double read(Pair pair, org.ta4j.core.BarSeries series) {
        Indicator<?> indicator = pair.theirs().apply(series);
        double check = 0;
        for (int i = 0; i < series.getBarCount(); i++) {
            check = ((org.ta4j.core.num.Num) indicator.getValue(i)).doubleValue();
        }
        return check;
    }

    private static double best(DoubleSupplier work) {
        double best = Double.MAX_VALUE;
        double check = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            check += work.getAsDouble();
            best = Math.min(best, (double) (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before));
        }
        CHECKS.add(check);
        return best;
    }

    private static double last(double[] column) {
        return column[column.length - 1];
    }

    private static BarSeries bars() {
        SeededRandom random = new SeededRandom(5);
        BarSeries bars = new BarSeries(
                new long[BARS],
                new double[BARS],
                new double[BARS],
                new double[BARS],
                new double[BARS],
                new double[BARS],
                BARS);
        double price = 100;
        for (int i = 0; i < BARS; i++) {
            double open = price;
            price *= Math.exp(0.001 * random.nextGaussian());
            bars.openTimeNanos()[i] = 1_600_000_000_000_000_000L + i * MINUTE_NANOS;
            bars.open()[i] = open;
            bars.high()[i] = Math.max(open, price) * 1.0003;
            bars.low()[i] = Math.min(open, price) * 0.9997;
            bars.close()[i] = price;
            bars.volume()[i] = 1 + 100 * random.nextDouble();
        }
        return bars;
    }

    private static org.ta4j.core.BarSeries series(BarSeries bars, int count, NumFactory numbers) {
        org.ta4j.core.BarSeries series =
                new BaseBarSeriesBuilder().withNumFactory(numbers).build();
        for (int i = 0; i < count; i++) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochSecond(0, bars.openTimeNanos()[i] + MINUTE_NANOS))
                    .openPrice(bars.open()[i])
                    .highPrice(bars.high()[i])
                    .lowPrice(bars.low()[i])
                    .closePrice(bars.close()[i])
                    .volume(bars.volume()[i])
                    .add();
        }
        return series;
    }
}
