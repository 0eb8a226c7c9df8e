package io.sextant.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.BacktestTrade;
import io.sextant.engine.verdict.Candidate.Costs;
import io.sextant.engine.verdict.Verdict.Word;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Strategies that trade several instruments are put through the same as those of one. */
class SeveralInstrumentsTest {

    private static final ExaminationTerms QUICK =
            ExaminationTerms.usual(1, 2).withWorlds(19).withBootstraps(99);
    private static final StrategyKind PAIR = StrategyCatalog.get("kalman-pair");
    private static final Grid GRID = Grid.parse("memory=10:16:6,enter=1:1.5:0.5");
    private static final BacktestTerms TERMS = new BacktestTerms(100_000, 0.0002, true);

    private static Verdict bestOfGrid(TestedBars bars) {
        return Examination.ofBest(
                new StrategyOnBars(PAIR, TERMS), bars, GRID, Worlds.choices(PAIR, GRID), QUICK, TrialLedger.inMemory());
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.findings().stream().map(Finding::code).toList();
    }

    @Test
    void aPlantedTieHoldsUp() {
        Verdict verdict = bestOfGrid(Worlds.tied(800, 5, 4));
        assertThat(codes(verdict)).isEmpty();
        assertThat(verdict.word()).isEqualTo(Word.HOLDS_UP);
        Evidence evidence = verdict.evidence();
        assertThat(evidence.paths()).isPresent();
        assertThat(evidence.overfitting().orElseThrow().lossProbability()).isLessThan(0.05);
        // The legs are worth about the same, so nothing is held of the market.
        assertThat(evidence.earned().exposure()).isBetween(-0.1, 0.1);
        assertThat(evidence.lookAhead().cuts()).isGreaterThan(20);
        assertThat(evidence.warmUp().compared()).isGreaterThan(100);
        assertThat(evidence.fills().impossible()).isZero();
        assertThat(evidence.capacity().amount()).isPositive();
    }

    /** The best of four on two prices that never come back to each other would pass alone. */
    @Test
    void thePairThatWasBestOfManyOnNoiseIsLuck() {
        Verdict verdict = bestOfGrid(Worlds.apart(800, 16));
        assertThat(verdict.evidence().earned().returnShare()).isPositive();
        assertThat(verdict.evidence().sharpe().probabilityAbove(0)).isGreaterThan(0.95);
        assertThat(verdict.word()).isEqualTo(Word.LUCK);
        assertThat(codes(verdict)).contains("deflated-sharpe");
    }

    /** What is said of each instrument at each bar stands in columns that were made of all bars before the run. */
    private record Told(Function<TestedBars, double[][]> signals) implements Candidate {

        @Override
        public String name() {
            return "told";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public int warmUpBars(Choice choice) {
            return 1;
        }

        @Override
        public double cash() {
            return TERMS.cash();
        }

        @Override
        public Runner on(TestedBars bars, Costs costs) {
            double[][] columns = signals.apply(bars);
            return new StrategyOnBars(new Columns(columns), TERMS).on(bars, costs);
        }
    }

    private record Columns(double[][] columns) implements StrategyKind {

        @Override
        public String name() {
            return "columns";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Needs needs(Choice choice) {
            return new Needs(2, 9, 1, 1, List.of(), false, false, false);
        }

        @Override
        public StrategyRun begin(Choice choice) {
            return (scene, wishes) -> {
                for (int k = 0; k < scene.instruments(); k++) {
                    if (scene.isNew(k)) {
                        wishes.hold(Target.strong(k, columns[k][scene.bars(k) - 1], Reason.of("told")));
                    }
                }
            };
        }
    }

    private static double between(TestedBars bars, int row) {
        return Math.log(bars.bars(0).close()[row] / bars.bars(1).close()[row]);
    }

    /** The pair is long the first where what is between the two will have grown by the bar after next. */
    @Test
    void aPairThatPeeksIsCaughtHoweverWellItDoes() {
        Candidate peeking = new Told(bars -> {
            double[][] shares = new double[2][bars.size()];
            for (int row = 0; row < bars.size(); row++) {
                int later = Math.min(row + 2, bars.size() - 1);
                shares[0][row] = between(bars, later) > between(bars, row) ? 0.5 : -0.5;
                shares[1][row] = -shares[0][row];
            }
            return shares;
        });
        Verdict verdict = Examination.of(peeking, Worlds.apart(400, 3), Peeking.NONE, QUICK, TrialLedger.inMemory());
        assertThat(verdict.evidence().deflated().probability()).isGreaterThan(0.99);
        assertThat(verdict.evidence().monteCarlo().startsPositive()).isEqualTo(1);
        assertThat(verdict.word()).isEqualTo(Word.LOOKS_AHEAD);
        LookAhead.Peek peek = verdict.evidence().lookAhead().peek().orElseThrow();
        assertThat(peek.row()).isBetween(peek.known() - 2, peek.known() - 1);
    }

    /** Only the second of four looks ahead, a bar that opens on days on which the others rest. */
    @Test
    void aPeekAtOneOfSeveralIsSeen() {
        Candidate peeking = new Told(bars -> {
            double[][] shares = new double[bars.instruments()][];
            Arrays.setAll(shares, k -> new double[bars.bars(k).size()]);
            BarSeries peeked = bars.bars(1);
            for (int i = 0; i + 1 < peeked.size(); i++) {
                shares[1][i] = peeked.open()[i + 1] > peeked.close()[i] ? 0.2 : 0;
            }
            return shares;
        });
        TestedBars bars = Worlds.ragged(700, 5);
        LookAhead told = lookAhead(peeking, Peeking.NONE, bars);
        LookAhead.Peek peek = told.peek().orElseThrow();
        assertThat(peek.instrument()).isEqualTo(1);
        assertThat(peek.row()).isEqualTo(peek.known() - 1);
    }

    private static LookAhead lookAhead(Candidate candidate, Choice choice, TestedBars bars) {
        return LookAhead.of(candidate, bars, choice, candidate.run(bars, choice, Costs.AS_THEY_ARE), 8, 1);
    }

    /** What ships looks at holdings, equity, ranks and means of several instruments that trade at other hours, begin late and end early. */
    @Test
    void honestRulesOfSeveralInstrumentsAreNotAccused() {
        BacktestTerms terms = TERMS.withDelisting(-0.3);
        TestedBars ragged = Worlds.ragged(420, 6);
        TestedBars whole = Worlds.tied(300, 6, 4);
        for (String[] each : new String[][] {
            {"cross-sectional-momentum", "lookback", "60", "skip", "5"},
            {"portfolio-rebalance", "window", "40"},
            {"buy-and-hold"},
            {"basket", "window", "60"},
            {"pairs", "window", "60"}
        }) {
            StrategyKind kind = StrategyCatalog.get(each[0]);
            Map<String, Double> values = each.length == 1
                    ? Map.of()
                    : each.length == 3
                            ? Map.of(each[1], Double.parseDouble(each[2]))
                            : Map.of(each[1], Double.parseDouble(each[2]), each[3], Double.parseDouble(each[4]));
            Candidate candidate = new StrategyOnBars(kind, terms);
            boolean two = kind.needs(Choice.usual(kind)).fewestInstruments() <= 2;
            for (TestedBars bars : two ? List.of(ragged, whole) : List.of(ragged)) {
                LookAhead told = lookAhead(candidate, Choice.of(kind, values), bars);
                assertThat(told.peek()).as(each[0]).isEmpty();
                assertThat(told.strayed()).as(each[0]).isEmpty();
                assertThat(told.cuts()).as(each[0]).isPositive();
            }
        }
    }

    /** Whoever tries other partners for the same share has tried on its bars. */
    @Test
    void triesOnOneOfTheInstrumentsCount() {
        TestedBars pair = Worlds.apart(300, 7);
        TestedBars other = Worlds.apart(300, 8);
        TestedBars mixed =
                TestedBars.of(List.of(pair.priced().getFirst(), other.priced().getLast()));
        TrialLedger ledger = TrialLedger.inMemory();
        Candidate candidate = new StrategyOnBars(PAIR, TERMS);
        Choice choice = Choice.of(PAIR, Map.of("memory", 10.0));
        ExaminationTerms quick = QUICK.withWorlds(0);
        assertThat(Examination.of(candidate, pair, choice, quick, ledger)
                        .evidence()
                        .count()
                        .onData())
                .isEqualTo(1);
        assertThat(Examination.of(candidate, other, choice, quick, ledger)
                        .evidence()
                        .count()
                        .onData())
                .isEqualTo(1);
        assertThat(Examination.of(new StrategyOnBars("another", PAIR, TERMS), mixed, choice, quick, ledger)
                        .evidence()
                        .count()
                        .onData())
                .isEqualTo(3);
    }

    /** Rows change places whole: what two prices did at one time they do at one time in each other market too. */
    @Test
    void otherMarketsKeepWhatInstrumentsDoTogether() {
        TestedBars bars = Worlds.tied(300, 9, 4);
        OtherMarkets others = new OtherMarkets(bars);
        for (TestedBars other :
                List.of(others.withoutMemory(new SeededRandom(1)), others.alike(20, new SeededRandom(2)))) {
            assertThat(rounded(bars)).containsAll(rounded(other));
        }
        TestedBars shuffled = others.withoutMemory(new SeededRandom(1));
        for (int k = 0; k < 2; k++) {
            assertThat(shuffled.bars(k).close()[299]).isCloseTo(bars.bars(k).close()[299], within(1e-9));
        }
        TestedBars future = others.withFuture(200, true, new SeededRandom(3));
        assertThat(future.bars(0).close()[210]).isGreaterThan(future.bars(0).close()[199]);
        assertThat(future.bars(1).close()[210]).isLessThan(future.bars(1).close()[199]);
    }

    private static List<List<Long>> rounded(TestedBars bars) {
        return Arrays.stream(moves(bars))
                .map(row -> Arrays.stream(row)
                        .mapToObj(move -> Math.round(1e7 * move))
                        .toList())
                .toList();
    }

    private static double[][] moves(TestedBars bars) {
        double[][] moves = new double[bars.size() - 1][bars.instruments()];
        for (int row = 1; row < bars.size(); row++) {
            for (int k = 0; k < bars.instruments(); k++) {
                double[] close = bars.bars(k).close();
                moves[row - 1][k] = Math.log(close[row] / close[row - 1]);
            }
        }
        return moves;
    }

    @Test
    void otherMarketsTradeAtTheSameTimesAndBeginWhereTheyDid() {
        TestedBars bars = Worlds.ragged(400, 10);
        OtherMarkets others = new OtherMarkets(bars);
        TestedBars shuffled = others.withoutMemory(new SeededRandom(1));
        assertThat(shuffled.size()).isEqualTo(400);
        for (int k = 0; k < bars.instruments(); k++) {
            BarSeries was = bars.bars(k);
            BarSeries became = shuffled.bars(k);
            assertThat(became.openTimeNanos()).isEqualTo(was.openTimeNanos());
            assertThat(became.get(0)).isEqualTo(was.get(0));
            int last = was.size() - 1;
            assertThat(became.close()[last]).isCloseTo(was.close()[last], within(1e-9));
            assertThat(became.close()).isNotEqualTo(was.close());
        }
        // Weekends, on which only some trade, stay weekends: what happened on them happens on others of them.
        BarSeries all = bars.bars(1);
        BarSeries moved = shuffled.bars(1);
        double[] was = saturdays(all);
        double[] became = saturdays(moved);
        assertThat(became).isNotEqualTo(was);
        Arrays.sort(was);
        Arrays.sort(became);
        assertThat(became).containsExactly(was, within(1e-9));
    }

    /** Moves of the weekend's bars before the last of the four has ended, so that the same trade on each. */
    private static double[] saturdays(BarSeries bars) {
        return IntStream.range(1, 240)
                .filter(i -> i % 7 >= 5)
                .mapToDouble(i -> Math.log(bars.close()[i] / bars.close()[i - 1]))
                .toArray();
    }

    @Test
    void aPartOfTheRowsHasTheBarsOfThoseRows() {
        TestedBars bars = Worlds.ragged(280, 11);
        assertThat(bars.between(200, 280)).as("the last of the four has ended").isEmpty();
        assertThat(bars.between(0, 60)).as("the third has not begun").isEmpty();
        TestedBars part = bars.between(70, 140).orElseThrow();
        assertThat(part.size()).isEqualTo(70);
        assertThat(part.series().stream().map(BarSeries::size)).containsExactly(50, 70, 50, 70);
        assertThat(part.bars(2).firstTimeNanos()).isEqualTo(bars.timeNanos(70));
        // The third has had its fifth bar at the fifth day of the week in which it began.
        assertThat(part.rowsUntil(5)).isEqualTo(5);
        assertThat(bars.rowsUntil(5)).isEqualTo(75);
        assertThat(part.rowsUntil(51)).isEqualTo(70);
        assertThat(part.rowsUntil(0)).isZero();
    }

    /** The legs of a pair are one trade: 30 earned and 20 lost is 10 earned. */
    @Test
    void whatIsTakenAndLeftTogetherIsOneTrade() {
        TestedBars bars = Worlds.tied(120, 12, 4);
        BacktestRun run = new BacktestRun(
                BacktestMarket.of(bars.priced(), TERMS),
                bars.timesNanos(),
                new double[120],
                List.of(
                        new BacktestTrade(0, 1, 3, 9, 100, 130, 0, "", ""),
                        new BacktestTrade(1, -2, 3, 9, 50, 60, 0, "", ""),
                        new BacktestTrade(0, 1, 3, 12, 100, 101, 0, "", "")),
                List.<BacktestOrder>of(),
                0,
                new BacktestRun.Flows(0, 0, 0, 0),
                List.of());
        assertThat(RoundTrip.of(run)).containsExactly(new RoundTrip(3, 9, 10), new RoundTrip(3, 12, 1));
    }

    /** Long seven tenths of the one and short three of the other, all the time. */
    @Test
    void holdingAsMuchOfEachEarnsNothingAbove() {
        TestedBars bars = Worlds.tied(300, 13, 4);
        Candidate holding = new Told(all -> {
            double[][] shares = new double[2][all.size()];
            Arrays.fill(shares[0], 0.7);
            Arrays.fill(shares[1], -0.3);
            return shares;
        });
        try (Crew crew = new Crew(1, () -> false)) {
            TrialTable table = TrialTable.of(holding, bars, List.of(Peeking.NONE), crew);
            assertThat(table.exposures()[0][0]).isCloseTo(0.7, within(0.02));
            assertThat(table.exposures()[0][1]).isCloseTo(-0.3, within(0.02));
            assertThat(table.exposure(0)).isCloseTo(0.4, within(0.02));
            double[] above = table.aboveHolding()[0];
            double worst = Arrays.stream(above, 0, 290).map(Math::abs).max().orElseThrow();
            assertThat(worst).isLessThan(2e-3);
        }
    }
}
