package io.sextant.portfolio.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Agglomerative clustering by the formula of Lance and Williams (1967). Cluster {@code size + k} is made by merge k; of a merge the
 * cluster of the lower number comes first, as in SciPy, so that the order of leaves is the same.
 */
public final class Linkage {

    /** How far two clusters are from each other. */
    public enum Rule {
        /** As their nearest members. */
        SINGLE,
        /** By what the sum of squares grows when they are one (Ward, 1963). */
        WARD
    }

    private final int size;
    private final int[][] merges;

    private Linkage(int size, int[][] merges) {
        this.size = size;
        this.merges = merges;
    }

    public static Linkage of(double[][] distances, Rule rule) {
        int n = distances.length;
        double[][] d = new double[n][];
        for (int i = 0; i < n; i++) {
            d[i] = distances[i].clone();
        }
        int[] number = new int[n];
        int[] members = new int[n];
        boolean[] gone = new boolean[n];
        Arrays.setAll(number, i -> i);
        Arrays.fill(members, 1);
        int[][] merges = new int[Math.max(0, n - 1)][];
        for (int step = 0; step < merges.length; step++) {
            int a = -1;
            int b = -1;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n && !gone[i]; j++) {
                    if (!gone[j] && (a < 0 || d[i][j] < d[a][b])) {
                        a = i;
                        b = j;
                    }
                }
            }
            merges[step] = new int[] {Math.min(number[a], number[b]), Math.max(number[a], number[b])};
            for (int k = 0; k < n; k++) {
                if (!gone[k] && k != a && k != b) {
                    double joined = joined(rule, d[k][a], d[k][b], d[a][b], members[k], members[a], members[b]);
                    d[k][a] = joined;
                    d[a][k] = joined;
                }
            }
            members[a] += members[b];
            gone[b] = true;
            number[a] = n + step;
        }
        return new Linkage(n, merges);
    }

    private static double joined(Rule rule, double toA, double toB, double ab, int k, int a, int b) {
        return switch (rule) {
            case SINGLE -> Math.min(toA, toB);
            case WARD -> {
                double whole = (double) k + a + b;
                yield Math.sqrt(Math.max(0, ((k + a) * toA * toA + (k + b) * toB * toB - k * ab * ab) / whole));
            }
        };
    }

    /** Leaves from left to right, so that what is alike stands together. */
    public int[] order() {
        List<Integer> order = new ArrayList<>();
        gather(2 * size - 2, order);
        return order.stream().mapToInt(i -> i).toArray();
    }

    private void gather(int cluster, List<Integer> into) {
        if (cluster < size) {
            into.add(cluster);
        } else {
            gather(merges[cluster - size][0], into);
            gather(merges[cluster - size][1], into);
        }
    }

    /** The members of {@code count} clusters: the last merges are undone. */
    public List<int[]> cut(int count) {
        List<int[]> clusters = new ArrayList<>();
        for (int cluster : roots(count)) {
            clusters.add(membersOf(cluster));
        }
        return clusters;
    }

    List<Integer> roots(int count) {
        List<Integer> roots = new ArrayList<>(List.of(2 * size - 2));
        while (roots.size() < Math.min(count, size)) {
            int last = Collections.max(roots);
            roots.remove((Integer) last);
            roots.add(merges[last - size][0]);
            roots.add(merges[last - size][1]);
        }
        Collections.sort(roots);
        return roots;
    }

    int[] membersOf(int cluster) {
        List<Integer> members = new ArrayList<>();
        gather(cluster, members);
        return members.stream().mapToInt(i -> i).toArray();
    }

    int[] childrenOf(int cluster) {
        return merges[cluster - size].clone();
    }

    int top() {
        return 2 * size - 2;
    }
}
