package io.sextant.benchmarks.forecast;

import io.sextant.analytics.estimation.ArimaEstimation;
import io.sextant.analytics.estimation.ArimaFit;
import io.sextant.analytics.estimation.ArimaOrder;
import io.sextant.analytics.estimation.ArimaSelection;
import io.sextant.domain.time.SeededRandom;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The automatic choice of an ARIMA model for simulated series, beside R's {@code forecast::auto.arima} and the same steps over statsmodels where
 * they are on this machine: seconds for all on one thread, and the likelihood that each reached at the order that the peer chose.
 */
public final class ArimaAutoFit {

    private static final int SERIES = Integer.getInteger("series", 100);
    private static final int VALUES = Integer.getInteger("values", 500);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int PEER_MINUTES_MAX = Integer.getInteger("peer.minutes", 20);
    private static final double EQUAL = 1e-4;

    /** Written as R reads it: one series a row. */
    private static final String R = """
            suppressMessages(library(forecast))
            x <- as.matrix(read.csv(commandArgs(TRUE)[1], header = FALSE))
            fits <- list()
            seconds <- system.time(for (i in seq_len(nrow(x))) fits[[i]] <- auto.arima(ts(x[i, ]), seasonal = FALSE))[["elapsed"]]
            cat("seconds", seconds, "\\n")
            for (f in fits) {
              drift <- as.integer(any(c("drift", "intercept") %in% names(coef(f))))
              cat("fit", f$arma[1], f$arma[6], f$arma[2], drift, sprintf("%.10f", f$loglik), sprintf("%.10f", f$aicc), "\\n")
            }
            """;

    /** statsmodels has no automatic order: Hyndman and Khandakar's steps over its fits, with the differences that we chose. */
    private static final String PYTHON = """
            import csv, sys, time, warnings
            import numpy as np
            from statsmodels.tsa.arima.model import ARIMA
            warnings.simplefilter("ignore")
            rows = [np.array(row, dtype=float) for row in csv.reader(open(sys.argv[1]))]
            orders = [row for row in csv.reader(open(sys.argv[2]))]

            def fit(x, p, d, q, c):
                trend = "n" if not c else ("c" if d == 0 else "t")
                f = ARIMA(x, order=(p, d, q), trend=trend).fit()
                roots = np.abs(np.concatenate([f.arroots, f.maroots, [9.0]]))
                return f, (f.aicc if roots.min() >= 1.01 else np.inf)

            def auto(x, d):
                tried = {}
                def offer(p, q, c):
                    key = (p, q, c and d < 2)
                    if key not in tried and 0 <= min(p, q) and max(p, q) <= 5:
                        tried[key] = fit(x, p, d, q, key[2])
                    return key
                for p, q, c in ((0, 0, 0), (0, 0, 1), (2, 2, 1), (1, 0, 1), (0, 1, 1)):
                    offer(p, q, c)
                best = min(tried, key=lambda k: tried[k][1])
                moved = True
                while moved:
                    moved = False
                    p, q, c = best
                    moves = [(-1, 0), (0, -1), (1, 0), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)]
                    for np_, nq, nc in [(p + i, q + j, c) for i, j in moves] + [(p, q, 1 - c)]:
                        key = offer(np_, nq, nc)
                        if key in tried and tried[key][1] < tried[best][1]:
                            best, moved = key, True
                            break
                return best, tried[best][0]

            begin = time.perf_counter()
            fits = [(auto(x, int(row[1])), int(row[1])) for x, row in zip(rows, orders)]
            print("seconds", time.perf_counter() - begin)
            for ((p, q, c), f), d in fits:
                print("fit", p, d, q, int(c), "%.10f" % f.llf, "%.10f" % f.aicc)
            """;

    private record Peer(double seconds, List<String[]> fits) {}

    private ArimaAutoFit() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        double[][] series = series();
        double automatic = Double.POSITIVE_INFINITY;
        double single = Double.POSITIVE_INFINITY;
        ArimaFit[] chosen = new ArimaFit[SERIES];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            Arrays.setAll(chosen, i -> ArimaSelection.choose(series[i], 1));
            automatic = Math.min(automatic, 1e-9 * (System.nanoTime() - begin));
            begin = System.nanoTime();
            for (int i = 0; i < SERIES; i++) {
                ArimaEstimation.fit(series[i], chosen[i].order());
            }
            single = Math.min(single, 1e-9 * (System.nanoTime() - begin));
        }
        print("%d series of %d values; best of %d rounds on one thread", SERIES, VALUES, ROUNDS);
        print("ours: order chosen and fitted %.2f s; given order from all starts %.2f s", automatic, single);
        Path folder = Files.createTempDirectory("arima");
        Path data = folder.resolve("series.csv");
        Path orders = folder.resolve("orders.csv");
        Files.write(data, Arrays.stream(series).map(ArimaAutoFit::row).toList());
        Files.write(
                orders, Arrays.stream(chosen).map(fit -> orderRow(fit.order())).toList());
        Peer r = peer(folder, "auto.R", R, "Rscript", data.toString());
        if (r.fits().isEmpty()) {
            print("R with its package forecast is not on this machine: not compared");
        } else {
            print("R auto.arima %.2f s: %.1f times ours", r.seconds(), r.seconds() / automatic);
            compare("R", r, series);
        }
        Peer python = peer(folder, "fit.py", PYTHON, "python3", data.toString(), orders.toString());
        if (python.fits().isEmpty()) {
            print("Python with statsmodels is not on this machine: not compared");
        } else {
            print(
                    "the same steps over statsmodels %.2f s: %.1f times ours",
                    python.seconds(), python.seconds() / automatic);
            compare("statsmodels", python, series);
        }
    }

    /** Orders up to (2,1,2), stationary and invertible by construction. */
    private static double[][] series() {
        double[][] series = new double[SERIES][];
        for (int i = 0; i < SERIES; i++) {
            SeededRandom random = SeededRandom.stream(20, i);
            double first = 1.8 * random.nextDouble() - 0.9;
            double second = 1.8 * random.nextDouble() - 0.9;
            double ma = 1.8 * random.nextDouble() - 0.9;
            boolean walks = random.nextBoolean();
            double[] y = new double[VALUES];
            double[] w = new double[VALUES];
            double before = 0;
            for (int t = 0; t < VALUES; t++) {
                double e = random.nextGaussian();
                w[t] = e + ma * before;
                w[t] += t > 0 ? first * (1 - second) * w[t - 1] : 0;
                w[t] += t > 1 ? second * w[t - 2] : 0;
                y[t] = walks && t > 0 ? y[t - 1] + w[t] : w[t];
                before = e;
            }
            series[i] = y;
        }
        return series;
    }

    private static void compare(String who, Peer peer, double[][] series) {
        int lower = 0;
        int higher = 0;
        double worst = 0;
        for (int i = 0; i < Math.min(SERIES, peer.fits().size()); i++) {
            String[] told = peer.fits().get(i);
            ArimaOrder order = ArimaOrder.of(
                            Integer.parseInt(told[1]), Integer.parseInt(told[2]), Integer.parseInt(told[3]))
                    .withConstant(told[4].equals("1"));
            double gap = ArimaEstimation.fit(series[i], order).logLikelihood() - Double.parseDouble(told[5]);
            lower += gap < -EQUAL ? 1 : 0;
            higher += gap > EQUAL ? 1 : 0;
            worst = Math.min(worst, gap);
        }
        print(
                "likelihood of the orders of %s: ours higher %d times, lower %d times, at most by %.6f",
                who, higher, lower, -worst);
    }

    private static Peer peer(Path folder, String name, String program, String command, String... arguments)
            throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve(name), program);
        List<String> line = new ArrayList<>(List.of(command, script.toString()));
        line.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notThere) {
            return new Peer(0, List.of());
        }
        double seconds = 0;
        List<String[]> fits = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String each = out.readLine(); each != null; each = out.readLine()) {
                String[] words = each.strip().split(" +");
                if (words[0].equals("seconds")) {
                    seconds = Double.parseDouble(words[1]);
                } else if (words[0].equals("fit")) {
                    fits.add(words);
                }
            }
        }
        boolean ended = process.waitFor(PEER_MINUTES_MAX, TimeUnit.MINUTES);
        return ended && process.exitValue() == 0 ? new Peer(seconds, fits) : new Peer(0, List.of());
    }

    private static String row(double[] values) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            row.append(i == 0 ? "" : ",").append(values[i]);
        }
        return row.toString();
    }

    private static String orderRow(ArimaOrder order) {
        return order.p() + "," + order.d() + "," + order.q() + "," + (order.constant() ? 1 : 0);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ENGLISH, format + "%n", values);
    }
}
