package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.portfolio.WeightMethod;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.Supposition;
import io.sextant.domain.risk.Supposition.Weather;
import io.sextant.domain.risk.WhatIfBoard;
import io.sextant.domain.risk.WhatIfBoard.Case;
import io.sextant.domain.risk.WhatIfBoard.Trouble;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.testing.CoreSession;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cases on the copy of a real desk with one position, over days that the test makes up: calm ones, then wild ones. */
class WhatIfDeskTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final EngineHealth WELL = new EngineHealth(true, "", "", FeedStatus.CONNECTED, 0, 0, 0, 0, 0, 0);
    private static final int DAYS = 301;

    private final CoreSession session = CoreSession.begin(3);
    private final Instrument mnq = found("MNQ");
    private final Instrument btc = found("BTC-USD");
    private final RiskDesk risk = new RiskDesk(session.core().instruments(), WhatIfDeskTest::bars);

    WhatIfDeskTest() {
        session.run(20_000);
    }

    private final Map<String, String> settings = new HashMap<>();

    private Instrument found(String begin) {
        return session.core().instruments().all().stream()
                .filter(one -> one.id().symbol().startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    /** Every instrument has days of its own, and ether too few. */
    private static BarSeries bars(Query.Bars wanted) {
        String symbol = wanted.instrument().symbol();
        int count = Math.min(wanted.limit(), symbol.startsWith("ETH") ? 30 : DAYS);
        SeededRandom random = new SeededRandom(symbol.hashCode());
        long[] times = new long[count];
        double[] close = new double[count];
        double price = 100;
        for (int i = 0; i < count; i++) {
            times[i] = i * DAY_NANOS;
            price *= 1 + (i < count / 2 ? 0.004 : 0.03) * random.nextGaussian();
            close[i] = price;
        }
        return new BarSeries(times, close, close, close, close, new double[count], count);
    }

    private DeskState state() {
        return session.core().views().desk(session.core().marketNanos(), WELL);
    }

    private void buy() {
        session.apply(new PlaceOrder(OrderDraft.market(mnq.id(), Side.BUY, mnq.quantityOf(2), OrderOrigin.TICKET)));
        session.run(5_000);
        assertThat(state().positions()).anyMatch(position -> !position.isFlat());
    }

    private WhatIfBoard board(int paths, Supposition... cases) {
        return new WhatIfDesk(risk).board(new Query.WhatIf(0.95, List.of(cases), paths), state(), settings);
    }

    private Case told(Supposition supposed) {
        return board(200, supposed).cases().getFirst();
    }

    @Test
    void casesStandSideBySideWithFansThatBeginAtWhatIsLeft() {
        assertThat(board(200, Supposition.NONE).cases()).as("nothing held").isEmpty();
        buy();
        DeskState before = state();
        RiskShock fall = new RiskShock(-0.1, 2, 0);

        WhatIfBoard board = board(4_000, Supposition.NONE, Supposition.of(fall));

        Case now = board.cases().get(0);
        Case then = board.cases().get(1);
        RiskBoard.Measured measured = (RiskBoard.Measured) new RiskMonitor(risk)
                .board(new Query.Risk(0.95, fall), state(), new EquityCurve(new long[0], new double[0]), Map.of());
        assertThat(now.result()).isZero();
        assertThat(then.result()).isCloseTo(measured.shocked().result(), within(1e-6));
        assertThat(then.normal().valueAtRisk())
                .isCloseTo(measured.shocked().normal().valueAtRisk(), within(1e-6));
        assertThat(now.fan().last(0.05)).isLessThan(now.fan().last(0.5)).isGreaterThan(0);
        // Twice as wild at nine tenths of the price: the fan is 1.8 times as wide on the first days, but for
        // compounding.
        assertThat(width(then) / width(now)).isBetween(1.5, 2.1);
        assertThat(board.paths()).isEqualTo(4_000);
        assertThat(state()).isEqualTo(before);
    }

    private static double width(Case of) {
        double[] first = of.fan().worth()[0];
        return first[first.length - 2] - first[1];
    }

    @Test
    void whereNothingIsLeftThereIsNoFan() {
        buy();
        double equity = state().account().equity().toDouble();
        double exposure = state().account().grossExposure().toDouble();
        Case gone = told(Supposition.of(new RiskShock(-1, 1, 0)));
        assertThat(gone.value()).isCloseTo(equity - exposure, within(1e-6 * exposure));
        assertThat(gone.fan().days().length == 0).isEqualTo(exposure >= equity);
    }

    @Test
    void sharesAreOfWhatIsLeftAndMayNameWhatIsNotHeld() {
        buy();
        Map<InstrumentId, Double> shares = Map.of(mnq.id(), 0.0, btc.id(), 0.5);
        WhatIfBoard board = board(
                200, Supposition.NONE, Supposition.NONE.with(Map.of(mnq.id(), 0.0)), Supposition.NONE.with(shares));

        assertThat(board.shares()).containsOnlyKeys(mnq.id(), btc.id()).containsEntry(btc.id(), 0.0);
        Case flat = board.cases().get(1);
        assertThat(flat.normal().valueAtRisk()).isZero();
        assertThat(flat.value()).isEqualTo(board.cases().get(0).value());
        Case other = board.cases().get(2);
        assertThat(other.shares().get(btc.id())).isCloseTo(0.5, within(1e-12));
        assertThat(other.shares().get(mnq.id())).isZero();
        assertThat(other.normal().valueAtRisk()).isPositive();
    }

    @Test
    void theMarketMayMoveAsInItsCalmerOrItsWilderDays() {
        buy();
        double calm = told(Supposition.NONE.with(Weather.CALM)).normal().valueAtRisk();
        double now = told(Supposition.NONE).normal().valueAtRisk();
        double wild = told(Supposition.NONE.with(Weather.TURBULENT)).normal().valueAtRisk();
        // Half of the days move by 0.4%, half by 3%: the root of the mean of their squares is 2.14%.
        assertThat(calm / now).isCloseTo(0.4 / 2.14, within(0.06));
        assertThat(wild / now).isCloseTo(3 / 2.14, within(0.2));
    }

    @Test
    void whatIsHeldAndNamedIsWeighedAnewInTheShockedMarket() {
        buy();
        Map<InstrumentId, Double> named = Map.of(btc.id(), 0.0);
        Case mixed = told(Supposition.NONE.with(WeightMethod.INVERSE_VOLATILITY));
        assertThat(mixed.shares().get(mnq.id())).as("alone").isCloseTo(1, within(1e-12));
        Case set = told(Supposition.NONE.with(WeightMethod.INVERSE_VOLATILITY).with(named));
        assertThat(set.shares().get(btc.id())).as("what a person sets stands").isZero();
        double expected = 1 / deviation(mnq) / (1 / deviation(mnq) + 1 / deviation(btc));
        assertThat(set.shares().get(mnq.id())).isCloseTo(expected, within(1e-9));
    }

    private static double deviation(Instrument of) {
        double[] close = bars(new Query.Bars(of.id(), Timeframe.D1, 0, DAYS)).close();
        double[] moves = new double[close.length - 1];
        Arrays.setAll(moves, i -> close[i + 1] / close[i] - 1);
        double mean = Arrays.stream(moves).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(moves).map(move -> (move - mean) * (move - mean)).sum() / (moves.length - 1));
    }

    @Test
    void whatHasTooFewDaysIsSaidToAndSpoilsNoOtherCase() {
        buy();
        WhatIfBoard board = board(
                200,
                Supposition.NONE,
                Supposition.NONE.with(Map.of(found("ETH").id(), 0.5)),
                Supposition.NONE.with(Map.of(InstrumentId.of("NOBODY"), 0.5)));
        assertThat(board.cases().stream().map(Case::trouble))
                .containsExactly(Trouble.NONE, Trouble.TOO_FEW_DAYS, Trouble.TOO_FEW_DAYS);
        assertThat(board.cases().get(0).normal())
                .isEqualTo(told(Supposition.NONE).normal());
    }

    /** A position loses its exposure times its duration times the rise; without a duration, or with one that cannot be read, nothing. */
    @Test
    void ratesActThroughTheDurationThatAPersonGave() {
        buy();
        double exposure = RiskDesk.exposures(state()).get(mnq.id());
        WhatIfBoard without = board(100, Supposition.NONE.withRates(100));
        assertThat(without.durations()).isEmpty();
        assertThat(without.cases().getFirst().result()).isZero();
        settings.put("risk.duration." + mnq.id().symbol(), "long");
        assertThat(board(100, Supposition.NONE.withRates(100)).durations()).isEmpty();
        settings.put("risk.duration." + mnq.id().symbol(), "4.5");
        WhatIfBoard with = board(100, Supposition.NONE.withRates(100), Supposition.NONE.withRates(-50));
        assertThat(with.durations()).containsOnly(Map.entry(mnq.id(), 4.5));
        assertThat(with.cases().getFirst().result()).isCloseTo(-0.045 * exposure, within(1e-9 * exposure));
        assertThat(with.cases().get(1).result()).isCloseTo(0.0225 * exposure, within(1e-9 * exposure));
    }
}
