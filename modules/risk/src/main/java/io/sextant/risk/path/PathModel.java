package io.sextant.risk.path;

import java.util.random.RandomGenerator;

/** One future of returns after another. Made once from a past; draws on several threads at once, so it keeps nothing between paths. */
@FunctionalInterface
public interface PathModel {

    /** Fills {@code returns}, the first period first. */
    void draw(RandomGenerator random, double[] returns);
}
