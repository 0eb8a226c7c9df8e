package io.sextant.benchmarks.engine;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.BackgroundThreads;
import io.sextant.domain.time.ShortTurns;
import io.sextant.engine.core.CompletedBars;
import io.sextant.engine.core.TradingCore;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.neural.forecast.NetworkForecaster;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.simulator.SimulatorSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * How long a tick waits from when it is due until the core has handled it, with nothing beside it and while a desk trains an LSTM on the
 * threads that trainings have: all cores but one, of low priority. The ticks' thread has short turns, as the engine's own. A tick is due every so often, whether the one before was late or not. The
 * code of both is compiled before the first round, as on a desk that has run for a minute.
 */
public final class TickWhileTraining {

    private static final long START_NANOS = 1_780_000_000_000_000_000L;
    private static final long EVERY_NANOS = Long.getLong("everyMicros", 500) * 1_000;
    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final long SPIN_NANOS = 60_000;

    private final InstrumentCatalog instruments = new SimulatedInstruments(START_NANOS).catalog();
    private final Tape tape = new Tape();
    private final int ticks = (int) (SECONDS * 1_000_000_000L / EVERY_NANOS);

    private TickWhileTraining() {}

    public static void main(String[] args) throws InterruptedException {
        ShortTurns.askForThisThread();
        TickWhileTraining race = new TickWhileTraining();
        SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(1, START_NANOS));
        while (race.tape.size < race.ticks) {
            exchange.step(race.tape);
        }
        race.run();
        race.whileTraining();
        double[] ratios = new double[ROUNDS];
        Histogram allAlone = new Histogram(3);
        Histogram allTraining = new Histogram(3);
        for (int round = 0; round < ROUNDS; round++) {
            Histogram alone = race.run();
            Histogram training = race.whileTraining();
            print("alone   ", alone);
            print("training", training);
            allAlone.add(alone);
            allTraining.add(training);
            ratios[round] = (double) training.getValueAtPercentile(99) / alone.getValueAtPercentile(99);
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ENGLISH,
                "p99 while training over p99 alone: %.2f over all ticks; of %d rounds best %.2f, middle %.2f%n",
                (double) allTraining.getValueAtPercentile(99) / allAlone.getValueAtPercentile(99),
                ROUNDS,
                ratios[0],
                ratios[ROUNDS / 2]);
    }

    private static void print(String what, Histogram waits) {
        System.out.printf(
                Locale.ENGLISH,
                "%s  p50 %.1f us, p99 %.1f, p99.9 %.1f, worst %.1f, %,d ticks%n",
                what,
                waits.getValueAtPercentile(50) / 1e3,
                waits.getValueAtPercentile(99) / 1e3,
                waits.getValueAtPercentile(99.9) / 1e3,
                waits.getMaxValue() / 1e3,
                waits.getTotalCount());
    }

    private Histogram whileTraining() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger fits = new AtomicInteger();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        Thread[] trainers = new Thread[threads];
        ThreadFactory factory = BackgroundThreads.named("trainer-");
        for (int i = 0; i < threads; i++) {
            trainers[i] = factory.newThread(() -> train(stop, fits));
            trainers[i].start();
        }
        Histogram waits = run();
        stop.set(true);
        for (Thread trainer : trainers) {
            trainer.join();
        }
        System.out.printf(Locale.ENGLISH, "%d trainers, %d fits%n", threads, fits.get());
        return waits;
    }

    private static void train(AtomicBoolean stop, AtomicInteger fits) {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[1_500];
        for (int i = 1; i < values.length; i++) {
            values[i] = values[i - 1] + 0.001 * random.nextGaussian();
        }
        Observations past = Observations.ofValues(values);
        try {
            while (!stop.get()) {
                NetworkForecaster.lstm()
                        .fit(past, new Training(1, fits.get(), (done, loss, validation) -> {}, stop::get));
                fits.incrementAndGet();
            }
        } catch (CancellationException stopped) {
            return;
        }
    }

    private Histogram run() {
        TradingCore core = new TradingCore(
                terms(),
                new TapeFeed(tape, instruments, false),
                new PaperVenue(instruments.size(), 20_000_000),
                List.of(),
                CompletedBars.Sink.NONE);
        Histogram waits = new Histogram(3);
        long begun = System.nanoTime();
        for (int i = 0; i < ticks && core.nextNanos() != Long.MAX_VALUE; i++) {
            long due = begun + i * EVERY_NANOS;
            long left = due - System.nanoTime();
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            }
            while (System.nanoTime() < due) {
                Thread.onSpinWait();
            }
            core.step();
            waits.recordValue(System.nanoTime() - due);
        }
        return waits;
    }

    private SessionTerms terms() {
        return new SessionTerms(
                TradingMode.PAPER,
                1,
                START_NANOS,
                "recorded stream",
                Currency.USD,
                List.of(new ConversionRate(Currency.USDT, Currency.USD, Price.of(1, 0), "fixed")),
                List.of(Money.parse("10000000", Currency.USD), Money.parse("10000000", Currency.USDT)),
                CostBasis.AVERAGE,
                instruments);
    }
}
