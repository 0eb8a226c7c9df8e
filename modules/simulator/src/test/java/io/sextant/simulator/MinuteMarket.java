package io.sextant.simulator;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import io.sextant.simulator.process.MarketProcess;
import io.sextant.simulator.process.Regime;
import io.sextant.simulator.process.ShockListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Minutes of one instrument with what no trader knows: the regime of each minute and the volatility that the worth had in
 * it. From the agents' market or from the bar-level process, in the same shape.
 *
 * @param returns log returns from close to close
 * @param sigmas what diffusion alone gives a minute's return
 */
record MinuteMarket(BarSeries bars, double[] returns, double[] sigmas, Regime[] regimes) {

    static final long MINUTE_NANOS = Timeframe.M1.nominalNanos();
    static final int WEEK_MINUTES = 7 * 1_440;

    /** The agents' market from the start of a day on; one list entry an instrument asked for. */
    static List<MinuteMarket> ofAgents(long seed, long startNanos, int minutes, int... instruments) {
        SimulatedExchange exchange = new SimulatedExchange(
                SimulatorSettings.of(seed, startNanos),
                i -> Arrays.stream(instruments).anyMatch(j -> i == j));
        MinuteBars bars = new MinuteBars(exchange.instruments());
        Hidden[] hidden = hidden(new SimulatedInstruments(startNanos), minutes, instruments);
        for (int minute = 0; minute < minutes; minute++) {
            long end = startNanos + (minute + 1) * MINUTE_NANOS;
            while (exchange.nextNanos() < end) {
                exchange.step(bars);
            }
            for (Hidden each : hidden) {
                each.see(minute, exchange.process());
            }
        }
        return Arrays.stream(hidden).map(h -> h.with(bars.of(h.instrument))).toList();
    }

    /**
     * Whole weeks of the older bars before {@code startNanos}, the newest one left out because it ends where the agents begin.
     * The hidden state is made again from the seed of each week.
     */
    static List<MinuteMarket> ofHistory(long seed, long startNanos, int weeks, int... instruments) {
        SimulatorSettings settings = SimulatorSettings.of(seed, startNanos);
        SimulatedInstruments known = new SimulatedInstruments(startNanos);
        SimulatedHistory history = new SimulatedHistory(settings);
        long end = Timeframe.W1.startOf(startNanos - 1);
        long from = end - weeks * Timeframe.W1.nominalNanos();
        Hidden[] hidden = hidden(known, weeks * WEEK_MINUTES, instruments);
        boolean[] wanted = new boolean[known.catalog().size()];
        Arrays.stream(instruments).forEach(i -> wanted[i] = true);
        for (int week = 0; week < weeks; week++) {
            long start = from + week * Timeframe.W1.nominalNanos();
            long weekSeed = SeededRandom.stream(seed, Math.floorDiv(start, Timeframe.W1.nominalNanos()))
                    .nextLong();
            MarketProcess process = new MarketProcess(weekSeed, known.valueProfiles(), wanted, 60, ShockListener.NONE);
            for (int i = 0; i < WEEK_MINUTES; i++) {
                process.advance(start + (i + 1) * MINUTE_NANOS);
                for (Hidden each : hidden) {
                    each.see(week * WEEK_MINUTES + i, process);
                }
            }
        }
        return Arrays.stream(hidden)
                .map(h -> h.with(history.bars(known.catalog().get(h.instrument).id(), Timeframe.M1, from, end)))
                .toList();
    }

    private static Hidden[] hidden(SimulatedInstruments known, int minutes, int[] instruments) {
        return Arrays.stream(instruments)
                .mapToObj(i -> new Hidden(i, known.valueProfile(i).dailyVolatility(), minutes))
                .toArray(Hidden[]::new);
    }

    /** The first minutes from {@code from} on; the return into the first one is left out. */
    MinuteMarket part(int from, int minutes) {
        int to = from + minutes;
        return new MinuteMarket(
                bars.copyOfRange(from, to),
                Arrays.copyOfRange(returns, from, to - 1),
                Arrays.copyOfRange(sigmas, from, to - 1),
                Arrays.copyOfRange(regimes, from, to - 1));
    }

    /** Returns by place whose minute lies in {@code [fromHour, toHour)} of its day, UTC. */
    IntStream minutesBetween(int fromHour, int toHour) {
        return IntStream.range(0, returns.length).filter(i -> {
            long hour = Math.floorMod(bars.openTimeNanos()[i + 1] / Timeframe.H1.nominalNanos(), 24L);
            return hour >= fromHour && hour < toHour;
        });
    }

    BarStatistics statistics() {
        return new BarStatistics(bars);
    }

    /** Returns in units of the volatility that the worth had: what is left are news, trends and the noise of trading. */
    double[] standardised() {
        return IntStream.range(0, returns.length)
                .mapToDouble(i -> returns[i] / sigmas[i])
                .toArray();
    }

    /** Returns in the minutes of a regime. */
    double[] returnsIn(Regime regime) {
        return IntStream.range(0, returns.length)
                .filter(i -> regimes[i] == regime)
                .mapToDouble(i -> returns[i])
                .toArray();
    }

    /** One value a minute from the first minute on. */
    private static final class Hidden {

        final int instrument;
        final double minuteVolatility;
        final double[] sigmas;
        final Regime[] regimes;

        Hidden(int instrument, double dailyVolatility, int minutes) {
            this.instrument = instrument;
            minuteVolatility = dailyVolatility * Math.sqrt(MarketProcess.diffusionShare() / 1_440);
            sigmas = new double[minutes];
            regimes = new Regime[minutes];
        }

        void see(int minute, MarketProcess process) {
            sigmas[minute] =
                    minuteVolatility * process.relativeVolatility(instrument) * Math.sqrt(process.activity(instrument));
            regimes[minute] = process.regime();
        }

        MinuteMarket with(BarSeries bars) {
            if (bars.size() != regimes.length) {
                throw new AssertionError(bars.size() + " bars in " + regimes.length + " minutes");
            }
            double[] returns = new double[bars.size() - 1];
            for (int i = 0; i < returns.length; i++) {
                returns[i] = Math.log(bars.close()[i + 1] / bars.close()[i]);
            }
            List<Regime> later = new ArrayList<>(Arrays.asList(regimes).subList(1, regimes.length));
            return new MinuteMarket(
                    bars, returns, Arrays.copyOfRange(sigmas, 1, sigmas.length), later.toArray(Regime[]::new));
        }
    }
}
