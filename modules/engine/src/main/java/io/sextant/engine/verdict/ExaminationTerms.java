package io.sextant.engine.verdict;

import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * How thoroughly a strategy is examined.
 *
 * @param folds of the walks forward
 * @param groups into which the past is cut for purged paths
 * @param judgedGroups how many of them are judged at once
 * @param bootstraps of the test for superior ability, and draws of what else could have come of the returns
 * @param worlds other markets that it is run on, in each with the whole choice made again; fewer where that takes more than the bars
 * @param barsToRun at most so many, over all worlds
 * @param cuts bars at which the future is cut off
 * @param threads no figure depends on it
 * @param ran hears from any thread that so many more runs over bars are done
 */
public record ExaminationTerms(
        int folds,
        int groups,
        int judgedGroups,
        int bootstraps,
        int worlds,
        long barsToRun,
        int cuts,
        long seed,
        int threads,
        BooleanSupplier cancelled,
        LongConsumer ran) {

    public static final int FOLDS_USUAL = 5;
    public static final int WORLDS_USUAL = 200;
    private static final int GROUPS = 8;
    private static final int JUDGED = 2;
    private static final int BOOTSTRAPS = 999;
    private static final int CUTS = 32;
    private static final long BARS = 200_000_000;
    /** Learning on the way takes far longer than the run. */
    private static final int LEARNED_WORLDS = 20;

    private static final int LEARNED_CUTS = 6;

    public ExaminationTerms {
        if (folds < 1 || worlds < 0 || bootstraps < 1 || threads < 1 || cuts < 1) {
            throw new IllegalArgumentException("no examination has " + folds + " folds, " + worlds + " worlds, "
                    + bootstraps + " bootstraps, " + cuts + " cuts and " + threads + " threads");
        }
    }

    public static ExaminationTerms usual(long seed, int threads) {
        return new ExaminationTerms(
                FOLDS_USUAL,
                GROUPS,
                JUDGED,
                BOOTSTRAPS,
                WORLDS_USUAL,
                BARS,
                CUTS,
                seed,
                threads,
                () -> false,
                runs -> {});
    }

    public ExaminationTerms withFolds(int count) {
        return new ExaminationTerms(
                count, groups, judgedGroups, bootstraps, worlds, barsToRun, cuts, seed, threads, cancelled, ran);
    }

    public ExaminationTerms withWorlds(int count) {
        return new ExaminationTerms(
                folds, groups, judgedGroups, bootstraps, count, barsToRun, cuts, seed, threads, cancelled, ran);
    }

    public ExaminationTerms withBootstraps(int count) {
        return new ExaminationTerms(
                folds, groups, judgedGroups, count, worlds, barsToRun, cuts, seed, threads, cancelled, ran);
    }

    /** Fewer other markets and cuts, where a desk learns anew in each of them. */
    public ExaminationTerms whereADeskLearns() {
        return new ExaminationTerms(
                folds,
                groups,
                judgedGroups,
                bootstraps,
                Math.min(worlds, LEARNED_WORLDS),
                barsToRun,
                Math.min(cuts, LEARNED_CUTS),
                seed,
                threads,
                cancelled,
                ran);
    }

    public ExaminationTerms stoppedBy(BooleanSupplier stop) {
        return new ExaminationTerms(
                folds, groups, judgedGroups, bootstraps, worlds, barsToRun, cuts, seed, threads, stop, ran);
    }

    public ExaminationTerms telling(LongConsumer heard) {
        return new ExaminationTerms(
                folds, groups, judgedGroups, bootstraps, worlds, barsToRun, cuts, seed, threads, cancelled, heard);
    }

    /**
     * About how many runs over bars an examination takes.
     *
     * @param bars of all instruments
     */
    public long runsAbout(long bars, int choices) {
        return choices + (long) MonteCarlo.worlds(this, bars, choices) * choices + MonteCarlo.runsBeside(this, bars);
    }
}
