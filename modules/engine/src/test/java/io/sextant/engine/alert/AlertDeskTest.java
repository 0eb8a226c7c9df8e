package io.sextant.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertConditions;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.AlertPlan;
import io.sextant.domain.alert.AlertPlan.Repetition;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.domain.alert.AlertState.Phase;
import io.sextant.domain.alert.QuietHours;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimeSwitch;
import io.sextant.domain.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertDeskTest {

    private static final Repetition AGAIN = new Repetition(false, 500, Duration.ZERO);

    private final ScriptedDesk desk = new ScriptedDesk();
    private long nowNanos = Instant.parse("2026-03-28T12:00:00Z").getEpochSecond() * 1_000_000_000L;
    private AlertDesk alerts = open();

    private static final class NoScheduler implements Scheduler {
        @Override
        public Cancellable every(long periodNanos, Runnable task) {
            return () -> {};
        }

        @Override
        public Cancellable after(long delayNanos, Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private AlertDesk open() {
        return new AlertDesk(desk, () -> nowNanos, new NoScheduler());
    }

    @BeforeEach
    void begin() {
        alerts.begin(desk.position());
    }

    @AfterEach
    void close() {
        alerts.close();
    }

    private void reopen() {
        alerts.close();
        alerts = open();
        alerts.begin(desk.position());
    }

    private AlertPlan plan(String condition, Repetition how) {
        return new AlertPlan(
                "a",
                AlertConditions.parse(condition),
                AlertPriority.WARNING,
                how,
                Optional.empty(),
                0,
                List.of("mail"),
                false,
                nowNanos,
                desk.marketNanos);
    }

    private void add(AlertPlan plan) {
        desk.submit(new CommandKey("by hand"), plan.toSetting());
    }

    /** The next thing that the alerts themselves wrote. */
    private ChangeSetting next(String prefix) throws InterruptedException {
        while (true) {
            ChangeSetting change = desk.changes.poll(120, TimeUnit.SECONDS);
            assertThat(change).as("gave up waiting for " + prefix).isNotNull();
            if (change.key().startsWith(prefix)) {
                return change;
            }
        }
    }

    private AlertFiring nextFiring() throws InterruptedException {
        ChangeSetting change = next("alert.fired.");
        return AlertFiring.findIn(java.util.Map.entry(change.key(), change.value()))
                .orElseThrow();
    }

    private Phase phase() {
        return AlertBook.of(desk.settings).find("a").orElseThrow().state().phase();
    }

    @Test
    void firesAtATouchBetweenTwoPicturesOnceAndAgainAfterThePriceWasBack() throws Exception {
        add(plan("price BTC-USDT below 50000", AGAIN));
        // The market at 60 000 is looked at when the alert is made; the first bar shows an older low that is not its
        // business.
        AlertPlan marker = AlertPlan.once(AlertConditions.parse("price BTC-USDT above 60400"), nowNanos, 0);
        add(marker);
        awaitFollowing();
        desk.price(ScriptedDesk.BTC, 49_000, 61_000, 60_500);
        assertThat(nextFiring().alert()).isEqualTo(marker.name());
        desk.marketNanos += ScriptedDesk.MINUTE;
        desk.price(ScriptedDesk.BTC, 49_990.5, 60_100, 60_050);
        AlertFiring first = nextFiring();
        assertThat(first.value()).isEqualTo("49990.5");
        assertThat(first.number()).isEqualTo(2);
        assertThat(first.marketNanos()).isEqualTo(desk.marketNanos);
        assertThat(first.channels()).containsExactly("mail");

        desk.price(ScriptedDesk.BTC, 49_990.5, 60_100, 60_040);
        next("alert.state.");
        assertThat(phase()).isEqualTo(Phase.ARMED);
        desk.price(ScriptedDesk.BTC, 49_000, 60_100, 49_000);
        assertThat(nextFiring().value()).isEqualTo("49000");
        assertThat(AlertBook.of(desk.settings).find("a").orElseThrow().state().fired())
                .isEqualTo(2);
    }

    private void awaitFollowing() {
        while (true) {
            synchronized (desk) {
                if (desk.listeners.keySet().stream()
                        .anyMatch(topic -> topic instanceof io.sextant.domain.request.Topic.Bars)) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void isTrueWhenItIsMadeSoItFiresAtOnceAndOnceMeansOnceOverARestart() throws Exception {
        desk.last = 49_000;
        add(plan("price BTC-USDT below 50000", Repetition.ONCE));
        assertThat(nextFiring().value()).isEqualTo("49000");
        assertThat(phase()).isEqualTo(Phase.SPENT);

        reopen();
        desk.last = 48_000;
        alerts.look();
        assertThat(awaitMarker()).isEqualTo(2);
        assertThat(AlertBook.of(desk.settings).find("a").orElseThrow().state().fired())
                .isEqualTo(1);
    }

    /** Everything that was asked before it was done when it fires; its number says how many fired before. */
    private long awaitMarker() throws InterruptedException {
        desk.drawdown = 0.5;
        add(AlertPlan.once(AlertConditions.parse("risk drawdown above 1%"), nowNanos, 0));
        AlertFiring next = nextFiring();
        assertThat(next.condition()).startsWith("risk drawdown");
        return next.number();
    }

    @Test
    void aFiringThatACrashCutOffIsToldWhenTheDeskOpensAgainAndNotTwice() throws Exception {
        desk.last = 49_000;
        desk.dropsFirings = true;
        add(plan("price BTC-USDT below 50000", AGAIN));
        next("alert.state.");
        alerts.close();
        assertThat(desk.settings.keySet()).noneMatch(key -> key.startsWith("alert.fired."));

        desk.dropsFirings = false;
        reopen();
        assertThat(nextFiring().value()).isEqualTo("49000");
        alerts.look();
        assertThat(awaitMarker()).isEqualTo(2);
        assertThat(AlertBook.of(desk.settings).told()).hasSize(2);
    }

    @Test
    void theStateOfARemovedAlertIsForgottenWhenTheDeskOpensAgain() throws Exception {
        desk.last = 49_000;
        add(plan("price BTC-USDT below 50000", Repetition.ONCE));
        nextFiring();
        desk.submit(new CommandKey("by hand"), AlertPlan.removal("a"));
        reopen();
        awaitMarker();
        assertThat(desk.settings.get("alert.state.a")).isEmpty();
        assertThat(AlertBook.of(desk.settings).orphans()).isEmpty();
    }

    @Test
    void whatWasToldBeforeARestIsNotToldAgainAfterIt() throws Exception {
        AlertPlan plan = plan("news BTC-USDT hack", AGAIN);
        add(plan);
        desk.happen(news("One hack", 1_002));
        assertThat(nextFiring().value()).isEqualTo("One hack");
        add(plan.asPaused(true, nowNanos + 1, plan.sinceMarketNanos()));
        add(plan.asPaused(false, nowNanos + 2, plan.sinceMarketNanos()));
        reopen();
        assertThat(awaitMarker()).isEqualTo(2);
    }

    private boolean isKept(String key) {
        synchronized (desk) {
            return desk.settings.containsKey(key);
        }
    }

    @Test
    void whatABusyEngineRefusedToKeepIsKeptAtTheNextLook() throws Exception {
        desk.isBusy = true;
        desk.last = 49_000;
        add(plan("price BTC-USDT below 50000", AGAIN));
        // Its state and its firing.
        assertThat(desk.refusals.poll(120, TimeUnit.SECONDS)).isNotNull();
        assertThat(desk.refusals.poll(120, TimeUnit.SECONDS)).isNotNull();
        desk.isBusy = false;
        for (int looks = 0; !isKept("alert.fired.1") && looks < 10_000; looks++) {
            alerts.look();
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(nextFiring().value()).isEqualTo("49000");
        awaitMarker();
        assertThat(phase()).isEqualTo(Phase.LATCHED);
    }

    @Test
    void anEngineThatHadNoPlaceForASubscriptionIsAskedAgain() throws Exception {
        desk.isFull = true;
        add(plan("price BTC-USDT below 50000", AGAIN));
        assertThat(desk.turnedAway.poll(120, TimeUnit.SECONDS)).isNotNull();
        desk.isFull = false;
        alerts.look();
        assertThat(awaitMarker()).isEqualTo(1);
        desk.price(ScriptedDesk.BTC, 49_000, 61_000, 49_000);
        assertThat(nextFiring().value()).isEqualTo("49000");
    }

    @Test
    void closesWhatWasBegunWhileItWasClosing() throws Exception {
        desk.mayTellInstruments.drainPermits();
        add(plan("price BTC-USDT below 50000", AGAIN));
        while (!desk.mayTellInstruments.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        Thread closer = Thread.ofPlatform().start(alerts::close);
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        desk.mayTellInstruments.release(1_000);
        closer.join();
        assertThat(desk.listeners).isEmpty();
    }

    @Test
    void thePauseOfANumberIsMeasuredFromWhenItFiredAndNotFromItsBarsBeginning() throws Exception {
        desk.marketNanos += 50_000_000_000L;
        add(plan("price BTC-USDT below 50000", new Repetition(false, 500, Duration.ofMinutes(1))));
        awaitFollowing();
        desk.price(ScriptedDesk.BTC, 49_000, 61_000, 49_000);
        nextFiring();
        desk.price(ScriptedDesk.BTC, 49_000, 61_000, 60_000);
        next("alert.state.");
        // 65 seconds later, but the bar of that trade begins 15 seconds after the firing.
        desk.marketNanos += 65_000_000_000L;
        desk.price(ScriptedDesk.BTC, 48_000, 48_000, 48_000);
        assertThat(nextFiring().value()).isEqualTo("48000");
    }

    @Test
    void whatHappenedIsToldOnceHoweverOftenItIsHeardAndNothingFromBeforeTheAlert() throws Exception {
        desk.happen(news("Exchange HACKED, says nobody", 999));
        add(plan("news BTC-USDT hack", AGAIN));
        desk.happen(news("A quiet day", 1_001));
        desk.happen(news("Another hack", 1_002));
        assertThat(nextFiring().value()).isEqualTo("Another hack");
        reopen();
        desk.happen(news("Hack again", 1_003));
        AlertFiring second = nextFiring();
        assertThat(second.value()).isEqualTo("Hack again");
        assertThat(second.number()).isEqualTo(2);
    }

    private HeadlinePublished news(String text, long minute) {
        long at = minute * ScriptedDesk.MINUTE;
        return new HeadlinePublished(
                desk.position() + 1, at, new Headline(at, List.of(ScriptedDesk.BTC), "", List.of(), text, "test"));
    }

    @Test
    void whatHappenedJustBeforeACrashIsToldAfterIt() throws Exception {
        add(plan("feed trouble", AGAIN));
        alerts.close();
        desk.happen(new FeedChanged(
                desk.position() + 1, desk.marketNanos + 5, "binance", FeedStatus.DISCONNECTED, "no route"));
        reopen();
        assertThat(nextFiring().value()).isEqualTo("binance disconnected no route");
    }

    @Test
    void aPauseBetweenTwoFiringsLeavesOutWhatComesTooSoon() throws Exception {
        add(plan("news any", new Repetition(false, 0, Duration.ofMinutes(10))));
        desk.happen(news("one", 1_001));
        desk.happen(news("two", 1_005));
        assertThat(nextFiring().value()).isEqualTo("one");
        desk.happen(news("three", 1_011));
        assertThat(nextFiring().value()).isEqualTo("three");
    }

    @Test
    void aDangerIsToldWhenItBeginsAndNotWhenOneFollowsAnother() throws Exception {
        add(plan("regime BTC-USDT 1h danger", AGAIN));
        desk.happen(regime(RegimeName.RANGE, RegimeName.TURBULENT));
        desk.happen(regime(RegimeName.TURBULENT, RegimeName.CRASH));
        assertThat(nextFiring().value()).isEqualTo("turbulent 91%");
        desk.happen(regime(RegimeName.CRASH, RegimeName.RANGE));
        desk.happen(regime(RegimeName.RANGE, RegimeName.CRASH));
        assertThat(nextFiring().value()).isEqualTo("crash 91%");
    }

    private RegimeChanged regime(RegimeName before, RegimeName now) {
        return new RegimeChanged(
                desk.position() + 1,
                desk.marketNanos,
                new RegimeSwitch(ScriptedDesk.BTC, Timeframe.H1, before, now, 91, desk.marketNanos));
    }

    @ParameterizedTest
    @CsvSource({"risk drawdown above 10%, 12.5", "risk exposure above 80%, 90", "risk var below 1%, 0"})
    void figuresOfRiskAreWatchedByTheClock(String condition, String value) throws Exception {
        desk.drawdown = 0.125;
        desk.gross = 900;
        add(plan(condition, AGAIN));
        assertThat(nextFiring().value()).isEqualTo(value);
    }

    @Test
    void anIndicatorIsReadFromBarsThatAreOver() throws Exception {
        int size = 60;
        long[] times = new long[size];
        double[] closes = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = i * 60L * ScriptedDesk.MINUTE;
            // Rises all along: the relative strength index is 1. The bar that still forms falls.
            closes[i] = i == size - 1 ? 1 : 100 + i;
        }
        desk.past = new BarSeries(times, closes, closes, closes, closes, closes, size);
        add(plan("indicator BTC-USDT 1h rsi_14 above 0.7", AGAIN));
        assertThat(nextFiring().value()).isEqualTo("1");
    }

    @Test
    void quietHoursHoldBackAllButTheUrgentAndAnExpiredAlertIsSilent() throws Exception {
        desk.last = 49_000;
        Optional<QuietHours> quiet = Optional.of(QuietHours.parse("11:00 14:30 UTC"));
        add(once("over", AlertPriority.INFO, quiet, nowNanos));
        add(once("ERROR", AlertPriority.ERROR, quiet, 0));
        add(once("URGENT", AlertPriority.URGENT, quiet, 0));
        AlertFiring held = nextFiring();
        assertThat(held.priority()).isEqualTo(AlertPriority.ERROR);
        assertThat(Instant.ofEpochSecond(0, held.notBeforeNanos())).isEqualTo(Instant.parse("2026-03-28T14:30:00Z"));
        AlertFiring urgent = nextFiring();
        assertThat(urgent.priority()).isEqualTo(AlertPriority.URGENT);
        assertThat(urgent.notBeforeNanos()).isEqualTo(nowNanos);
    }

    private AlertPlan once(String name, AlertPriority priority, Optional<QuietHours> quiet, long untilNanos) {
        return new AlertPlan(
                name,
                plan("price BTC-USDT below 50000", Repetition.ONCE).condition(),
                priority,
                Repetition.ONCE,
                quiet,
                untilNanos,
                List.of(),
                false,
                nowNanos,
                0);
    }
}
