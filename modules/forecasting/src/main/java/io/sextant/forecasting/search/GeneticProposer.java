package io.sextant.forecasting.search;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Children of the best points so far: parents are the winners of small tournaments among the best {@code population}, each setting comes
 * from one of the two, and some are moved a little. It always keeps the best, since it chooses among all trials.
 */
public final class GeneticProposer implements Proposer {

    private static final int TOURNAMENT = 3;
    private static final double MOVED = 0.35;
    private static final double STEP = 0.15;
    private static final double ANEW = 0.05;

    private final int population;

    public GeneticProposer(int population) {
        if (population < 2) {
            throw new IllegalArgumentException("a population has at least 2 members, not " + population);
        }
        this.population = population;
    }

    @Override
    public double[] next(List<Trial> past, int dimensions, RandomGenerator random) {
        List<Trial> best = past.stream()
                .filter(Trial::isValid)
                .sorted(Comparator.comparingDouble(Trial::loss).thenComparingInt(Trial::number))
                .limit(population)
                .toList();
        if (past.size() < population || best.size() < 2) {
            return random.doubles(dimensions).toArray();
        }
        double[] mother = winner(best, random);
        double[] father = winner(best, random);
        double[] child = new double[dimensions];
        for (int i = 0; i < dimensions; i++) {
            child[i] = random.nextBoolean() ? mother[i] : father[i];
            double dice = random.nextDouble();
            if (dice < ANEW) {
                child[i] = random.nextDouble();
            } else if (dice < ANEW + MOVED) {
                child[i] = reflected(child[i] + STEP * random.nextGaussian());
            }
        }
        return child;
    }

    private static double[] winner(List<Trial> best, RandomGenerator random) {
        int first = best.size();
        for (int i = 0; i < TOURNAMENT; i++) {
            first = Math.min(first, random.nextInt(best.size()));
        }
        return best.get(first).point();
    }

    /** Back into the cube from its wall, so that walls draw no crowd. */
    static double reflected(double place) {
        double inside = Math.abs(place) % 2;
        return inside > 1 ? 2 - inside : inside;
    }
}
