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
import java.util.function.Function;
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
        return run(budget, 1, settings -> settings.stream().mapToDouble(loss).toArray(), watcher, cancelled);
    }

    /**
     * The same with so many settings tried at once, none of which knows of the others but that they are under way. Which ones belong together is
     * counted from the first trial on, so that a search that goes on proposes what it would have proposed.
     *
     * @param losses of settings, in their order
     */
    public List<Trial> run(
            int budget,
            int atOnce,
            Function<List<Map<String, String>>, double[]> losses,
            Consumer<Trial> watcher,
            BooleanSupplier cancelled) {
        List<Trial> trials = new ArrayList<>(log.read());
        while (trials.size() < budget) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("the search was cancelled after " + trials.size() + " trials");
            }
            List<Trial> batch = proposed(trials, budget, atOnce);
            double[] came = losses.apply(batch.stream().map(Trial::values).toList());
            for (int i = 0; i < came.length; i++) {
                Trial proposed = batch.get(i);
                Trial trial = new Trial(proposed.number(), proposed.point(), proposed.values(), came[i]);
                log.add(trial);
                trials.add(trial);
                watcher.accept(trial);
            }
        }
        return trials;
    }

    private List<Trial> proposed(List<Trial> trials, int budget, int atOnce) {
        int first = trials.size() / atOnce * atOnce;
        List<Trial> known = new ArrayList<>(trials.subList(0, first));
        double underWay = proposer.underWay(known);
        for (int number = first; number < Math.min(first + atOnce, budget); number++) {
            double[] point = proposer.next(List.copyOf(known), space.size(), new SeededRandom(seed + number * SPREAD));
            known.add(new Trial(number, point, space.valuesAt(point), underWay));
        }
        return List.copyOf(known.subList(trials.size(), known.size()));
    }

    /** Empty where no settings let anything learn. */
    public static Optional<Trial> best(List<Trial> trials) {
        return trials.stream().filter(Trial::isValid).min(Comparator.comparingDouble(Trial::loss));
    }
}
