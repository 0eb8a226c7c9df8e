package io.sextant.strategy.testing;

import io.sextant.domain.regime.RegimeName;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Scene.Outlook;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Bars of some instruments, one a day and all at the same time; where the close is NaN there is no bar. What is wished is filled in full at the
 * next open, in parts of units and without costs: the plainest thing in which a strategy can run.
 */
public final class Market {

    public static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);
    public static final double CASH = 10_000;

    final double[][] open;
    final double[][] high;
    final double[][] low;
    final double[][] close;
    final double[][] volume;
    private final int firstDay;
    IntFunction<@Nullable Outlook> outlooks = bar -> null;
    IntFunction<@Nullable RegimeName> regimes = bar -> null;

    @Nullable IntFunction<double[]> features;

    private Market(
            double[][] open, double[][] high, double[][] low, double[][] close, double[][] volume, int firstDay) {
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.firstDay = firstDay;
    }

    /** Each bar opens where the one before closed and reaches no further than the two. */
    public static Market ofCloses(double[]... closes) {
        int count = closes.length;
        double[][] open = new double[count][];
        double[][] high = new double[count][];
        double[][] low = new double[count][];
        double[][] volume = new double[count][];
        for (int k = 0; k < count; k++) {
            int size = closes[k].length;
            open[k] = new double[size];
            high[k] = new double[size];
            low[k] = new double[size];
            volume[k] = new double[size];
            Arrays.fill(volume[k], 1_000);
            double last = Double.NaN;
            for (int i = 0; i < size; i++) {
                double now = closes[k][i];
                open[k][i] = Double.isNaN(last) ? now : last;
                high[k][i] = Math.max(open[k][i], now);
                low[k][i] = Math.min(open[k][i], now);
                last = Double.isNaN(now) ? last : now;
            }
        }
        return new Market(open, high, low, closes, volume, 0);
    }

    public static Market ofBars(double[] open, double[] high, double[] low, double[] close) {
        double[] volume = new double[close.length];
        Arrays.fill(volume, 1_000);
        return new Market(
                new double[][] {open},
                new double[][] {high},
                new double[][] {low},
                new double[][] {close},
                new double[][] {volume},
                0);
    }

    public Market withOutlooks(IntFunction<@Nullable Outlook> asOfBar) {
        outlooks = asOfBar;
        return this;
    }

    public Market withRegimes(IntFunction<@Nullable RegimeName> asOfBar) {
        regimes = asOfBar;
        return this;
    }

    /** The features of each bar in the order in which the strategy asks for them. */
    public Market withFeatures(IntFunction<double[]> ofBar) {
        features = ofBar;
        return this;
    }

    public int size() {
        return close[0].length;
    }

    public int instruments() {
        return close.length;
    }

    /** The bars in {@code [from, to)}, at the times at which they were. */
    public Market part(int from, int to) {
        Market part = new Market(
                part(open, from, to),
                part(high, from, to),
                part(low, from, to),
                part(close, from, to),
                part(volume, from, to),
                firstDay + from);
        part.outlooks = bar -> outlooks.apply(bar + from);
        part.regimes = bar -> regimes.apply(bar + from);
        IntFunction<double[]> before = features;
        part.features = before == null ? null : bar -> before.apply(bar + from);
        return part;
    }

    private static double[][] part(double[][] columns, int from, int to) {
        return Arrays.stream(columns)
                .map(column -> Arrays.copyOfRange(column, from, to))
                .toArray(double[][]::new);
    }

    long openTimeNanos(int bar) {
        return (firstDay + bar) * DAY_NANOS;
    }

    public List<Wished> wishesOf(StrategyKind kind, Choice choice) {
        return outcomeOf(kind, choice).wishes();
    }

    public Outcome outcomeOf(StrategyKind kind, Choice choice) {
        return outcomeOf(kind.begin(choice));
    }

    public Outcome outcomeOf(StrategyRun run) {
        Moment moment = new Moment(this);
        List<Wished> wishes = new ArrayList<>();
        @Nullable Target[] waiting = new Target[instruments()];
        double[] equity = new double[size()];
        double[][] held = new double[size()][];
        Wishes heard = new Wishes() {
            @Override
            public void hold(Target target) {
                wishes.add(new Wished(moment.bar, target));
                waiting[target.instrument()] = target;
            }

            @Override
            public void order(OrderWish wish) {
                throw new IllegalStateException("no book here");
            }
        };
        for (int i = 0; i < size(); i++) {
            moment.open(i, waiting);
            moment.close();
            equity[i] = moment.equity();
            held[i] = moment.units.clone();
            run.next(moment, heard);
        }
        return new Outcome(wishes, equity, held);
    }

    /** What came of a run: what it wished, its equity and what it held at each close. */
    public record Outcome(List<Wished> wishes, double[] equity, double[][] held) {

        /** Of the equity from bar to bar, per square root of a bar. */
        public double sharpeOfBar() {
            int count = equity.length - 1;
            double[] returns = new double[count];
            Arrays.setAll(returns, i -> equity[i + 1] / equity[i] - 1);
            double mean = Arrays.stream(returns).average().orElse(0);
            double variance = Arrays.stream(returns)
                            .map(each -> (each - mean) * (each - mean))
                            .sum()
                    / (count - 1);
            return variance == 0 ? 0 : mean / Math.sqrt(variance);
        }

        /** The share wished last at or before each bar, 0 before any. */
        public double[] shares(int instrument) {
            double[] shares = new double[equity.length];
            int done = 0;
            for (Wished each : wishes) {
                if (each.instrument() == instrument) {
                    Arrays.fill(shares, done, each.bar(), done == 0 ? 0 : shares[done - 1]);
                    shares[each.bar()] = each.share();
                    done = each.bar() + 1;
                }
            }
            Arrays.fill(shares, done, shares.length, done == 0 ? 0 : shares[done - 1]);
            return shares;
        }

        public boolean spokeAt(int instrument, int bar) {
            return wishes.stream().anyMatch(each -> each.bar() == bar && each.instrument() == instrument);
        }
    }
}
