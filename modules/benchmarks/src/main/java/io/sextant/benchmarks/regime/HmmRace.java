package io.sextant.benchmarks.regime;

import io.sextant.analytics.estimation.GaussianHmm;
import io.sextant.analytics.estimation.HmmEstimation;
import io.sextant.analytics.estimation.HmmFilter;
import io.sextant.analytics.estimation.MultivariateHmm;
import io.sextant.analytics.estimation.MultivariateHmmEstimation;
import io.sextant.domain.time.SeededRandom;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A hidden Markov model of three states fitted to ten thousand numbers that one made, on one thread: from one start and from all, with the
 * filter's time a number; beside hmmlearn, and Baum-Welch over numpy arrays, where they are on this machine, each from one start until a cycle
 * gains less than 1e-6.
 */
public final class HmmRace {

    private static final int VALUES = Integer.getInteger("values", 10_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int PEER_MINUTES_MAX = Integer.getInteger("peer.minutes", 10);
    private static final double[] MEANS = {0.08, 0, -0.2};
    private static final double[] DEVIATIONS = {0.6, 1.3, 3};
    private static final double[][] MOVES = {{0.98, 0.02, 0}, {0.02, 0.96, 0.02}, {0, 0.05, 0.95}};

    private static final String PYTHON = """
            import sys, time, warnings
            import numpy as np
            warnings.simplefilter("ignore")
            x = np.loadtxt(sys.argv[1])
            n, k = len(x), 3

            def plain():
                m, v = np.zeros(k), np.var(x) * np.exp([-0.7, 0, 0.7])
                A, p = np.full((k, k), 0.025) + 0.925 * np.eye(k), np.full(k, 1 / k)
                before, cycles = -np.inf, 0
                while True:
                    cycles += 1
                    logb = -0.5 * (np.log(2 * np.pi * v) + (x[:, None] - m) ** 2 / v)
                    top = logb.max(axis=1)
                    b = np.exp(logb - top[:, None])
                    a, beta, c = np.empty((n, k)), np.empty((n, k)), np.empty(n)
                    f = p * b[0]; c[0] = f.sum(); a[0] = f / c[0]
                    for t in range(1, n):
                        f = (a[t - 1] @ A) * b[t]; c[t] = f.sum(); a[t] = f / c[t]
                    beta[n - 1] = 1
                    for t in range(n - 2, -1, -1):
                        beta[t] = A @ (b[t + 1] * beta[t + 1]) / c[t + 1]
                    log = np.log(c).sum() + top.sum()
                    if log - before < 1e-6:
                        return log, cycles
                    before = log
                    g = a * beta
                    xi = A * (a[:-1].T @ (b[1:] * beta[1:] / c[1:, None]))
                    p, A = g[0], xi / xi.sum(axis=1, keepdims=True)
                    w = g.sum(axis=0)
                    m = (g * x[:, None]).sum(axis=0) / w
                    v = (g * (x[:, None] - m) ** 2).sum(axis=0) / w

            begin = time.perf_counter()
            log, cycles = plain()
            print("fit numpy", time.perf_counter() - begin, log, cycles)
            try:
                from hmmlearn.hmm import GaussianHMM
                h = GaussianHMM(k, "diag", n_iter=2000, tol=1e-6, min_covar=0, random_state=1)
                begin = time.perf_counter()
                h.fit(x[:, None])
                print("fit hmmlearn", time.perf_counter() - begin, h.score(x[:, None]), h.monitor_.iter)
            except ImportError:
                pass
            """;

    private HmmRace() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        double[] x = made();
        double one = Double.POSITIVE_INFINITY;
        double all = Double.POSITIVE_INFINITY;
        double several = Double.POSITIVE_INFINITY;
        GaussianHmm single = null;
        GaussianHmm best = null;
        MultivariateHmm twoFeatures = null;
        double[][] points = Arrays.stream(x)
                .mapToObj(v -> new double[] {v, Math.log(Math.abs(v) + 0.1)})
                .toArray(double[][]::new);
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            single = HmmEstimation.fit(x, 3, 1, new SeededRandom(1));
            one = Math.min(one, 1e-9 * (System.nanoTime() - begin));
            begin = System.nanoTime();
            best = HmmEstimation.fit(x, 3, HmmEstimation.STARTS, new SeededRandom(1));
            all = Math.min(all, 1e-9 * (System.nanoTime() - begin));
            begin = System.nanoTime();
            twoFeatures = MultivariateHmmEstimation.fit(points, 3, 4, new SeededRandom(1));
            several = Math.min(several, 1e-9 * (System.nanoTime() - begin));
        }
        if (single == null || best == null || twoFeatures == null) {
            throw new IllegalArgumentException("at least one round");
        }
        print("3 states, %,d numbers, one thread, best of %d rounds", VALUES, ROUNDS);
        print("ours from 1 start: %.3f s, log-likelihood %.4f", one, single.logLikelihood());
        print("ours from %d starts: %.3f s, log-likelihood %.4f", HmmEstimation.STARTS, all, best.logLikelihood());
        print("ours, two features, 4 starts: %.3f s", several);
        print("filter: %.1f ns a number", filterNanos(best, x));
        peers(x, one, all);
    }

    private static double filterNanos(GaussianHmm model, double[] x) {
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int round = 0; round < 20 * ROUNDS; round++) {
            HmmFilter filter = new HmmFilter(model);
            long begin = System.nanoTime();
            for (double each : x) {
                sum += filter.update(each);
            }
            least = Math.min(least, (double) (System.nanoTime() - begin) / x.length);
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("the filter lost its way");
        }
        return least;
    }

    private static double[] made() {
        SeededRandom random = SeededRandom.stream(7, 1);
        double[] x = new double[VALUES];
        int state = 0;
        for (int t = 0; t < VALUES; t++) {
            x[t] = MEANS[state] + DEVIATIONS[state] * random.nextGaussian();
            double rest = random.nextDouble();
            double[] row = MOVES[state];
            state = rest < row[0] ? 0 : rest < row[0] + row[1] ? 1 : 2;
        }
        return x;
    }

    private static void peers(double[] x, double one, double all) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hmm");
        Path data = Files.writeString(
                folder.resolve("x.csv"),
                Arrays.stream(x).mapToObj(Double::toString).collect(Collectors.joining("\n")));
        Path script = Files.writeString(folder.resolve("fit.py"), PYTHON);
        Process process;
        try {
            process = new ProcessBuilder("python3", script.toString(), data.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notThere) {
            print("Python is not on this machine: not compared");
            return;
        }
        boolean any = false;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.strip().split(" +");
                if (words[0].equals("fit")) {
                    any = true;
                    double seconds = Double.parseDouble(words[2]);
                    print(
                            "%s from 1 start: %.3f s, %s cycles, log-likelihood %.4f; %.0f times ours from 1 start, %.1f times"
                                    + " ours from %d",
                            words[1],
                            seconds,
                            words[4],
                            Double.parseDouble(words[3]),
                            seconds / one,
                            seconds / all,
                            HmmEstimation.STARTS);
                }
            }
        }
        if (!process.waitFor(PEER_MINUTES_MAX, TimeUnit.MINUTES)) {
            process.destroy();
        }
        if (!any) {
            print("Python with numpy is not on this machine: not compared");
        }
    }

    private static void print(String format, Object... arguments) {
        System.out.printf(Locale.ENGLISH, format + "%n", arguments);
    }
}
