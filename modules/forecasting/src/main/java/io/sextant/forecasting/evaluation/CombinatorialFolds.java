package io.sextant.forecasting.evaluation;

import io.sextant.forecasting.evaluation.Folds.Gap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Combinatorial purged cross-validation (Lopez de Prado 2018, chapter 12): a series is cut into groups, every so many of them are once
 * what is judged, and the rest is learned from. Each group is judged more than once, so that several whole paths through the series come
 * of it instead of a single one. It learns from what comes later too: it asks how a rule holds up, not what could have been earned.
 *
 * @param splits in the order of their groups, as a dictionary has words
 */
public record CombinatorialFolds(int observations, int groups, int tested, List<Split> splits) {

    private static final int SPLITS_MAX = 20_000;

    public CombinatorialFolds {
        splits = List.copyOf(splits);
    }

    /**
     * One choice of groups to be judged by.
     *
     * @param testedGroups in increasing order
     * @param learned for each observation whether it may be learned from
     */
    public record Split(int[] testedGroups, boolean[] learned) {

        public boolean tests(int group) {
            for (int each : testedGroups) {
                if (each == group) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * @param tested how many groups are judged at once
     * @param gap its purge keeps apart what labels reach over on both sides of a judged group, its embargo further observations after it
     */
    public static CombinatorialFolds of(int observations, int groups, int tested, Gap gap) {
        if (groups < 2 || tested < 1 || tested >= groups || observations < groups) {
            throw new IllegalArgumentException("of " + observations + " observations in " + groups + " groups, "
                    + tested + " cannot be judged while the others are learned from");
        }
        if (choose(groups, tested) > SPLITS_MAX) {
            throw new IllegalArgumentException(tested + " of " + groups + " groups can be chosen in more than "
                    + SPLITS_MAX + " ways; take fewer groups");
        }
        List<Split> splits = new ArrayList<>();
        int[] chosen = new int[tested];
        for (int i = 0; i < tested; i++) {
            chosen[i] = i;
        }
        do {
            splits.add(new Split(chosen.clone(), learned(observations, groups, chosen, gap)));
        } while (advance(chosen, groups));
        return new CombinatorialFolds(observations, groups, tested, splits);
    }

    private static boolean advance(int[] chosen, int groups) {
        int at = chosen.length - 1;
        while (at >= 0 && chosen[at] == groups - chosen.length + at) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        chosen[at]++;
        for (int i = at + 1; i < chosen.length; i++) {
            chosen[i] = chosen[i - 1] + 1;
        }
        return true;
    }

    private static boolean[] learned(int observations, int groups, int[] chosen, Gap gap) {
        boolean[] learned = new boolean[observations];
        Arrays.fill(learned, true);
        for (int group : chosen) {
            int from = Math.max(0, from(observations, groups, group) - gap.purge());
            int end = Math.min(observations, from(observations, groups, group + 1) + gap.steps());
            Arrays.fill(learned, from, end, false);
        }
        return learned;
    }

    private static int from(int observations, int groups, int group) {
        return Math.toIntExact((long) observations * group / groups);
    }

    private static long choose(int of, int some) {
        long ways = 1;
        for (int i = 1; i <= some; i++) {
            ways = ways * (of - some + i) / i;
            if (ways > Integer.MAX_VALUE) {
                return ways;
            }
        }
        return ways;
    }

    /** The first observation of a group; the end of the series where there is no such group any more. */
    public int from(int group) {
        return from(observations, groups, group);
    }

    /** How many whole paths the judged groups make up: each group is judged as often. */
    public int paths() {
        return Math.toIntExact(choose(groups - 1, tested - 1));
    }

    /** In which split a path's group is judged: the so-manieth that judges it. */
    public int splitOf(int path, int group) {
        int seen = 0;
        for (int s = 0; s < splits.size(); s++) {
            if (splits.get(s).tests(group) && seen++ == path) {
                return s;
            }
        }
        throw new IllegalArgumentException("there are " + paths() + " paths through " + groups + " groups, and no path "
                + path + " or group " + group);
    }
}
