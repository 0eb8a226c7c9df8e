package io.sextant.engine.sweep;

import io.sextant.forecasting.search.BayesianProposer;
import io.sextant.forecasting.search.GeneticProposer;
import io.sextant.forecasting.search.Proposer;

/**
 * Which points of the grid are run. Those that learn do so from one batch to the next; the size of a batch is a number of the search and not of the
 * threads, so that the same seed tries the same on any machine.
 */
public enum SweepSearch {
    /** Every point. */
    GRID("grid", Integer.MAX_VALUE, Integer.MAX_VALUE),
    /** Some of them (Bergstra and Bengio 2012). */
    RANDOM("random", 256, 10_000),
    /** Where a Gaussian process expects to improve; points under way are taken for ones of the mean so far (Ginsbourger, Le Riche and Carraro 2010). */
    BAYES("bayes", 4, 400),
    /** Children of the best. */
    GENETIC("genetic", 20, 10_000);

    private final String label;
    private final int batch;
    private final int budgetMax;

    SweepSearch(String label, int batch, int budgetMax) {
        this.label = label;
        this.batch = batch;
        this.budgetMax = budgetMax;
    }

    public String label() {
        return label;
    }

    public static SweepSearch labelled(String label) {
        for (SweepSearch each : values()) {
            if (each.label.equals(label)) {
                return each;
            }
        }
        throw new IllegalArgumentException("a sweep searches by grid, random, bayes or genetic, not " + label);
    }

    int batch() {
        return batch;
    }

    int budgetMax() {
        return budgetMax;
    }

    Proposer proposer() {
        return switch (this) {
            case GRID, RANDOM -> Proposer.random();
            case BAYES -> new BayesianProposer();
            case GENETIC -> new GeneticProposer(batch);
        };
    }
}
