package io.sextant.engine.verdict;

import io.sextant.analytics.luck.SharpeEvidence;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was ever tried on which bars. It is only added to: whoever tried a thousand rules and shows the best has the other 999 in here.
 */
public interface TrialLedger {

    /**
     * One rule with its values on some bars.
     *
     * @param settings the values as text, in the order of their names
     * @param sharpeAYear as it came out
     */
    record Tried(String strategy, String settings, DataSketch data, double sharpeAYear) {

        public static Tried of(String strategy, Choice choice, DataSketch data, double sharpeAYear) {
            String settings = new TreeMap<>(choice.values())
                    .entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining(" "));
            return new Tried(strategy, settings, data, sharpeAYear);
        }

        /** A run that is over; the ratio is of all its bars. */
        public static Tried of(String strategy, Choice choice, BacktestRun run) {
            double[] returns = Passage.returns(run);
            double sharpe = run.size() < FEWEST_BARS
                    ? 0
                    : SharpeEvidence.sharpe(returns) * Math.sqrt(TrialTable.barsAYear(run.timeNanos()));
            List<BarSeries> bars = run.market().given().stream()
                    .map(BacktestMarket.PricedBars::bars)
                    .toList();
            return of(strategy, choice, DataSketch.ofAll(bars), sharpe);
        }
    }

    /** With fewer there is no ratio to tell. */
    int FEWEST_BARS = 3;

    /** Keeps those that are no repetition. */
    void add(List<Tried> trials);

    /** All that was examined on these bars or on some of them. */
    List<Tried> on(DataSketch data);

    /** Whether it is what was written. */
    boolean isWhole();

    /** Notes one run, and gives how many were ever made on its bars or on some of them. */
    default int count(Tried one) {
        add(List.of(one));
        return on(one.data()).size();
    }

    /** By the root of which the ratio of a bar is a year's. */
    static double barsAYear(long[] timeNanos) {
        return TrialTable.barsAYear(timeNanos);
    }

    /** Forgets with the process: for tests, and where nothing may be written. */
    static TrialLedger inMemory() {
        List<Tried> kept = new ArrayList<>();
        return new TrialLedger() {
            @Override
            public void add(List<Tried> trials) {
                kept.addAll(news(kept, trials));
            }

            @Override
            public List<Tried> on(DataSketch data) {
                return kept.stream().filter(each -> each.data().overlaps(data)).toList();
            }

            @Override
            public boolean isWhole() {
                return true;
            }
        };
    }

    /** Those that repeat none that is kept, nor each other: the same rule with the same values on bars that overlap is no other trial. */
    static List<Tried> news(List<Tried> kept, List<Tried> trials) {
        Map<DataSketch, Set<String>> known = new HashMap<>();
        List<Tried> news = new ArrayList<>();
        for (Tried each : trials) {
            Set<String> there = known.computeIfAbsent(
                    each.data(),
                    data -> kept.stream()
                            .filter(one -> one.data().overlaps(data))
                            .map(one -> one.strategy() + "\n" + one.settings())
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
            if (there.add(each.strategy() + "\n" + each.settings())) {
                news.add(each);
            }
        }
        return news;
    }
}
