package io.sextant.portfolio.optimise;

import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.program.ActiveSet;
import io.sextant.portfolio.program.Region;
import java.util.Arrays;
import java.util.List;

/** Weights by a tree of what moves together. Distances are sqrt((1 - rho) / 2). */
final class Hierarchies {

    private static final int CLUSTERS_MAX = 10;

    private Hierarchies() {}

    static double[][] distances(Market market) {
        double[][] distances = new double[market.size()][market.size()];
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < distances.length; j++) {
                distances[i][j] = i == j ? 0 : Math.sqrt((1 - market.correlations()[i][j]) / 2);
            }
        }
        return distances;
    }

    private static double[][] betweenColumns(double[][] d) {
        double[][] between = new double[d.length][d.length];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                double squares = 0;
                for (int k = 0; k < d.length; k++) {
                    squares += (d[k][i] - d[k][j]) * (d[k][i] - d[k][j]);
                }
                between[i][j] = Math.sqrt(squares);
            }
        }
        return between;
    }

    static double[] hrp(Market market, boolean direct) {
        double[][] covariance = market.covariance();
        double[][] distances = distances(market);
        Linkage tree = Linkage.of(direct ? distances : betweenColumns(distances), Linkage.Rule.SINGLE);
        double[] weights = new double[market.size()];
        Arrays.fill(weights, 1);
        bisect(covariance, tree.order(), weights);
        return weights;
    }

    /** The order is halved, not the tree, and each half gets the less the more variance it has. */
    private static void bisect(double[][] covariance, int[] order, double[] weights) {
        if (order.length < 2) {
            return;
        }
        int[] left = Arrays.copyOfRange(order, 0, order.length / 2);
        int[] right = Arrays.copyOfRange(order, order.length / 2, order.length);
        double risk = variance(covariance, left);
        double other = variance(covariance, right);
        double share = 1 - risk / (risk + other);
        for (int i : left) {
            weights[i] *= share;
        }
        for (int i : right) {
            weights[i] *= 1 - share;
        }
        bisect(covariance, left, weights);
        bisect(covariance, right, weights);
    }

    /** Of the cluster with weights by inverse variance. */
    private static double variance(double[][] covariance, int[] members) {
        double[] weights = inverseVariance(covariance, members);
        double sum = 0;
        for (int a = 0; a < members.length; a++) {
            for (int b = 0; b < members.length; b++) {
                sum += weights[a] * weights[b] * covariance[members[a]][members[b]];
            }
        }
        return sum;
    }

    private static double[] inverseVariance(double[][] covariance, int[] members) {
        double[] weights = new double[members.length];
        Arrays.setAll(weights, k -> 1 / covariance[members[k]][members[k]]);
        double total = Arrays.stream(weights).sum();
        Arrays.setAll(weights, k -> weights[k] / total);
        return weights;
    }

    static double[] herc(Market market) {
        double[][] distances = distances(market);
        Linkage tree = Linkage.of(distances, Linkage.Rule.WARD);
        List<Integer> clusters = tree.roots(clusters(distances, tree));
        double[] weights = new double[market.size()];
        share(market.covariance(), tree, clusters, tree.top(), 1, weights);
        return weights;
    }

    /** Down the tree to the clusters, each side getting the less the more risk its clusters have; inside by inverse variance. */
    private static void share(
            double[][] covariance, Linkage tree, List<Integer> clusters, int at, double budget, double[] weights) {
        if (clusters.contains(at)) {
            int[] members = tree.membersOf(at);
            double[] inside = inverseVariance(covariance, members);
            for (int k = 0; k < members.length; k++) {
                weights[members[k]] = budget * inside[k];
            }
            return;
        }
        int[] sides = tree.childrenOf(at);
        double left = risk(covariance, tree, clusters, sides[0]);
        double right = risk(covariance, tree, clusters, sides[1]);
        share(covariance, tree, clusters, sides[0], budget * right / (left + right), weights);
        share(covariance, tree, clusters, sides[1], budget * left / (left + right), weights);
    }

    private static double risk(double[][] covariance, Linkage tree, List<Integer> clusters, int at) {
        if (clusters.contains(at)) {
            return variance(covariance, tree.membersOf(at));
        }
        int[] sides = tree.childrenOf(at);
        return risk(covariance, tree, clusters, sides[0]) + risk(covariance, tree, clusters, sides[1]);
    }

    static Solution nco(Market market) {
        double[][] covariance = market.covariance();
        double[][] distances = distances(market);
        Linkage tree = Linkage.of(distances, Linkage.Rule.WARD);
        List<int[]> clusters = tree.cut(clusters(distances, tree));
        double[][] inside = new double[clusters.size()][market.size()];
        long steps = 0;
        for (int c = 0; c < clusters.size(); c++) {
            int[] members = clusters.get(c);
            double[][] part = new double[members.length][members.length];
            for (int a = 0; a < members.length; a++) {
                for (int b = 0; b < members.length; b++) {
                    part[a][b] = covariance[members[a]][members[b]];
                }
            }
            ActiveSet program = new ActiveSet(part, Region.fullyInvested(members.length, 0, 1));
            double[] weights = program.solve(new double[members.length]);
            steps += program.steps();
            for (int k = 0; k < members.length; k++) {
                inside[c][members[k]] = weights[k];
            }
        }
        double[][] between = new double[clusters.size()][clusters.size()];
        for (int a = 0; a < between.length; a++) {
            for (int i = 0; i < market.size(); i++) {
                double beside = inside[a][i];
                for (int b = 0; b < between.length && beside != 0; b++) {
                    between[a][b] += beside * Figures.dot(covariance[i], inside[b]);
                }
            }
        }
        ActiveSet program = new ActiveSet(between, Region.fullyInvested(between.length, 0, 1));
        double[] shares = program.solve(new double[between.length]);
        double[] weights = new double[market.size()];
        for (int c = 0; c < between.length; c++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] += shares[c] * inside[c][i];
            }
        }
        return new Solution(
                weights,
                steps + program.steps(),
                Double.NaN,
                List.of("The assets were put into " + clusters.size() + " clusters."));
    }

    /** How many clusters have the best mean silhouette (Rousseeuw, 1987). */
    static int clusters(double[][] distances, Linkage tree) {
        int n = distances.length;
        if (n < 3) {
            return n;
        }
        int best = 1;
        double bestWidth = 0;
        for (int count = 2; count <= Math.min(CLUSTERS_MAX, n - 1); count++) {
            double width = silhouette(distances, tree.cut(count));
            if (width > bestWidth) {
                bestWidth = width;
                best = count;
            }
        }
        return best;
    }

    private static double silhouette(double[][] distances, List<int[]> clusters) {
        double sum = 0;
        for (int[] own : clusters) {
            for (int i : own) {
                double within = 0;
                for (int j : own) {
                    within += distances[i][j] / Math.max(1, own.length - 1);
                }
                double nearest = Double.POSITIVE_INFINITY;
                for (int[] other : clusters) {
                    if (other != own) {
                        nearest = Math.min(
                                nearest,
                                Arrays.stream(other)
                                        .mapToDouble(j -> distances[i][j])
                                        .average()
                                        .orElseThrow());
                    }
                }
                double larger = Math.max(within, nearest);
                sum += own.length == 1 || larger == 0 ? 0 : (nearest - within) / larger;
            }
        }
        return sum / distances.length;
    }

    static void requireMovement(Market market) {
        for (int i = 0; i < market.size(); i++) {
            if (!(market.covariance()[i][i] > 0)) {
                throw new PortfolioRefusal(
                        new WeightTrouble(
                                WeightTrouble.Code.DOES_NOT_MOVE,
                                market.names().get(i),
                                Double.NaN,
                                market.names().get(i)
                                        + " does not move, and this method divides by how much each asset does: leave it out."));
            }
        }
    }
}
