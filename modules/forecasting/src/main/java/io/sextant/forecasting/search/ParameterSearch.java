package io.sextant.forecasting.search;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Tries settings until its budget is used up. Each trial draws from a seed of its own, so that a search that was interrupted and goes on
 * tries exactly what it would have tried.
 */
public final class ParameterSearch {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final SearchSpace space;
    private final Proposer proposer;
    private final TrialLog log;
    private final long seed;

    public ParameterSearch(SearchSpace space, Proposer proposer, TrialLog log, long seed) {
        this.space = space;
        this.proposer = proposer;
        this.log = log;
        this.seed = seed;
    }

    /**
     * @param budget trials in all, those of the log among them
     * @param loss of settings, NaN where nothing could learn with them
     * @param watcher hears of each new trial
     * @return all trials, in their order
     * @throws CancellationException where somebody asked to stop; what was tried is kept
     */
    public List<Trial> run(
            int budget,
            ToDoubleFunction<Map<String, String>> loss,
            Consumer<Trial> watcher,
            BooleanSupplier cancelled) {
        List<Trial> trials = new ArrayList<>(log.read());
        while (trials.size() < budget) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("the search was cancelled after " + trials.size() + " trials");
            }
            int number = trials.size();
            double[] point = proposer.next(List.copyOf(trials), space.size(), new SeededRandom(seed + number * SPREAD));
            Map<String, String> values = space.valuesAt(point);
            Trial trial = new Trial(number, point, values, loss.applyAsDouble(values));
            log.add(trial);
            trials.add(trial);
            watcher.accept(trial);
        }
        return trials;
    }

    /** Empty where no settings let anything learn. */
    public static Optional<Trial> best(List<Trial> trials) {
        return trials.stream().filter(Trial::isValid).min(Comparator.comparingDouble(Trial::loss));
    }
}
