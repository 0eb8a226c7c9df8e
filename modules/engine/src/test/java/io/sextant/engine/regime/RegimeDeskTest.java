package io.sextant.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ModelCard;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.SkillFigures;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeBoard.State;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimePath;
import io.sextant.domain.regime.RegimeProfile;
import io.sextant.domain.regime.RegimeSettings;
import io.sextant.domain.regime.RegimeSwitch;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SteppedClock;
import io.sextant.engine.forecast.BarsInMemory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegimeDeskTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final String CHAMPION = "forecast.champion.BTC-USDT.1m";
    private static final String LENT = "forecast.lent.BTC-USDT.1m";
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final BarsInMemory market = new BarsInMemory(BTC);
    private final SeededRandom random = new SeededRandom(11);
    private RegimeDesk desk = opened();
    private double log = Math.log(100);
    private int keys;

    private RegimeDesk opened() {
        RegimeDesk opened = new RegimeDesk(market, new SteppedClock(0));
        opened.begin();
        return opened;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private double[] bars(int count, double drift, double deviation) {
        double[] closes = new double[count];
        for (int i = 0; i < count; i++) {
            log += drift + deviation * random.nextGaussian();
            closes[i] = Math.exp(log);
        }
        return closes;
    }

    /** Calm and wild stretches, calm at the end. */
    private void past() {
        for (int stretch = 0; stretch < 5; stretch++) {
            market.add(bars(100, 0, 0.001));
            market.add(bars(60, 0, 0.008));
        }
        market.add(bars(60, 0, 0.001));
    }

    private RegimeBoard board() {
        return desk.board(BTC, Timeframe.M1);
    }

    private String cap() {
        return market.remembered().getOrDefault(ExposureCap.SETTING, "");
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void set(String key, String value) {
        market.submit(new CommandKey("test-" + ++keys), new ChangeSetting(key, value));
    }

    @Test
    void tooFewBarsAreToldAndNotLearnedFrom() {
        market.add(bars(120, 0, 0.001));
        until(() -> board().state() == State.TOO_FEW_BARS);
        assertThat(board().barsThere()).isEqualTo(120);
        assertThat(board().present()).isEmpty();
        assertThat(market.switches()).isEmpty();
    }

    @Test
    void eachSwitchIsToldOnceAndALaterDeskDoesNotTellItAgain() {
        past();
        until(() -> board().state() == State.READY);
        assertThat(market.switches()).hasSize(1);
        RegimeSwitch first = market.switches().getFirst();
        assertThat(first.before()).isEqualTo(first.now());
        assertThat(first.now().isDanger()).isFalse();

        market.add(bars(60, 0, 0.008));
        until(() -> market.switches().size() > 1);
        RegimeSwitch wild = market.switches().get(1);
        assertThat(wild.before()).isEqualTo(first.now());
        assertThat(wild.now().isDanger()).isTrue();
        assertThat(wild.chancePercent()).isGreaterThanOrEqualTo(65);
        until(() -> market.remembered()
                .getOrDefault("regime.told.BTC-USDT.1m", "")
                .equals(wild.now().name()));

        int told = market.switches().size();
        desk.close();
        desk = opened();
        until(() -> board().state() == State.READY);
        assertThat(market.switches().subList(told, market.switches().size()))
                .noneMatch(change -> change.before() == change.now());
    }

    /** The same desk that saw all at once, and one that was cut off: nothing it told before the cut is different. */
    @Test
    void barsOfTheFutureChangeNothingThatWasTold() {
        past();
        until(() -> board().state() == State.READY);
        RegimePath before = board().present().orElseThrow().path();
        market.add(bars(80, 0, 0.008));
        int size = before.size() + 80;
        until(() -> board().present().orElseThrow().path().size() == size);
        RegimePath after = board().present().orElseThrow().path();
        assertThat(Arrays.copyOf(after.told(), before.size())).isEqualTo(before.told());
        assertThat(Arrays.copyOf(after.chances()[0], before.size())).isEqualTo(before.chances()[0]);
        assertThat(Arrays.stream(after.closes()).max().orElseThrow()).isLessThan(1e6);
    }

    @Test
    void theGateIsToldACapOnlyWhileASeriesLeads() {
        past();
        until(() -> board().state() == State.READY);
        assertThat(market.remembered()).doesNotContainKey(ExposureCap.SETTING);

        set(RegimeSettings.GUIDE, "BTC-USDT 1m");
        set(RegimeSettings.capSetting(RegimeProfile.RANGE), "55");
        RegimeName calm = market.switches().getFirst().now();
        String calmCap = calm == RegimeName.RANGE ? "55" : "100";
        until(() -> cap().equals(calmCap));

        market.add(bars(60, 0, 0.008));
        until(() -> cap().equals("25"));

        set(RegimeSettings.OVERRIDE, new RegimeSettings.ByHand(RegimeProfile.TREND, 900).text());
        until(() -> cap().equals("100 until 900 then 25"));
        set(RegimeSettings.OVERRIDE, "");
        set(RegimeSettings.GUIDE, "");
        until(() -> cap().equals("off"));
    }

    @Test
    void modelsAreMeasuredByTheRegimeThatWasToldWhenTheySpoke() {
        past();
        until(() -> board().state() == State.READY);
        RegimePath path = board().present().orElseThrow().path();
        int now = path.told()[path.size() - 1];
        for (int i = 0; i < 30; i++) {
            int at = path.size() - 1 - i;
            assertThat(path.told()[at]).isEqualTo(now);
            desk.cameTrue(BTC, Timeframe.M1, "arima", path.timesNanos()[at], 0.8, 1);
        }
        desk.cameTrue(BTC, Timeframe.M1, "theta", path.timesNanos()[5], 0.8, 1);
        market.add(bars(1, 0, 0.001));
        until(() -> !board().skills().isEmpty());
        assertThat(board().skills()).singleElement().satisfies(skill -> {
            assertThat(skill.model()).isEqualTo("arima");
            assertThat(skill.forecasts()).isEqualTo(30);
            assertThat(skill.errorOverNaive()).isCloseTo(0.8, within(1e-12));
        });
    }

    @Test
    void theModelThatIsBetterInARegimeCountsWhileItLastsAndTheUsualOneAfterIt() {
        past();
        market.standing(board(card("a-1", "arima"), card("t-1", "theta"), card("n-1", "naive")));
        set(CHAMPION, "a-1");
        set(RegimeSettings.MODELS, RegimeSettings.MODELS_FOLLOW);
        until(() -> board().state() == State.READY);
        RegimePath path = board().present().orElseThrow().path();
        int calm = path.told()[path.size() - 1];
        for (int i = 0; i < path.size(); i++) {
            boolean wild = path.told()[i] != calm;
            double luck = random.nextGaussian();
            desk.cameTrue(BTC, Timeframe.M1, "arima", path.timesNanos()[i], 1 + 0.1 * luck, 1);
            desk.cameTrue(BTC, Timeframe.M1, "theta", path.timesNanos()[i], (wild ? 0.8 : 1.2) - 0.1 * luck, 1);
        }

        market.add(bars(60, 0, 0.008));
        until(() -> remembered(CHAMPION).equals("t-1"));
        until(() -> remembered(LENT).equals("t-1 a-1 arima"));
        market.add(bars(60, 0, 0.001));
        until(() -> remembered(CHAMPION).equals("a-1") && remembered(LENT).isEmpty());

        market.add(bars(60, 0, 0.008));
        until(() -> remembered(CHAMPION).equals("t-1") && !remembered(LENT).isEmpty());
        set(RegimeSettings.MODELS, "");
        until(() -> remembered(CHAMPION).equals("a-1") && remembered(LENT).isEmpty());
    }

    @Test
    void noModelIsPutAsideWhereNobodyAskedForIt() {
        past();
        set(CHAMPION, "a-1");
        until(() -> board().state() == State.READY);
        RegimePath path = board().present().orElseThrow().path();
        for (long made : path.timesNanos()) {
            desk.cameTrue(BTC, Timeframe.M1, "arima", made, 1, 1);
            desk.cameTrue(BTC, Timeframe.M1, "theta", made, 0.5, 1);
        }
        // A market that tells no forecasts refuses the question: nobody may ask it.
        market.add(bars(60, 0, 0.008));
        until(() -> market.switches().size() > 1);
        set(RegimeSettings.GUIDE, "BTC-USDT 1m");
        until(() -> cap().equals("25"));
        until(() -> remembered(LimitShare.SETTING).equals("50"));
        assertThat(remembered(CHAMPION)).isEqualTo("a-1");
        assertThat(market.remembered()).doesNotContainKey(LENT);
    }

    private String remembered(String setting) {
        return market.remembered().getOrDefault(setting, "");
    }

    private static ModelCard card(String id, String model) {
        return new ModelCard(id, model, 0, 0, 0, 1, "", Map.of(), Optional.empty());
    }

    private static ForecastBoard board(ModelCard... standing) {
        SkillFigures unknown = new SkillFigures(Verdict.NO_EVIDENCE, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0);
        return new ForecastBoard(
                BTC,
                Timeframe.M1,
                ForecastBoard.State.READY,
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                Arrays.stream(standing)
                        .map(card -> new ModelForecast(card, unknown, List.of(), Optional.empty(), List.of()))
                        .toList(),
                List.of(),
                Optional.empty(),
                List.of(),
                0,
                Optional.empty());
    }

    @Test
    void capsAreReadBackAsTheyWereWritten() {
        for (ExposureCap cap :
                List.of(ExposureCap.NONE, ExposureCap.of(40), new ExposureCap(25, 77, ExposureCap.OFF))) {
            assertThat(ExposureCap.parse(cap.text())).contains(cap);
        }
        assertThat(new ExposureCap(25, 77, 60).percentAt(76)).isEqualTo(25);
        assertThat(new ExposureCap(25, 77, 60).percentAt(77)).isEqualTo(60);
        assertThat(ExposureCap.parse("a lot")).isEmpty();
        assertThat(ExposureCap.parse("-5")).isEmpty();
    }

    @Test
    void whileNothingIsKnownOfTheSeriesThatLeadsTheCautiousProfileCounts() {
        RegimeSettings led = RegimeSettings.of(Map.of(RegimeSettings.GUIDE, "BTC-USDT 1h"));
        assertThat(led.cap(Optional.empty())).isEqualTo(ExposureCap.of(led.capPercent(RegimeProfile.DEFENSIVE)));
        assertThat(RegimeSettings.of(Map.of()).cap(Optional.empty())).isEqualTo(ExposureCap.NONE);
    }

    @Test
    void ofThePersonsOwnLimitsNeverMoreThanTheWholeCounts() {
        RegimeSettings led = RegimeSettings.of(
                Map.of(RegimeSettings.GUIDE, "BTC-USDT 1h", "regime.limits.trend", "140", "regime.limits.range", "80"));
        assertThat(led.limitShare(Optional.empty())).isEqualTo(LimitShare.of(50));
        assertThat(led.limitShare(Optional.of(RegimeName.CRASH))).isEqualTo(LimitShare.of(50));
        assertThat(led.limitShare(Optional.of(RegimeName.RANGE))).isEqualTo(LimitShare.of(80));
        assertThat(led.limitShare(Optional.of(RegimeName.TREND_DOWN)))
                .as("what cannot be read counts as cautious")
                .isEqualTo(LimitShare.of(50));
        assertThat(RegimeSettings.of(Map.of("regime.limits.trend", "10")).limitShare(Optional.empty()))
                .as("without a series that leads")
                .isEqualTo(LimitShare.WHOLE);
        RegimeSettings hand = RegimeSettings.of(Map.of(RegimeSettings.OVERRIDE, "DEFENSIVE 77"));
        assertThat(hand.limitShare(Optional.empty())).isEqualTo(new LimitShare(50, 77, 100));
        for (LimitShare share : List.of(LimitShare.WHOLE, LimitShare.NOTHING, new LimitShare(25, 77, 100))) {
            assertThat(LimitShare.parse(share.text())).contains(share);
        }
    }

    @Test
    void whatCannotBeReadMakesPositionsSmallerAndNeverLarger() {
        RegimeSettings odd = RegimeSettings.of(Map.of(RegimeSettings.GUIDE, "BTC-USDT 1x"));
        assertThat(odd.restrains()).isTrue();
        assertThat(odd.cap(Optional.of(RegimeName.TREND_UP))).isEqualTo(ExposureCap.of(25));
        RegimeSettings late = RegimeSettings.of(Map.of(RegimeSettings.OVERRIDE, "DEFENSIVE tomorrow"));
        assertThat(late.cap(Optional.empty())).isEqualTo(ExposureCap.of(25));
        RegimeSettings percent = RegimeSettings.of(Map.of("regime.cap.trend", "40%", "regime.cap.range", "7000"));
        assertThat(percent.capPercent(RegimeProfile.TREND)).isEqualTo(25);
        assertThat(percent.capPercent(RegimeProfile.RANGE)).isEqualTo(25);
        assertThat(percent.restrains()).as("limits alone restrain nothing").isFalse();
    }

    @Test
    void aCapThatStandsIsNotLiftedByANewStart() {
        desk.close();
        set(ExposureCap.SETTING, "25");
        desk = opened();
        past();
        until(() -> board().state() == State.READY);
        assertThat(cap()).isEqualTo("25");

        set(RegimeSettings.GUIDE, "BTC-USDT 1m");
        until(() -> !cap().equals("25"));
        set(RegimeSettings.GUIDE, "");
        until(() -> cap().equals("off"));
    }
}
