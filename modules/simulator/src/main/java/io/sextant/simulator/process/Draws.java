package io.sextant.simulator.process;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.time.SeededRandom;

/**
 * Random numbers that are the same on every machine and in every release of Java: only IEEE arithmetic, never {@link Math#log}
 * or the JDK's Gaussian, whose last bit may change.
 */
public final class Draws {

    private final SeededRandom random;

    private Draws(SeededRandom random) {
        this.random = random;
    }

    public static Draws stream(long seed, long stream) {
        return new Draws(SeededRandom.stream(seed, stream));
    }

    /** In the open interval (0, 1). */
    public double uniform() {
        return Ziggurat.uniform(random);
    }

    public boolean happens(double probability) {
        return uniform() < probability;
    }

    /** In {@code [0, bound)} for a small bound; the bias of the multiplication is below 2^-30. */
    public int below(int bound) {
        return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
    }

    public double normal() {
        return Ziggurat.normal(random);
    }

    /** With mean one. */
    public double exponential() {
        return Ziggurat.exponential(random);
    }

    /** Double exponential with scale one, so variance two: the size of a jump (Kou, 2002). */
    public double laplace() {
        double size = exponential();
        return uniform() < 0.5 ? -size : size;
    }

    public void save(StateWriter out) {
        random.save(out);
    }

    public void load(StateReader in) {
        random.load(in);
    }
}
