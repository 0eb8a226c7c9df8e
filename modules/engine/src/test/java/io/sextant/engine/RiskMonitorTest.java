package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskShock;
import io.sextant.domain.risk.TailRisk;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.testing.CoreSession;
import io.sextant.risk.measure.HistoricalTail;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The board of a real desk with one position, over days that the test makes up. */
class RiskMonitorTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final EngineHealth WELL = new EngineHealth(true, "", "", FeedStatus.CONNECTED, 0, 0, 0, 0, 0, 0);
    private static final EquityCurve WORTH =
            new EquityCurve(new long[] {1, 2, 3}, new double[] {1_000_000_000, 800_000_000, 900_000_000});

    private final CoreSession session = CoreSession.begin(3);
    private final Instrument mnq;
    private final Map<String, String> settings = new HashMap<>();
    private int days = 301;
    private final RiskMonitor monitor;

    RiskMonitorTest() {
        session.run(20_000);
        mnq = session.core().instruments().all().stream()
                .filter(one -> one.id().symbol().startsWith("MNQ"))
                .findFirst()
                .orElseThrow();
        monitor = new RiskMonitor(
                new RiskDesk(session.core().instruments(), wanted -> bars(Math.min(days, wanted.limit()))));
    }

    private DeskState state() {
        return session.core().views().desk(session.core().marketNanos(), WELL);
    }

    private RiskBoard board(RiskShock shock) {
        return monitor.board(new Query.Risk(0.95, shock), state(), WORTH, settings);
    }

    private void buy() {
        session.apply(new PlaceOrder(OrderDraft.market(mnq.id(), Side.BUY, mnq.quantityOf(2), OrderOrigin.TICKET)));
        session.run(5_000);
        assertThat(state().positions()).anyMatch(position -> !position.isFlat());
    }

    private RiskBoard.Measured measured(RiskShock shock) {
        return (RiskBoard.Measured) board(shock);
    }

    @Test
    void anEmptyDeskHasNothingToLoseAndItsFallIsTold() {
        RiskBoard board = board(RiskShock.NONE);
        assertThat(board).isInstanceOf(RiskBoard.NothingHeld.class);
        assertThat(board.fall().deepest()).isGreaterThanOrEqualTo(0.2);
    }

    @Test
    void oneFuturesTailIsItsExposureTimesItsPastAndItBringsAllOfIt() {
        buy();
        RiskBoard.Measured board = measured(RiskShock.NONE);

        double amount = state().account().grossExposure().toDouble();
        BarSeries bars = bars(days);
        double[] outcomes = new double[days - 1];
        Arrays.setAll(outcomes, i -> amount * (bars.close()[i + 1] / bars.close()[i] - 1));
        TailRisk expected = HistoricalTail.of(outcomes, 0.95);
        assertThat(board.historical().valueAtRisk()).isCloseTo(expected.valueAtRisk(), within(1e-9 * amount));
        assertThat(board.historical().expectedShortfall())
                .isCloseTo(expected.expectedShortfall(), within(1e-9 * amount));
        assertThat(board.grossExposure()).isCloseTo(amount, within(1e-9 * amount));
        RiskBoard.Part part = board.parts().getFirst();
        assertThat(part.component()).isCloseTo(board.normal().valueAtRisk(), within(1e-9 * amount));
        assertThat(part.incremental()).isCloseTo(board.historical().valueAtRisk(), within(1e-9 * amount));
        assertThat(board.outcomes()).containsExactly(outcomes, within(1e-9 * amount));
    }

    @Test
    void pastForecastsKnowOnlyWhatWasBeforeThemAndBreachesAreCounted() {
        buy();
        RiskBoard.Measured board = measured(RiskShock.NONE);
        assertThat(board.past()).hasSize(150);
        RiskBoard.PastDay first = board.past().getFirst();
        assertThat(first.dayNanos()).isEqualTo(152 * DAY_NANOS);
        assertThat(first.valueAtRisk())
                .isCloseTo(
                        HistoricalTail.of(Arrays.copyOf(board.outcomes(), 150), 0.95)
                                .valueAtRisk(),
                        within(1e-6));
        assertThat(board.record().breaches())
                .isEqualTo((int) board.past().stream()
                        .filter(RiskBoard.PastDay::isBreach)
                        .count())
                .isPositive();
        assertThat(board.record().expected()).isCloseTo(7.5, within(1e-9));
    }

    /** Told 100 of each of thirty days; the worth falls by 150 on every tenth, rises by 10 on the others. */
    @Test
    void whatTheDeskSaidItselfIsHeldAgainstWhatItsWorthThenDid() {
        buy();
        assertThat(measured(RiskShock.NONE).toldRecord()).isEmpty();
        double equity = 10_000;
        for (int day = 0; day <= 30; day++) {
            ToldRisk told =
                    new ToldRisk(day * DAY_NANOS, equity, new double[] {100, 200, 300}, new double[] {120, 240, 360});
            settings.put(ToldRisk.settingOf(told.dayNanos()), told.text());
            equity += day % 10 == 9 ? -150 : 10;
        }
        RiskBoard.Measured board = measured(RiskShock.NONE);
        assertThat(board.told()).hasSize(30);
        assertThat(board.told().get(9)).isEqualTo(new RiskBoard.PastDay(9 * DAY_NANOS, 100, 120, -150));
        RiskBoard.TrackRecord record = board.toldRecord().orElseThrow();
        assertThat(record.days()).isEqualTo(30);
        assertThat(record.breaches()).isEqualTo(3);
        assertThat(record.expected()).isCloseTo(1.5, within(1e-12));
        // Kupiec's likelihood ratio by hand: 2 ln(0.1^3 0.9^27 / 0.05^3 0.95^27) = 1.2392; its chance 0.2656.
        assertThat(record.kupiecProbability()).isCloseTo(0.2656, within(5e-4));

        // Acerbi and Szekely's second statistic by hand: three breaches of -150 / 120 over 30 days at 5 %, and one:
        // -1.5.
        RiskBoard.Shortfall shortfall = record.shortfall().orElseThrow();
        assertThat(shortfall.days()).isEqualTo(30);
        assertThat(shortfall.statistic()).isCloseTo(1 - 3 * 1.25 / (30 * 0.05), within(1e-9));
        assertThat(shortfall.speaksAgainst()).isTrue();

        RiskBoard rarer = monitor.board(new Query.Risk(0.99, RiskShock.NONE), state(), WORTH, settings);
        assertThat(((RiskBoard.Measured) rarer).toldRecord().orElseThrow().breaches())
                .isZero();
    }

    @Test
    void aDayThatTheDeskDidNotSeeTheEndOfIsNotCountedAndOldDaysGiveWay() {
        for (int day : new int[] {0, 1, 3}) {
            ToldRisk told = new ToldRisk(day * DAY_NANOS, 10 * day, new double[] {1, 1, 1}, new double[] {2, 2, 2});
            settings.put(ToldRisk.settingOf(told.dayNanos()), told.text());
        }
        settings.put("risk.told.7", "of another version");
        assertThat(ToldRisk.cameTrue(settings, 0.95)).containsExactly(new RiskBoard.PastDay(0, 1, 2, 10));
        assertThat(ToldRisk.cameTrue(settings, 0.9)).isEmpty();
        assertThat(ToldRisk.settingOf(ToldRisk.DAYS_KEPT * DAY_NANOS)).isEqualTo(ToldRisk.settingOf(0));
    }

    /** Days that an older version told have no shortfall; they count for the other tests and not for this one. */
    @Test
    void whatAnOlderVersionToldIsStillRead() {
        buy();
        for (int day = 0; day <= 3; day++) {
            settings.put(ToldRisk.settingOf(day * DAY_NANOS), day * DAY_NANOS + " " + (1_000.0 + day) + " 100 200 300");
        }
        RiskBoard.TrackRecord record = measured(RiskShock.NONE).toldRecord().orElseThrow();
        assertThat(record.days()).isEqualTo(3);
        assertThat(record.shortfall()).isEmpty();
    }

    @Test
    void aShockIsSupposedOnACopyOnly() {
        buy();
        DeskState before = state();
        RiskBoard.Measured calm = measured(RiskShock.NONE);
        RiskBoard.Measured shocked = measured(new RiskShock(-0.1, 2, 0));
        double exposure = calm.netExposure();
        assertThat(shocked.shocked().result()).isCloseTo(-0.1 * exposure, within(1e-9 * exposure));
        assertThat(shocked.shocked().normal().valueAtRisk())
                .isCloseTo(1.8 * calm.normal().valueAtRisk(), within(1e-9 * exposure));
        assertThat(shocked.historical()).isEqualTo(calm.historical());
        assertThat(state()).isEqualTo(before);
        assertThat(calm.crises().getFirst().result())
                .isCloseTo(calm.crises().getFirst().indexMove() * exposure, within(1e-9 * exposure));
    }

    @Test
    void claimsNothingOnTooFewDays() {
        buy();
        days = 40;
        assertThat(board(RiskShock.NONE)).isInstanceOfSatisfying(RiskBoard.TooLittleHistory.class, few -> {
            assertThat(few.days()).isEqualTo(39);
            assertThat(few.instruments()).containsExactly(mnq.id());
        });
    }

    private static BarSeries bars(int count) {
        SeededRandom random = new SeededRandom(11);
        long[] times = new long[count];
        double[] close = new double[count];
        double price = 20_000;
        for (int i = 0; i < count; i++) {
            times[i] = (i + 1) * DAY_NANOS;
            price *= 1 + 0.01 * random.nextGaussian();
            close[i] = price;
        }
        return new BarSeries(times, close, close, close, close, new double[count], count);
    }
}
