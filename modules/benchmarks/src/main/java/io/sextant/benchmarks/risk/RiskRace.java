package io.sextant.benchmarks.risk;

import io.sextant.domain.risk.TailRisk;
import io.sextant.domain.time.SeededRandom;
import io.sextant.risk.measure.HistoricalTail;
import io.sextant.risk.measure.MeasuredTail;
import io.sextant.risk.measure.PortfolioTail;
import io.sextant.risk.measure.ReturnTable;
import io.sextant.risk.measure.TailMethod;
import io.sextant.risk.measure.TailWish;
import io.sextant.risk.path.Outlook;
import io.sextant.risk.path.PathKind;
import io.sextant.risk.path.PathModel;
import io.sextant.risk.path.PathModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Paths of a year a second on one and two threads, with the answers compared to the last bit; value at risk of a thousand positions over
 * 2,500 days, alone, with components, and with what each position adds. The best of several rounds.
 */
public final class RiskRace {

    private static final int PATHS = Integer.getInteger("paths", 200_000);
    private static final int PERIODS = Integer.getInteger("periods", 252);
    private static final int POSITIONS = Integer.getInteger("positions", 1_000);
    private static final int DAYS = Integer.getInteger("days", 2_500);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final double NANOS = 1e9;

    private RiskRace() {}

    public static void main(String[] args) {
        SeededRandom random = new SeededRandom(5);
        double[] past = new double[DAYS];
        Arrays.setAll(past, i -> (i / 100 % 2 == 0 ? 0.006 : 0.018) * random.nextGaussian());
        for (PathKind kind : PathKind.values()) {
            paths(kind, PathModels.fit(kind, past, 1));
        }
        valueAtRisk(random);
    }

    private static void paths(PathKind kind, PathModel model) {
        double one = Double.POSITIVE_INFINITY;
        double two = Double.POSITIVE_INFINITY;
        boolean same = true;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Outlook alone = Outlook.of(model, PERIODS, PATHS, 0.5, 1, 1);
            long middle = System.nanoTime();
            Outlook both = Outlook.of(model, PERIODS, PATHS, 0.5, 1, 2);
            one = Math.min(one, (middle - start) / NANOS);
            two = Math.min(two, (System.nanoTime() - middle) / NANOS);
            same &= Arrays.deepEquals(alone.fan(), both.fan()) && alone.mean() == both.mean();
        }
        System.out.printf(
                Locale.ENGLISH,
                "%-9s %d periods: %,.0f paths/s on one thread, %,.0f on two, %.2f times; %s%n",
                kind.label(),
                PERIODS,
                PATHS / one,
                PATHS / two,
                one / two,
                same ? "the same bits" : "NOT THE SAME");
    }

    private static void valueAtRisk(SeededRandom random) {
        double[][] columns = new double[POSITIONS][DAYS];
        List<String> names = new ArrayList<>();
        double[] weights = new double[POSITIONS];
        for (int c = 0; c < POSITIONS; c++) {
            names.add("P" + c);
            weights[c] = 1.0 / POSITIONS;
            for (int i = 0; i < DAYS; i++) {
                columns[c][i] = 0.02 * random.nextGaussian();
            }
        }
        ReturnTable table = new ReturnTable(names, columns);
        PortfolioTail measure = new PortfolioTail(table, TailWish.of(TailMethod.HISTORICAL, 0.99, 1));
        TailRisk[] kept = new TailRisk[1];
        tell("historical VaR and CVaR", () -> {
            kept[0] = HistoricalTail.of(table.portfolio(weights), 0.99);
            return kept[0];
        });
        tell("  with components", () -> measure.of(weights));
        MeasuredTail told = measure.of(weights);
        tell(
                "  with what each adds",
                () -> measure.incremental(weights, told.tail().valueAtRisk()));
        tell(
                "parametric with components",
                () -> new PortfolioTail(table, TailWish.of(TailMethod.PARAMETRIC, 0.99, 1)).of(weights));
        tell(
                "filtered (GARCH) with components",
                () -> new PortfolioTail(table, TailWish.of(TailMethod.FILTERED, 0.99, 1)).of(weights));
    }

    private static void tell(String what, Supplier<Object> work) {
        double best = Double.POSITIVE_INFINITY;
        int objects = 0;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long start = System.nanoTime();
            objects += work.get().hashCode() == 0 ? 0 : 1;
            best = Math.min(best, (System.nanoTime() - start) / NANOS);
        }
        System.out.printf(
                Locale.ENGLISH,
                "%,d positions x %,d days, %s: %.1f ms%s%n",
                POSITIONS,
                DAYS,
                what,
                1_000 * best,
                objects < 0 ? "!" : "");
    }
}
