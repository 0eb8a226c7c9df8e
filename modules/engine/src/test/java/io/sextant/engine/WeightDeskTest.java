package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.portfolio.Goals;
import io.sextant.domain.portfolio.LotOrder;
import io.sextant.domain.portfolio.OptimiserBoard;
import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Kind;
import io.sextant.domain.portfolio.OptimiserWish;
import io.sextant.domain.portfolio.ReturnView;
import io.sextant.domain.portfolio.TaxLot;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.portfolio.WeightTrouble;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.testing.CoreSession;
import io.sextant.portfolio.estimate.Covariance;
import io.sextant.portfolio.estimate.Covariances;
import io.sextant.portfolio.estimate.ReturnPanel;
import io.sextant.portfolio.optimise.Figures;
import io.sextant.portfolio.optimise.Limits;
import io.sextant.portfolio.optimise.Market;
import io.sextant.portfolio.optimise.Method;
import io.sextant.portfolio.optimise.Optimiser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The optimiser of a real desk over days that the test makes up. */
class WeightDeskTest {

    private static final long DAY_NANOS = Timeframe.D1.nominalNanos();
    private static final EngineHealth WELL = new EngineHealth(true, "", "", FeedStatus.CONNECTED, 0, 0, 0, 0, 0, 0);
    private static final int DAYS = 301;

    private final CoreSession session = CoreSession.begin(3);
    private final List<Instrument> traded;
    private int known = 4;
    private int days = DAYS;
    private double drift = 0.001;
    private final WeightDesk desk;

    WeightDeskTest() {
        session.run(20_000);
        traded = session.core().instruments().all().stream()
                .filter(one -> one.tradable() && !(one instanceof Option))
                .toList();
        desk = new WeightDesk(
                session.core().instruments(),
                wanted -> {
                    int at = ids().indexOf(wanted.instrument());
                    return at >= 0 && at < known ? bars(at) : BarSeries.EMPTY;
                },
                limit -> fills());
    }

    /** Newest first, as a history tells them. */
    private List<Fill> fills() {
        return session.facts().stream()
                .filter(OrderFilled.class::isInstance)
                .map(fact -> ((OrderFilled) fact).fill())
                .toList()
                .reversed();
    }

    private List<InstrumentId> ids() {
        return traded.stream().map(Instrument::id).toList();
    }

    private DeskState state() {
        return session.core().views().desk(session.core().marketNanos(), WELL);
    }

    private OptimiserBoard board(WeightMethod method, double most, ReturnView... views) {
        return desk.board(
                new OptimiserWish(List.of(), Timeframe.D1, method, 0, most, false, List.of(views), Goals.NONE),
                state());
    }

    private Computed computed(Goals goals, double most) {
        return (Computed) desk.board(
                new OptimiserWish(List.of(), Timeframe.D1, WeightMethod.GOALS, 0, most, false, List.of(), goals),
                state());
    }

    @Test
    void goalsBearMoreRiskTheMoreAPersonWantsToAndHoldALittleOfWhatIsPreferred() {
        String preferred = ids().getFirst().symbol();
        Computed careful = computed(new Goals(10, 0, Set.of(), Set.of(), Set.of()), 1);
        Computed bold = computed(new Goals(10, 1, Set.of(), Set.of(), Set.of()), 1);
        assertThat(careful.find(Kind.CHOSEN).orElseThrow().figures().volatility())
                .isLessThan(bold.find(Kind.CHOSEN).orElseThrow().figures().volatility());
        double[] weights = Optimiser.solve(market(), Limits.longOnly(known), new Method.MaxUtility(20))
                .weights();
        assertThat(careful.find(Kind.CHOSEN).orElseThrow().weights()).containsExactly(weights, within(1e-9));
        Computed fond = computed(new Goals(10, 1, Set.of(preferred), Set.of(), Set.of()), 1);
        assertThat(fond.find(Kind.CHOSEN).orElseThrow().weights()[0])
                .isGreaterThanOrEqualTo(Goals.leastOfPreferred(known) - 1e-9);
    }

    @Test
    void whatAPersonNeverWantsIsLeftOutWhateverTheMethod() {
        String never = ids().get(1).symbol();
        Computed without = (Computed) desk.board(
                new OptimiserWish(
                        List.of(),
                        Timeframe.D1,
                        WeightMethod.MIN_VOLATILITY,
                        0,
                        1,
                        false,
                        List.of(),
                        new Goals(10, 0.5, Set.of(), Set.of(never), Set.of())),
                state());
        assertThat(without.instruments().stream().map(InstrumentId::symbol))
                .hasSize(known - 1)
                .doesNotContain(never);
    }

    private Computed computed(WeightMethod method, double most, ReturnView... views) {
        return (Computed) board(method, most, views);
    }

    /** The market of the module itself, from the same closes. */
    private Market market() {
        double[][] prices = new double[known][];
        Arrays.setAll(prices, i -> bars(i).close());
        ReturnPanel panel = ReturnPanel.ofPrices(
                ids().subList(0, known).stream().map(InstrumentId::symbol).toList(), prices);
        double[][] covariance =
                Covariances.of(panel, Covariance.LEDOIT_WOLF, Double.NaN).matrix();
        double[] means = new double[known];
        for (int i = 0; i < known; i++) {
            means[i] = 365.25 * Arrays.stream(panel.returns()[i]).average().orElseThrow();
            for (int j = 0; j < known; j++) {
                covariance[i][j] *= 365.25;
            }
        }
        return Market.of(panel.names(), means, covariance, panel.rows(), 365.25, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"MAX_SHARPE", "MIN_VOLATILITY", "HRP", "RISK_PARITY"})
    void theDeskAnswersWhatTheModuleSaysOfTheSameBars(WeightMethod method) {
        Computed board = computed(method, 1);
        Market market = market();
        double[] expected = Optimiser.solve(
                        market,
                        Limits.longOnly(known),
                        switch (method) {
                            case MAX_SHARPE -> new Method.MaxSharpe();
                            case MIN_VOLATILITY -> new Method.MinVolatility();
                            case HRP -> new Method.Hrp(false);
                            default -> new Method.RiskParity(Map.of());
                        })
                .weights();
        OptimiserBoard.Named chosen = board.find(Kind.CHOSEN).orElseThrow();
        assertThat(chosen.weights()).containsExactly(expected, within(1e-9));
        Figures figures = Figures.of(market, expected);
        assertThat(chosen.figures().volatility()).isCloseTo(figures.volatility(), within(1e-9));
        assertThat(chosen.figures().expectedReturn()).isCloseTo(figures.expectedReturn(), within(1e-9));
        assertThat(chosen.figures().riskShares()).containsExactly(figures.riskContributions(), within(1e-9));
        assertThat(board.instruments()).isEqualTo(ids().subList(0, known));
        assertThat(board.barsOfAYear()).isCloseTo(365.25, within(1e-9));
    }

    @Test
    void twoInstrumentsHaveTheWeightsOfTheTextbook() {
        known = 2;
        Computed board = computed(WeightMethod.MIN_VOLATILITY, 1);
        double[][] s = board.covariance();
        double first = (s[1][1] - s[0][1]) / (s[0][0] + s[1][1] - 2 * s[0][1]);
        assertThat(board.find(Kind.CHOSEN).orElseThrow().weights())
                .containsExactly(new double[] {first, 1 - first}, within(1e-9));
        assertThat(board.frontier()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(board.frontier().getFirst().weights()[0]).isCloseTo(first, within(1e-9));
        double[] end = board.frontier().getLast().weights();
        int better = board.expected()[0] > board.expected()[1] ? 0 : 1;
        assertThat(end[better]).isCloseTo(1, within(1e-9));
    }

    /**
     * What a rare signal is sized by. With s the covariance before the view, pi = 2.5 s (1/2, 1/2), a view q of the first with confidence c gives
     * m = pi + c s_1 / s_11 (q - pi_1) and S = (1 + tau) s - tau c s_1 s_1' / s_11; of all weights (w, 1 - w) within a and b the utility is best at
     * w = ((m_1 - m_2) / lambda + S_22 - S_12) / (S_11 + S_22 - 2 S_12), or at the nearer bound.
     */
    @ParameterizedTest
    @CsvSource({"0.05,0.06,1", "0.2,0.06,1", "0.2,0.5,1", "-0.1,0.3,1", "4,0.06,0.8", "100,0.06,1"})
    void aViewOfOneOfTwoTiltsTheWeightAsTheClosedFormSays(double q, double c, double most) {
        known = 2;
        double[][] s = computed(WeightMethod.MIN_VOLATILITY, 1).covariance();
        Goals goals = new Goals(10, 0.25, Set.of(), Set.of(), Set.of());
        double[] m = new double[2];
        double[][] v = new double[2][2];
        double prior = 1.25 * (s[0][0] + s[0][1]);
        for (int i = 0; i < 2; i++) {
            m[i] = 1.25 * (s[i][0] + s[i][1]) + c * s[i][0] / s[0][0] * (q - prior);
            for (int j = 0; j < 2; j++) {
                v[i][j] = 1.05 * s[i][j] - 0.05 * c * s[i][0] * s[0][j] / s[0][0];
            }
        }
        double free = ((m[0] - m[1]) / goals.riskAversion() + v[1][1] - v[0][1]) / (v[0][0] + v[1][1] - 2 * v[0][1]);
        double weight = Math.clamp(free, 1 - most, most);
        Computed board = (Computed) desk.board(
                new OptimiserWish(
                        List.of(),
                        Timeframe.D1,
                        WeightMethod.GOALS,
                        0,
                        most,
                        false,
                        List.of(new ReturnView(ids().getFirst(), q, c)),
                        goals),
                state());
        assertThat(board.find(Kind.CHOSEN).orElseThrow().weights())
                .containsExactly(new double[] {weight, 1 - weight}, within(1e-9));
    }

    @Test
    void noPortfolioOfTheSameReturnIsCalmerThanOneAlongTheFrontier() {
        Computed board = computed(WeightMethod.MAX_SHARPE, 1);
        Market market = market();
        int last = board.frontier().size() - 1;
        for (double place = 0.3; place < last; place += 0.4) {
            OptimiserBoard.Figures here = board.figures(board.along(place));
            double[] best = Optimiser.solve(
                            market, Limits.longOnly(known), new Method.TargetReturn(here.expectedReturn()))
                    .weights();
            assertThat(here.volatility()).isCloseTo(Figures.of(market, best).volatility(), within(1e-9));
        }
        assertThat(board.along(last + 5))
                .containsExactly(board.frontier().getLast().weights(), within(0.0));
    }

    @Test
    void whatIsHeldStandsBesideItAndOrdersLeadFromThere() {
        Instrument first = traded.getFirst();
        session.apply(new PlaceOrder(OrderDraft.market(
                first.id(), Side.BUY, first.quantityOf(first.smallestLots() * 3), OrderOrigin.TICKET)));
        session.run(5_000);
        DeskState now = state();
        assertThat(now.positions()).anyMatch(position -> !position.isFlat());
        Computed board = computed(WeightMethod.MIN_VOLATILITY, 1);
        double equity = now.account().equity().toDouble();
        assertThat(board.investable()).isCloseTo(equity, within(1e-9 * equity));
        double[] current = board.find(Kind.CURRENT).orElseThrow().weights();
        assertThat(current[0]).isCloseTo(now.account().grossExposure().toDouble() / equity, within(1e-9));
        double[] target = board.find(Kind.CHOSEN).orElseThrow().weights();
        long[] lots = board.lotsTowards(target);
        double spent = 0;
        for (int i = 0; i < lots.length; i++) {
            OptimiserBoard.Holding holding = board.holdings().get(i);
            double after = (holding.heldLots() + lots[i]) * holding.lotValue();
            double missing = target[i] * equity - after;
            assertThat(Math.abs(missing)).isLessThan(holding.lotValue() * (1 + 1e-9));
            spent += after;
        }
        assertThat(board.cashAfter(lots)).isCloseTo(equity - spent, within(1e-6 * equity));
        assertThat(board.lotsTowards(current)).containsOnly(0);
        OptimiserBoard.Holding held = board.holdings().getFirst();
        assertThat(held.lots().stream().mapToDouble(TaxLot::quantity).sum()).isCloseTo(held.heldLots(), within(1e-6));
        // Nothing was sold yet, so that all of it gains the same either way.
        assertThat(held.gain(held.heldLots(), LotOrder.FIFO))
                .isCloseTo(held.gain(held.heldLots(), LotOrder.AVERAGE), within(1e-6 * equity));
        assertThat(held.lotFee())
                .isCloseTo(held.lotValue() * first.fees().takerPartsPerMillion() / 1e6, within(1e-9 * held.lotValue()));
    }

    @Test
    void thePastIsWhatTheWeightsMadeOfTheBars() {
        Computed board = computed(WeightMethod.MIN_VOLATILITY, 1);
        OptimiserBoard.Past past = board.find(Kind.EQUAL).orElseThrow().past();
        double worth = 1;
        for (int t = 1; t < DAYS; t++) {
            double move = 0;
            for (int i = 0; i < known; i++) {
                move += 0.25 * (bars(i).close()[t] / bars(i).close()[t - 1] - 1);
            }
            worth *= 1 + move;
        }
        assertThat(past.worth()).hasSize(DAYS);
        assertThat(past.worth()[DAYS - 1]).isCloseTo(worth, within(1e-9));
        assertThat(past.yearly()).isCloseTo(Math.pow(worth, 365.25 / (DAYS - 1)) - 1, within(1e-9));
        assertThat(past.deepestFall()).isBetween(0.0, 1.0);
    }

    @Test
    void aBeliefOfWhichOneIsCertainIsWhatIsExpected() {
        Computed board = computed(WeightMethod.MAX_SHARPE, 1, new ReturnView(ids().getFirst(), 0.42, 1));
        assertThat(board.expected()[0]).isCloseTo(0.42, within(1e-9));
        double[] best = board.frontier().getLast().weights();
        int most = 0;
        for (int i = 1; i < known; i++) {
            most = board.expected()[i] > board.expected()[most] ? i : most;
        }
        assertThat(best[most]).isCloseTo(1, within(1e-9));
        double before = 0;
        for (OptimiserBoard.Corner corner : board.frontier()) {
            assertThat(Arrays.stream(corner.weights()).sum()).isCloseTo(1, within(1e-9));
            assertThat(corner.volatility()).isGreaterThanOrEqualTo(before - 1e-9);
            before = corner.volatility();
        }
    }

    @Test
    void limitsHoldOrAreSaidToBeTooLow() {
        Computed board = computed(WeightMethod.MAX_SHARPE, 0.3);
        assertThat(Arrays.stream(board.find(Kind.CHOSEN).orElseThrow().weights())
                        .max())
                .hasValueCloseTo(0.3, within(1e-6));
        // Caps of a half fill the money with two, so that the last corner meets caps and the sum at once.
        if (board(WeightMethod.MAX_SHARPE, 0.5) instanceof Computed halves) {
            assertThat(Arrays.stream(halves.frontier().getLast().weights()).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(halves.frontier().getLast().weights()).max())
                    .hasValueCloseTo(0.5, within(1e-9));
        }
        assertThat(board(WeightMethod.MAX_SHARPE, 0.2)).isEqualTo(new OptimiserBoard.CapTooLow(4, 0.2));
    }

    @Test
    void claimsNothingOnTooLittleAndSaysWhatAMethodCannotDo() {
        drift = -0.01;
        Computed falling = computed(WeightMethod.MAX_SHARPE, 1);
        assertThat(falling.find(Kind.CHOSEN)).isEmpty();
        assertThat(falling.trouble().map(WeightTrouble::code)).contains(WeightTrouble.Code.NOTHING_ABOVE_RISK_FREE);
        assertThat(falling.find(Kind.EQUAL)).isPresent();
        days = 40;
        assertThat(board(WeightMethod.HRP, 1))
                .isEqualTo(new OptimiserBoard.TooFewInstruments(List.of(), WeightDesk.FEWEST_BARS));
        days = DAYS;
        known = 1;
        assertThat(board(WeightMethod.HRP, 1))
                .isEqualTo(new OptimiserBoard.TooFewInstruments(List.of(ids().getFirst()), WeightDesk.FEWEST_BARS));
    }

    private BarSeries bars(int which) {
        SeededRandom common = new SeededRandom(11);
        SeededRandom own = new SeededRandom(100 + which);
        long[] times = new long[days];
        double[] close = new double[days];
        double price = 100;
        for (int i = 0; i < days; i++) {
            times[i] = (i + 1) * DAY_NANOS;
            price *= 1
                    + drift * (which + 1) / 2
                    + 0.004 * common.nextGaussian()
                    + (0.004 + 0.003 * which) * own.nextGaussian();
            close[i] = price;
        }
        return new BarSeries(times, close, close, close, close, new double[days], days);
    }
}
