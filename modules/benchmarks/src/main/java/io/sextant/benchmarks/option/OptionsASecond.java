package io.sextant.benchmarks.option;

import io.sextant.analytics.options.AmericanOption;
import io.sextant.analytics.options.BlackScholes;
import io.sextant.analytics.options.ImpliedVolatility;
import io.sextant.analytics.options.OptionRight;
import io.sextant.analytics.options.OptionTerms;
import io.sextant.domain.time.SeededRandom;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * Prices, all Greeks and implied volatilities a second on one thread, by the time of its processor; implied volatilities beside Newton's steps
 * with a bisection where they leave the bracket, as it is commonly done, to the same ten digits.
 */
public final class OptionsASecond {

    private static final int OPTIONS = Integer.getInteger("options", 100_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int AMERICANS = Math.max(1, OPTIONS / 500);

    private static final OptionTerms[] TERMS = new OptionTerms[OPTIONS];
    private static final double[] PRICES = new double[OPTIONS];

    private OptionsASecond() {}

    public static void main(String[] args) {
        SeededRandom random = new SeededRandom(5);
        for (int i = 0; i < OPTIONS; i++) {
            TERMS[i] = new OptionTerms(
                    random.nextBoolean() ? OptionRight.CALL : OptionRight.PUT,
                    100,
                    70 + 60 * random.nextDouble(),
                    0.05 + 2 * random.nextDouble(),
                    0.03,
                    0.01,
                    0.1 + 0.5 * random.nextDouble());
            PRICES[i] = BlackScholes.price(TERMS[i]);
        }
        tell("prices", OPTIONS, i -> BlackScholes.price(TERMS[i]));
        tell("all Greeks", OPTIONS, i -> BlackScholes.greeks(TERMS[i]).vega());
        double ours = tell("implied volatilities", OPTIONS, OptionsASecond::implied);
        double theirs = tell("implied volatilities by Newton", OPTIONS, OptionsASecond::newton);
        System.out.printf(
                Locale.ENGLISH, "implied volatilities: %.2f times as fast as Newton's steps%n", theirs / ours);
        tell("American prices", AMERICANS, i -> AmericanOption.price(TERMS[i]));
    }

    private static double implied(int i) {
        OptionTerms t = TERMS[i];
        double told =
                ImpliedVolatility.of(t.right(), PRICES[i], t.spot(), t.strike(), t.years(), t.rate(), t.dividend());
        // A price whose time value is all rounding has none.
        return Double.isNaN(told) ? 0 : told;
    }

    private static double newton(int i) {
        OptionTerms t = TERMS[i];
        double low = 1e-6;
        double high = 5;
        double guess = 0.3;
        for (int step = 0; step < 100; step++) {
            OptionTerms tried =
                    new OptionTerms(t.right(), t.spot(), t.strike(), t.years(), t.rate(), t.dividend(), guess);
            double off = BlackScholes.price(tried) - PRICES[i];
            if (off > 0) {
                high = guess;
            } else {
                low = guess;
            }
            double next = guess - off / BlackScholes.greeks(tried).vega();
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(next - guess) < 1e-11) {
                return next;
            }
            guess = next;
        }
        return guess;
    }

    /** Nanoseconds of one. */
    private static double tell(String what, int count, IntToDoubleFunction one) {
        double best = Double.MAX_VALUE;
        double check = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < count; i++) {
                check += one.applyAsDouble(i);
            }
            best = Math.min(best, (double) (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before));
        }
        System.out.printf(
                Locale.ENGLISH,
                "%-32s %,12.0f a second, %,9.0f ns each (check %.6f)%n",
                what,
                count / best * 1e9,
                best / count,
                check);
        return best / count;
    }
}
