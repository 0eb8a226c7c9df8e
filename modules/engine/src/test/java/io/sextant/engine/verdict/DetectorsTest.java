package io.sextant.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.verdict.Candidate.Costs;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What tells a run apart that could not have been. */
class DetectorsTest {

    private static final BarSeries BARS = Worlds.trends(700, 12, 0.2, 40);

    private static LookAhead lookAhead(Candidate candidate, Choice choice) {
        return lookAhead(candidate, choice, BARS, 32);
    }

    private static LookAhead lookAhead(Candidate candidate, Choice choice, BarSeries series, int cuts) {
        TestedBars bars = TestedBars.of(series);
        return LookAhead.of(candidate, bars, choice, candidate.run(bars, choice, Costs.AS_THEY_ARE), cuts, 1);
    }

    private static double[] each(BarSeries bars, Function<Integer, Double> signal) {
        double[] signals = new double[bars.size()];
        Arrays.setAll(signals, signal::apply);
        return signals;
    }

    @Test
    void honestRulesAreNotAccused() {
        LookAhead sma = lookAhead(Worlds.smaCross(0.001), Worlds.sma(5, 20));
        assertThat(sma.peek()).isEmpty();
        assertThat(sma.cuts()).isGreaterThan(20);
        assertThat(sma.compared()).isGreaterThan(10_000);
        // Goes by what is known: this close against the one before.
        Candidate reversal = new Peeking(
                "reversal", 2, bars -> each(bars, i -> i > 0 && bars.close()[i] < bars.close()[i - 1] ? 1.0 : 0.0));
        assertThat(lookAhead(reversal, Peeking.NONE).peek()).isEmpty();
    }

    private static Candidate of(StrategyRun rule) {
        StrategyKind kind = new StrategyKind() {
            @Override
            public String name() {
                return "rule";
            }

            @Override
            public List<Parameter> parameters() {
                return List.of();
            }

            @Override
            public Needs needs(Choice choice) {
                return Needs.bars(1);
            }

            @Override
            public StrategyRun begin(Choice choice) {
                return rule;
            }
        };
        return new StrategyOnBars(kind, new BacktestTerms(10_000, 0.0005, true));
    }

    private static LookAhead lookAhead(Candidate candidate, BarSeries bars) {
        return lookAhead(candidate, Peeking.NONE, bars, 16);
    }

    /** From 10 to 9,000 with six decimals: where the later prices are cut off, there is room to count the earlier ones more finely. */
    @Test
    void roundingIsNoPeek() {
        BarSeries rising = Worlds.noise(200, 5);
        for (int i = 0; i < rising.size(); i++) {
            double close = Math.rint(1e6 * 10 * Math.exp(0.034 * i + 0.01 * Math.sin(i))) / 1e6;
            rising.open()[i] = close;
            rising.high()[i] = close;
            rising.low()[i] = close;
            rising.close()[i] = close;
        }
        LookAhead told = lookAhead(
                of((scene, wishes) ->
                        wishes.hold(Target.strong(0, 1 / (1 + scene.close(0) % 1), Reason.of("by-the-decimals")))),
                rising);
        assertThat(told.peek()).isEmpty();
        assertThat(told.strayed()).isEmpty();
        assertThat(told.compared()).isPositive();
    }

    /** A rule that counts its runs, and one that does so from time to time. */
    @Test
    void whatIsAnotherOverTheSameBarsIsNotCalledAPeek() {
        for (int seldom : new int[] {1, 400}) {
            AtomicInteger asked = new AtomicInteger();
            Candidate forgetful = of((scene, wishes) ->
                    wishes.hold(Target.strong(0, asked.incrementAndGet() / seldom % 5 * 0.1, Reason.of("counted"))));
            LookAhead told = lookAhead(forgetful, BARS);
            assertThat(told.peek()).isEmpty();
            assertThat(told.strayed()).isPresent();
        }
    }

    @Test
    void aSingleBarAheadIsSeenAtTheBarThatPeeked() {
        Candidate next = new Peeking(
                "next-open",
                1,
                bars -> each(bars, i -> i + 1 < bars.size() && bars.open()[i + 1] > bars.close()[i] ? 1.0 : 0.0));
        LookAhead.Peek peek = lookAhead(next, Peeking.NONE).peek().orElseThrow();
        assertThat(peek.row()).isEqualTo(peek.known() - 1);
        Candidate volume = new Peeking(
                "next-volume",
                1,
                bars -> each(
                        bars, i -> i + 1 < bars.size() && bars.volume()[i + 1] > 1.2 * bars.volume()[i] ? 1.0 : 0.0));
        assertThat(lookAhead(volume, Peeking.NONE).peek()).isPresent();
    }

    /** Features that were scaled over the whole series, and means that stand in the middle of their window. */
    @Test
    void featuresThatPeekAreSeen() {
        Candidate scaled = new Peeking("scaled", 1, bars -> {
            double mean = Arrays.stream(bars.close()).average().orElseThrow();
            return each(bars, i -> bars.close()[i] > mean ? 0.0 : 1.0);
        });
        assertThat(lookAhead(scaled, Peeking.NONE).peek()).isPresent();
        Candidate centred = new Peeking(
                "centred",
                5,
                bars -> each(bars, i -> {
                    double sum = 0;
                    int count = 0;
                    for (int j = Math.max(0, i - 4); j <= Math.min(bars.size() - 1, i + 4); j++) {
                        sum += bars.close()[j];
                        count++;
                    }
                    return sum / count > bars.close()[i] ? 1.0 : 0.0;
                }));
        assertThat(lookAhead(centred, Peeking.NONE).peek()).isPresent();
    }

    /** It speaks ten times in 700 bars, right before a rise of more than two percent. */
    @Test
    void aRulePeekingSeldomIsAskedWhenItSpeaks() {
        Candidate seldom = new Peeking(
                "seldom",
                1,
                bars -> each(
                        bars,
                        i -> i + 1 < bars.size() && bars.close()[i + 1] > 1.025 * bars.close()[i]
                                ? 1.0
                                : i % 50 == 0 ? 0.0 : Double.NaN));
        assertThat(lookAhead(seldom, Peeking.NONE).peek()).isPresent();
    }

    @Test
    void moreHistoryChangesNothingAfterAnHonestWarmUp() {
        Candidate sma = Worlds.smaCross(0);
        Choice choice = Worlds.sma(5, 20);
        WarmUp told =
                WarmUp.of(sma, TestedBars.of(BARS), choice, sma.run(TestedBars.of(BARS), choice, Costs.AS_THEY_ARE), 6);
        assertThat(told.compared()).isGreaterThan(20);
        assertThat(told.differing()).isZero();
    }

    /** The mean of 60 closes that says it needs ten; and a rule that counts bars from where the file begins. */
    @Test
    void moreHistoryChangesWhatDependsOnWhereItBegan() {
        for (Function<BarSeries, double[]> rule : List.<Function<BarSeries, double[]>>of(
                bars -> each(bars, i -> {
                    double sum = 0;
                    for (int j = Math.max(0, i - 59); j <= i; j++) {
                        sum += bars.close()[j];
                    }
                    return sum / Math.min(60, i + 1) > bars.close()[i] ? 1.0 : 0.0;
                }),
                bars -> each(bars, i -> i % 7 < 3 ? 1.0 : 0.0))) {
            Candidate candidate = new Peeking("short-warm-up", 10, rule);
            Passage whole = candidate.run(TestedBars.of(BARS), Peeking.NONE, Costs.AS_THEY_ARE);
            WarmUp told = WarmUp.of(candidate, TestedBars.of(BARS), Peeking.NONE, whole, 8);
            assertThat(told.differing()).isPositive();
            assertThat(told.share()).isBetween(0.005, 1.0);
        }
    }

    private static BacktestRun filled(BarSeries bars, BacktestOrder... orders) {
        double[] equity = new double[bars.size()];
        Arrays.fill(equity, 10_000);
        equity[equity.length - 1] = 10_300;
        BacktestMarket market = BacktestMarket.of(bars, new BacktestTerms(10_000, 0, true));
        return new BacktestRun(
                market,
                bars.openTimeNanos(),
                equity,
                List.of(),
                List.of(orders),
                0,
                new BacktestRun.Flows(0, 0, 0, 0),
                List.of());
    }

    private static BacktestOrder order(int bar, double units, double price) {
        return new BacktestOrder(0, bar, units, price, 0, "");
    }

    @Test
    void fillsOutsideOfTheirBarAndInDeadMarketsAreCounted() {
        BarSeries bars = Worlds.noise(10, 2);
        bars.volume()[4] = 0;
        bars.open()[6] = bars.close()[5];
        bars.high()[6] = bars.close()[5];
        bars.low()[6] = bars.close()[5];
        bars.close()[6] = bars.close()[5];
        FillCheck told = FillCheck.of(filled(
                bars,
                order(1, 5, bars.low()[1]),
                order(2, 5, 0.999 * bars.low()[2]),
                order(3, -5, 1.001 * bars.high()[3]),
                // Slippage for the worse is dear and not impossible.
                order(3, 5, 1.001 * bars.high()[3]),
                order(4, 5, bars.close()[4]),
                order(6, 5, bars.close()[6])));
        assertThat(told).isEqualTo(new FillCheck(6, 2, 2, 2));
    }

    @Test
    void realRunsFillWithinTheirBars() {
        Passage run = Worlds.smaCross(0.001).run(TestedBars.of(BARS), Worlds.sma(5, 20), Costs.AS_THEY_ARE);
        assertThat(FillCheck.of(run.run()))
                .isEqualTo(new FillCheck(run.run().orders().size(), 0, 0, -1));
    }

    /** By hand: two orders of 1 % and 4 % of their bar, at the same notional: impact of sigma times 0.1 and 0.2. */
    @Test
    void capacityIsWhereImpactTakesHalfOfTheEdge() {
        BarSeries bars = Worlds.noise(50, 4);
        for (int i = 0; i < 50; i++) {
            bars.volume()[i] = 1e4;
        }
        double squares = 0;
        for (int i = 1; i < 50; i++) {
            squares += Math.pow(Math.log(bars.close()[i] / bars.close()[i - 1]), 2) / 49;
        }
        double sigma = Math.sqrt(squares);
        Capacity told = Capacity.of(filled(bars, order(10, 100, 120), order(20, -400, 30)), 10_000);
        double impact = sigma * 0.15;
        double edge = 300.0 / 24_000;
        assertThat(told.meanShare()).isCloseTo(0.025, within(1e-12));
        assertThat(told.impactBps()).isCloseTo(1e4 * impact, within(1e-8));
        assertThat(told.edgeBps()).isCloseTo(1e4 * edge, within(1e-8));
        // One in twenty is above 3.85 %, so a tenth of the bar is reached at 2.6 times the money.
        double byShare = 0.1 / 0.0385;
        assertThat(told.amount()).isCloseTo(10_000 * Math.min(Math.pow(edge / (2 * impact), 2), byShare), within(1e-6));
        Arrays.fill(bars.volume(), 0);
        assertThat(Capacity.of(filled(bars, order(10, 100, 120)), 10_000).amount())
                .isNaN();
    }
}
