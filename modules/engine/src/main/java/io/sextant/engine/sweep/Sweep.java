package io.sextant.engine.sweep;

import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.sweep.SweepSpace.Place;
import io.sextant.engine.verdict.Grid;
import io.sextant.forecasting.search.Proposer;
import io.sextant.forecasting.search.Trial;
import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs those points of a grid that a search asks for. What it tries depends on the grid, the seed and the figures alone. */
public final class Sweep {

    /** More points than this are for a search. */
    private static final int GRID_MAX = 20_000;
    /** So often the search itself is asked for a point that is new and can be, and so often chance. */
    private static final int ASKED = 3;

    private static final int DRAWN = 200;
    private static final int LOOKED_THROUGH = 20_000;

    /**
     * What is searched and how.
     *
     * @param budget runs at most; a grid asks for all of its points
     */
    public record Plan(Grid grid, SweepSearch search, int budget, long seed, SweepMeasure measure) {

        public Plan {
            if (search != SweepSearch.GRID && (budget < 1 || budget > search.budgetMax())) {
                throw new IllegalArgumentException("a sweep by " + search.label() + " has a budget from 1 to "
                        + search.budgetMax() + " runs, not " + budget);
            }
            if (search == SweepSearch.GRID && grid.size() > GRID_MAX) {
                throw new IllegalArgumentException("a grid of " + grid.size() + " points is above " + GRID_MAX
                        + "; take larger steps, or search by random, bayes or genetic");
            }
        }
    }

    private final Plan plan;
    private final SweepSpace space;
    private final SweepRunner runner;
    private final SweepJob job;
    private final SweepWatch watch;
    private final List<SweepPoint> points = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private final Set<List<Integer>> tried = new HashSet<>();
    private long asked;

    private Sweep(Plan plan, SweepSpace space, SweepRunner runner, SweepJob job, SweepWatch watch) {
        this.plan = plan;
        this.space = space;
        this.runner = runner;
        this.job = job;
        this.watch = watch;
    }

    /**
     * @param making refuses what cannot be with an {@link IllegalArgumentException}
     * @param job on what; its sets are those of the search
     */
    public static SweepResult run(
            Plan plan,
            Function<Map<String, Double>, Choice> making,
            SweepRunner runner,
            SweepJob job,
            SweepWatch watch) {
        Sweep sweep = new Sweep(plan, new SweepSpace(plan.grid(), making), runner, job, watch);
        if (plan.search() == SweepSearch.GRID) {
            sweep.runAll();
        } else {
            sweep.runSearch();
        }
        return new SweepResult(plan.grid(), plan.measure(), sweep.points);
    }

    private void runAll() {
        List<Place> places = new ArrayList<>();
        for (long number = 0; number < space.size(); number++) {
            space.find(space.at(number)).ifPresent(places::add);
        }
        checkAny(places.isEmpty());
        runBatch(places);
    }

    /** Says what is wrong with a grid of which no point can be. */
    private void checkAny(boolean none) {
        if (none) {
            space.get(space.at(0L));
            throw new IllegalArgumentException("no point of the grid can be run");
        }
    }

    private void runSearch() {
        Proposer proposer = plan.search().proposer();
        while (points.size() < plan.budget()) {
            int count = Math.min(plan.search().batch(), plan.budget() - points.size());
            List<Place> batch = new ArrayList<>();
            List<Trial> known = new ArrayList<>(trials);
            double underWay = plan.search() == SweepSearch.BAYES
                    ? trials.stream().mapToDouble(Trial::loss).average().orElse(0)
                    : Double.NaN;
            while (batch.size() < count) {
                Optional<Place> next = propose(proposer, known);
                if (next.isEmpty()) {
                    break;
                }
                Place place = next.get();
                tried.add(place.at());
                batch.add(place);
                known.add(new Trial(known.size(), space.middle(place.at()), Map.of(), underWay));
            }
            checkAny(batch.isEmpty() && points.isEmpty());
            if (batch.isEmpty()) {
                return;
            }
            runBatch(batch);
        }
    }

    private void runBatch(List<Place> batch) {
        List<BacktestOutcome> outcomes =
                runner.run(job.withSets(batch.stream().map(Place::set).toList()), watch);
        for (int i = 0; i < outcomes.size(); i++) {
            Place place = batch.get(i);
            BacktestOutcome outcome = outcomes.get(i);
            points.add(new SweepPoint(place.at(), place.set(), outcome));
            trials.add(new Trial(
                    trials.size(),
                    space.middle(place.at()),
                    Map.of(),
                    -plan.measure().of(outcome)));
        }
    }

    /** A point that was not tried; empty where there is none. */
    private Optional<Place> propose(Proposer proposer, List<Trial> known) {
        SeededRandom random = SeededRandom.stream(plan.seed(), asked++);
        for (int i = 0; i < ASKED + DRAWN; i++) {
            double[] place = i < ASKED
                    ? proposer.next(List.copyOf(known), space.dimensions(), random)
                    : random.doubles(space.dimensions()).toArray();
            Optional<Place> found = findNew(space.at(place));
            if (found.isPresent()) {
                return found;
            }
        }
        long from = random.nextLong(space.size());
        for (long i = 0; i < Math.min(LOOKED_THROUGH, space.size()); i++) {
            Optional<Place> found = findNew(space.at((from + i) % space.size()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Place> findNew(List<Integer> at) {
        return tried.contains(at) ? Optional.empty() : space.find(at);
    }
}
