package io.sextant.engine.core;

import static io.sextant.engine.core.BreakerDesk.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The circuit breakers, each driven by what it watches: it trips, holds, and lets go. */
class BreakersTest {

    private static final long USD = 100_000_000;

    private final BreakerDesk desk = new BreakerDesk();

    @ParameterizedTest
    @EnumSource(Breaker.class)
    void tripsAtItsLimitAndIsCalmOnceItsFigureStayedAtHalfForTenSeconds(Breaker breaker) {
        Runnable story = switch (breaker) {
            case LOSS, DRAWDOWN -> () -> loses(breaker);
            case VOLATILITY -> this::swings;
            case SLIPPAGE -> this::slips;
            case REJECT_RATE -> this::isRejected;
            case FEED_SILENCE -> this::hearsNothing;
            case CLOCK_SKEW -> this::disagreesWithTheClock;
            case LATENCY -> this::waitsForAnswers;
        };
        story.run();
    }

    /** Ten lots lose five dollars a tick, and their fee was 6.20. */
    private void loses(Breaker breaker) {
        desk.limit(BreakerDesk.only(breaker, 1_000));
        desk.trade(Side.BUY, 10);
        desk.tick(desk.start - 198);
        desk.assertQuiet();
        desk.tick(desk.start - 199);
        desk.assertTripped(breaker, 1_001 * USD + USD / 5, 1_000 * USD);

        desk.tick(desk.start - 120);
        desk.pass(20);
        desk.assertStillTripped(breaker);
        desk.tick(desk.start - 90);
        desk.pass(9);
        desk.assertStillTripped(breaker);
        desk.pass(1);
        desk.assertCalm(breaker);
    }

    private void swings() {
        desk.limit(BreakerDesk.only(Breaker.VOLATILITY, 100));
        desk.tick(desk.start + desk.start / 10);
        desk.pass(70);
        desk.tick(desk.start);
        desk.pass(61);
        desk.assertQuiet();
        desk.trade(Side.BUY, 1);
        desk.tick(desk.start + desk.start / 100 - 1);
        desk.assertQuiet();
        desk.tick(desk.start + desk.start / 100);
        desk.assertTripped(Breaker.VOLATILITY, 100, 100);

        desk.pass(20);
        desk.tick(desk.start + desk.start * 3 / 1_000);
        desk.pass(25);
        desk.assertStillTripped(Breaker.VOLATILITY);
        desk.pass(26);
        desk.assertStillTripped(Breaker.VOLATILITY);
        desk.pass(3);
        desk.assertCalm(Breaker.VOLATILITY);
    }

    private void slips() {
        desk.limit(BreakerDesk.only(Breaker.SLIPPAGE, 50));
        desk.venue.fillsAt(desk.start + desk.start / 200 - desk.start / 10_000);
        buyThree();
        desk.assertQuiet();
        desk.pass(61);
        desk.venue.fillsAt(desk.start + desk.start / 200);
        buyThree();
        desk.assertTripped(Breaker.SLIPPAGE, 50, 50);

        desk.venue.fillsAt(desk.start - desk.start / 500);
        sellThree();
        desk.assertStillTripped(Breaker.SLIPPAGE);
        desk.pass(65);
        desk.assertStillTripped(Breaker.SLIPPAGE);
        desk.pass(10);
        desk.assertCalm(Breaker.SLIPPAGE);
    }

    private void isRejected() {
        desk.limit(BreakerDesk.only(Breaker.REJECT_RATE, 4));
        desk.venue.letsRest();
        desk.trade(Side.BUY, 1);
        desk.venue.rejects();
        buyThree();
        desk.assertQuiet();
        desk.trade(Side.BUY, 1);
        desk.assertTripped(Breaker.REJECT_RATE, 4, 4);
        assertThat(desk.session.apply(new CancelOrder(new OrderId(1)))).isEqualTo(Outcome.DONE);

        desk.pass(58);
        desk.assertStillTripped(Breaker.REJECT_RATE);
        desk.pass(9);
        desk.assertStillTripped(Breaker.REJECT_RATE);
        desk.pass(1);
        desk.assertCalm(Breaker.REJECT_RATE);
    }

    private void hearsNothing() {
        desk.limit(BreakerDesk.only(Breaker.FEED_SILENCE, 12 * SECOND));
        desk.silence(12 * SECOND - 1);
        desk.assertQuiet();
        desk.silence(1);
        desk.assertTripped(Breaker.FEED_SILENCE, 12 * SECOND, 12 * SECOND);

        desk.report();
        for (int i = 0; i < 5; i++) {
            desk.silence(9 * SECOND);
            desk.report();
        }
        desk.assertStillTripped(Breaker.FEED_SILENCE);
        desk.pass(10);
        desk.assertStillTripped(Breaker.FEED_SILENCE);
        desk.pass(1);
        desk.assertCalm(Breaker.FEED_SILENCE);
    }

    private void disagreesWithTheClock() {
        desk.limit(BreakerDesk.only(Breaker.CLOCK_SKEW, 4 * SECOND));
        desk.dates(4 * SECOND - 1);
        desk.pass(20);
        desk.assertQuiet();
        desk.dates(4 * SECOND);
        desk.pass(20);
        desk.assertTripped(Breaker.CLOCK_SKEW, 4 * SECOND, 4 * SECOND);

        desk.dates(3 * SECOND);
        desk.pass(20);
        desk.assertStillTripped(Breaker.CLOCK_SKEW);
        desk.dates(2 * SECOND);
        desk.pass(10);
        desk.assertStillTripped(Breaker.CLOCK_SKEW);
        desk.pass(1);
        desk.assertCalm(Breaker.CLOCK_SKEW);
    }

    private void waitsForAnswers() {
        desk.limit(BreakerDesk.only(Breaker.LATENCY, 5 * SECOND));
        desk.venue.answersAfter(5 * SECOND - 1);
        buyThree();
        desk.pass(70);
        desk.assertQuiet();
        desk.venue.answersAfter(5 * SECOND);
        buyThree();
        desk.pass(3);
        desk.assertQuiet();
        desk.pass(1);
        desk.assertTripped(Breaker.LATENCY, 5 * SECOND, 5 * SECOND);

        desk.venue.answersAfter(3 * SECOND);
        sellThree();
        desk.pass(2);
        desk.assertStillTripped(Breaker.LATENCY);
        desk.pass(66);
        desk.assertStillTripped(Breaker.LATENCY);
        desk.pass(2);
        desk.assertCalm(Breaker.LATENCY);
    }

    @Test
    void theWorseOfTwoHoldsAndBothAreNamed() {
        AccountLimits silent = BreakerDesk.only(Breaker.FEED_SILENCE, 30 * SECOND);
        desk.limit(new AccountLimits(
                silent.maxGrossExposure(),
                silent.maxLeverageHundredths(),
                silent.orders(),
                silent.cancels(),
                silent.executions(),
                silent.duplicateWindowNanos(),
                silent.preventSelfMatch(),
                silent.maxPriceAgeNanos(),
                silent.maxClockSkewNanos(),
                1_000,
                silent.maxDrawdown(),
                silent.cancelOnDisconnect(),
                silent.restricted(),
                silent.breakers()));
        desk.trade(Side.BUY, 10);
        desk.tick(desk.start - 300);
        desk.silence(30 * SECOND);

        assertThat(desk.facts(GateStateChanged.class))
                .extracting(GateStateChanged::to, GateStateChanged::reason)
                .containsExactly(tuple(GateState.REDUCING, "LOSS"), tuple(GateState.HALTED, "LOSS, FEED_SILENCE"));
        desk.pass(12);
        assertThat(desk.session.core().views().gate().state()).isEqualTo(GateState.REDUCING);
        assertThat(desk.session.core().views().gate().reason()).isEqualTo("LOSS");
    }

    @Test
    void aFeedThatIsOverIsNotASilentOne() {
        desk.limit(BreakerDesk.only(Breaker.FEED_SILENCE, 12 * SECOND));
        desk.feed.say(desk.nowNanos(), sink -> sink.onStatus(FeedStatus.ENDED, "the recording is over"));
        desk.runToNow();
        desk.silence(600 * SECOND);
        assertThat(desk.facts(BreakerChanged.class)).isEmpty();
    }

    private void buyThree() {
        three(Side.BUY);
    }

    private void sellThree() {
        three(Side.SELL);
    }

    private void three(Side side) {
        for (int i = 0; i < 3; i++) {
            desk.trade(side, 1);
            desk.pass(1);
        }
    }
}
