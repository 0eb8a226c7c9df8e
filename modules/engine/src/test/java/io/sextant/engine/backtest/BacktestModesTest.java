package io.sextant.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both modes have to do, reckoned by hand. */
class BacktestModesTest {

    private static final double NOTHING = Double.NaN;

    enum Mode {
        EVENT,
        VECTOR;

        BacktestRun run(Told told, BarSeries bars, BacktestTerms terms) {
            return this == EVENT ? told.inEngine(bars, terms) : told.asColumns(bars, terms);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWantedAtACloseIsFilledAtTheNextOpen(Mode mode) {
        BarSeries bars = Told.opensAndCloses(10, 11, 12, 13, 14, 15, 16, 17);
        BacktestRun run = mode.run(Told.shares(1), bars, new BacktestTerms(1_000, 0, false));
        // floor(0.9999 * 1000 / 12) = 83 units for 996; the last open is 16.
        assertThat(run.trades())
                .containsExactly(new BacktestTrade(0, 83, 1, 3, 12, 16, 0, "told bar=0.00000", "last-bar"));
        assertThat(run.equity()).containsExactly(1_000, 4 + 83 * 13, 4 + 83 * 15, 4 + 83 * 16);
        assertThat(run.barsHeld()).isEqualTo(3);
        assertThat(run.refusals()).isEmpty();
    }

    /** Lots are of 1e-10 units here and fees are rounded up to 1e-10, so 1e-8 leaves room for forty of either. */
    @ParameterizedTest
    @EnumSource
    void turnsAtOneOpenWithTheEquityThatTheOldPositionLeft(Mode mode) {
        BarSeries bars = Told.opensAndCloses(10, 10, 10, 10, 20, 20, 10, 10);
        BacktestRun run = mode.run(Told.shares(1, -1), bars, new BacktestTerms(1_000, 0.001, true));
        double bought = 0.9999 * 1_000 / (10 * 1.001);
        double left = 1_000 + bought * 10 - bought * 30 * 0.001;
        double sold = 0.9999 * left / (20 * 1.001);
        assertThat(run.trades()).hasSize(2);
        assertThat(run.trades().get(0).units()).isCloseTo(bought, within(1e-8));
        assertThat(run.trades().get(1).units()).isCloseTo(-sold, within(1e-8));
        double end = left + sold * 10 - sold * 30 * 0.001;
        assertThat(run.equity()[3]).isCloseTo(end, within(1e-8));
        assertThat(run.fees()).isCloseTo((bought + sold) * 30 * 0.001, within(1e-8));
        assertThat(run.trades().stream().mapToDouble(BacktestTrade::profit).sum())
                .isCloseTo(end - 1_000, within(1e-8));
    }

    @ParameterizedTest
    @EnumSource
    void buysNothingWhereTheCashIsNotEnoughForOneUnit(Mode mode) {
        BacktestTerms terms = new BacktestTerms(9, 0, false);
        BacktestRun run = mode.run(Told.shares(1), Told.opensAndCloses(10, 10, 10, 10, 10, 10), terms);
        assertThat(run.trades()).isEmpty();
        assertThat(run.equity()).containsOnly(9);
        BacktestFigures figures = BacktestFigures.of(run, terms);
        assertThat(figures.profitFactor()).isNaN();
        assertThat(figures.exposure()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void doesNotOpenWhereItWouldCloseAtTheSamePrice(Mode mode) {
        BacktestRun run = mode.run(
                Told.shares(NOTHING, 1),
                Told.opensAndCloses(10, 10, 10, 10, 10, 10),
                new BacktestTerms(1_000, 0.01, false));
        assertThat(run.orders()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void holdsAShareAndTurnsOnlyTheDifference(Mode mode) {
        BarSeries bars = Told.opensAndCloses(10, 10, 10, 10, 20, 20, 20, 20, 20, 20);
        BacktestRun run = mode.run(Told.shares(0.4, 0.25), bars, new BacktestTerms(1_000, 0, false));
        // 0.9999 * 1000 * 0.4 / 10 = 39.996; then 0.9999 * (610 + 39 * 20) * 0.25 / 20 = 17.37.
        assertThat(run.orders()).extracting(BacktestOrder::units).containsExactly(39.0, -22.0, -17.0);
        assertThat(run.trades()).extracting(BacktestTrade::units).containsExactly(22.0, 17.0);
        assertThat(run.equity()[4]).isEqualTo(1_000 + 39 * 10);
    }

    @ParameterizedTest
    @EnumSource
    void aWishForWhatIsHeldAlreadyTradesNothing(Mode mode) {
        BarSeries bars = Told.opensAndCloses(10, 10, 10, 10, 11, 12, 12, 12, 12, 12);
        BacktestRun run = mode.run(Told.shares(1, 1, 1), bars, new BacktestTerms(1_000, 0, false));
        assertThat(run.orders()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void whoTradesAtOncePaysHalfTheSpreadAndTheSlippageOnEachSide(Mode mode) {
        BarSeries bars = Told.opensAndCloses(100, 100, 100, 100, 100, 100);
        BacktestTerms terms = new BacktestTerms(10_000, 0, false).withCosts(TradingCosts.NONE.withPrices(100, 50, 0));
        BacktestRun run = mode.run(Told.shares(1), bars, terms);
        // 100 * (1 + 0.005 + 0.005) = 101 to buy and 99 to sell, on a grid of whole units of money: floor(9999 / 101) =
        // 99 units.
        assertThat(run.orders()).extracting(BacktestOrder::units).containsExactly(99.0, -99.0);
        assertThat(run.orders()).extracting(BacktestOrder::price).containsExactly(101.0, 99.0);
        assertThat(run.equity()[2]).isEqualTo(10_000 - 99 * 2);
    }

    @ParameterizedTest
    @EnumSource
    void runsThatTradeAlikeHaveTheSameHash(Mode mode) {
        BarSeries bars = Told.opensAndCloses(10, 11, 12, 13, 14, 15, 16, 17);
        BacktestTerms terms = new BacktestTerms(1_000, 0, false);
        String hash = mode.run(Told.shares(1), bars, terms).orderStreamHash();
        assertThat(hash)
                .hasSize(64)
                .isEqualTo(mode.run(Told.shares(1), bars, terms).orderStreamHash());
        assertThat(mode.run(Told.shares(-1), bars, terms).orderStreamHash()).isNotEqualTo(hash);
    }

    /** Two years in which every day doubles what the one before halved: the figures by hand. */
    @ParameterizedTest
    @EnumSource
    void figuresFollowTheirFormulas(Mode mode) {
        BarSeries bars = Told.opensAndCloses(1, 1, 1, 2, 2, 1, 1, 1);
        BacktestTerms terms = new BacktestTerms(100, 0, true);
        BacktestFigures figures = BacktestFigures.of(mode.run(Told.shares(1), bars, terms), terms);
        double[] equity = {100, 0.01 + 99.99 * 2, 0.01 + 99.99, 0.01 + 99.99};
        double[] returns = {equity[1] / 100 - 1, equity[2] / equity[1] - 1, 0};
        double mean = Arrays.stream(returns).average().orElseThrow();
        double variance =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / 2;
        assertThat(figures.annualReturn()).isCloseTo(0, within(1e-9));
        assertThat(figures.annualVolatility())
                .isCloseTo(Math.sqrt(Math.pow(variance + 1, 252) - 1), within(1e-3 * Math.pow(variance + 1, 126)));
        assertThat(figures.maxDrawdown()).isCloseTo(equity[2] / equity[1] - 1, within(1e-12));
        assertThat(figures.winRate()).isZero();
        assertThat(figures.exposure()).isEqualTo(0.75);
        assertThat(figures.buyHold()).isZero();
    }
}
