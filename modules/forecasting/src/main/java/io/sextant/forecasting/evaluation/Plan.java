package io.sextant.forecasting.evaluation;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * How models are compared.
 *
 * @param horizon the step that the verdict is about
 * @param seed of all that is random in the models
 * @param costBps of each change of the position, in hundredths of a percent of it
 * @param trialsBefore how many models were held against this test part before, for which the verdict is corrected too
 * @param notJudged observations that no forecast is judged by: none whose way to its target leads through one; empty where all are
 * @param segments a label for each observation (a regime, an event), by which figures are told apart; empty where there is none
 * @param threads how many walks run at once; no result depends on it
 */
public record Plan(
        List<Fold> folds,
        int horizon,
        long seed,
        Scale scale,
        double costBps,
        int trialsBefore,
        boolean[] notJudged,
        String[] segments,
        int threads,
        Progress progress,
        BooleanSupplier cancelled) {

    /** Hears of each fold that a model has gone through, from several threads. */
    @FunctionalInterface
    public interface Progress {

        void walked(String model, int done, int of);
    }

    public Plan {
        folds = List.copyOf(folds);
        if (folds.isEmpty() || horizon < 1 || trialsBefore < 0 || threads < 1 || !(costBps >= 0)) {
            throw new IllegalArgumentException("no comparison has " + folds.size() + " folds, horizon " + horizon + ", "
                    + trialsBefore + " trials before, costs of " + costBps + " and " + threads + " threads");
        }
    }

    /** Without costs, earlier trials or labels, on one thread, unwatched. */
    public static Plan quiet(List<Fold> folds, int horizon, Scale scale, long seed) {
        return new Plan(
                folds,
                horizon,
                seed,
                scale,
                0,
                0,
                new boolean[0],
                new String[0],
                1,
                (model, done, of) -> {},
                () -> false);
    }

    public Plan withThreads(int count) {
        return new Plan(
                folds, horizon, seed, scale, costBps, trialsBefore, notJudged, segments, count, progress, cancelled);
    }

    public Plan withTrialsBefore(int trials) {
        return new Plan(
                folds, horizon, seed, scale, costBps, trials, notJudged, segments, threads, progress, cancelled);
    }

    public Plan withNotJudged(boolean[] marked) {
        return new Plan(
                folds, horizon, seed, scale, costBps, trialsBefore, marked, segments, threads, progress, cancelled);
    }

    public Plan withSegments(String[] labels) {
        return new Plan(
                folds, horizon, seed, scale, costBps, trialsBefore, notJudged, labels, threads, progress, cancelled);
    }

    public Plan withCostBps(double bps) {
        return new Plan(
                folds, horizon, seed, scale, bps, trialsBefore, notJudged, segments, threads, progress, cancelled);
    }

    public Plan watchedBy(Progress watcher, BooleanSupplier stop) {
        return new Plan(
                folds, horizon, seed, scale, costBps, trialsBefore, notJudged, segments, threads, watcher, stop);
    }

    /** Whether a forecast of so many steps that stood at {@code origin} is judged. */
    boolean isJudged(int origin, int step) {
        for (int i = origin + 1; i <= Math.min(origin + step, notJudged.length - 1); i++) {
            if (notJudged[i]) {
                return false;
            }
        }
        return true;
    }
}
