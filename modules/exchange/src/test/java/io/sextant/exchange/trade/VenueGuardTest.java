package io.sextant.exchange.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.engine.core.Outcome;
import io.sextant.exchange.standin.account.BybitAccountDesk;
import io.sextant.exchange.standin.account.KrakenAccountDesk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A venue that takes back what works when a desk is gone does so then, not before, and only where a person wants that. */
class VenueGuardTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<KrakenAccountDesk> kraken = new ArrayList<>();
    private final List<BybitAccountDesk> bybit = new ArrayList<>();

    private LiveHistory atKraken(boolean guarded) {
        return begin(
                new LiveHistory(1, (time, plan, seed) -> KrakenLiveHistoriesTest.make(time, plan, seed, kraken::add)),
                guarded);
    }

    private LiveHistory atBybit(boolean allowed) {
        return begin(
                new LiveHistory(
                        1,
                        (time, plan, seed) -> BybitLiveHistoriesTest.make(time, plan, seed, desk -> {
                            desk.allowGuard(allowed);
                            bybit.add(desk);
                        })),
                true);
    }

    private static LiveHistory begin(LiveHistory history, boolean guarded) {
        history.awaitTrust(VenueTrust.AGREED);
        history.cancelOnDisconnect(guarded);
        return history;
    }

    /** An order far from the market that is known to work. */
    private static void rest(LiveHistory history) {
        assertThat(history.apply(history.restingBuy())).isInstanceOf(Outcome.Done.class);
        history.await(() -> history.account().open().size() == 1
                && history.working().getFirst().state() == OrderState.ACCEPTED);
    }

    @Test
    void krakenIsAskedToWaitOnWhileTheDeskLivesAndCancelsWhenItIsGone() {
        LiveHistory history = atKraken(true);
        assertThat(kraken.getFirst().timer().isSet()).as("nothing works yet").isFalse();
        rest(history);
        assertThat(kraken.getFirst().timer().isSet()).isTrue();
        history.pass(300 * SECOND);
        assertThat(history.account().open()).as("it is asked again and again").hasSize(1);
        assertThat(kraken.getFirst().timer().beats()).isGreaterThan(10);

        history.dieFor((VenueGuard.AFTER_SECONDS + 2) * SECOND);
        assertThat(history.account().open()).isEmpty();
        history.awaitTrust(VenueTrust.AGREED);
        history.await(() -> history.working().isEmpty());
    }

    @Test
    void krakenIsToldToForgetItWhenNothingWorksAnyMore() {
        LiveHistory history = atKraken(true);
        rest(history);
        history.apply(new CancelOrder(history.working().getFirst().id()));
        history.await(() -> history.working().isEmpty());
        history.pass(5 * SECOND);
        assertThat(kraken.getFirst().timer().isSet()).isFalse();
        int beats = kraken.getFirst().timer().beats();
        history.pass(120 * SECOND);
        assertThat(kraken.getFirst().timer().beats()).as("and left alone").isEqualTo(beats);
    }

    @Test
    void ordersStayWhereAPersonWantsThemToStay() {
        LiveHistory history = atKraken(false);
        rest(history);
        history.dieFor(180 * SECOND);
        assertThat(history.account().open()).hasSize(1);
        assertThat(kraken.getFirst().timer().beats()).isZero();

        history.awaitTrust(VenueTrust.AGREED);
        history.cancelOnDisconnect(true);
        history.pass(5 * SECOND);
        assertThat(kraken.getFirst().timer().isSet()).isTrue();
        history.cancelOnDisconnect(false);
        history.pass(5 * SECOND);
        assertThat(kraken.getFirst().timer().isSet()).isFalse();
    }

    @Test
    void aDeskThatComesBackInTimeKeepsItsOrders() {
        LiveHistory history = atKraken(true);
        rest(history);
        history.dieFor((VenueGuard.AFTER_SECONDS - 30) * SECOND);
        history.awaitTrust(VenueTrust.AGREED);
        history.pass(120 * SECOND);
        assertThat(history.account().open()).hasSize(1);
        assertThat(kraken.getFirst().timer().isSet()).isTrue();
    }

    @Test
    void bybitCancelsWhenTheStreamIsLostForLongAndNotForShort() {
        LiveHistory history = atBybit(true);
        rest(history);
        history.pass(5 * SECOND);
        assertThat(bybit.getFirst().isGuarding()).isTrue();
        bybit.getFirst().cutAll();
        history.pass(300 * SECOND);
        assertThat(history.account().open()).as("the stream came back").hasSize(1);
        assertThat(bybit.getFirst().isGuarding()).isTrue();

        history.dieFor((VenueGuard.AFTER_SECONDS + 20) * SECOND);
        assertThat(history.account().open()).isEmpty();
        history.awaitTrust(VenueTrust.AGREED);
    }

    @Test
    void anAccountThatBybitDoesNotGuardTradesAllTheSame() {
        LiveHistory history = atBybit(false);
        rest(history);
        history.pass(120 * SECOND);
        assertThat(bybit.getFirst().isGuarding()).isFalse();
        assertThat(history.account().open()).hasSize(1);
        assertThat(history.working())
                .singleElement()
                .satisfies(order -> assertThat(order.state()).isEqualTo(OrderState.ACCEPTED));
        history.awaitTrust(VenueTrust.AGREED);
    }

    @Test
    void aRefusalInTheMiddleThatPassesDoesNotStopKrakenFromBeingAsked() {
        LiveHistory history = atKraken(true);
        rest(history);
        for (String refusal :
                List.of("EAPI:Invalid nonce", "EGeneral:Temporary lockout", "EGeneral:Permission denied")) {
            history.pass(40 * SECOND);
            kraken.getFirst().timer().refuse(refusal);
            history.pass(VenueGuard.AFTER_SECONDS * SECOND);
            assertThat(kraken.getFirst().timer().refusalsLeft()).as(refusal).isZero();
            assertThat(kraken.getFirst().timer().isSet()).as(refusal).isTrue();
            assertThat(history.account().open()).as(refusal).hasSize(1);
        }
    }

    @Test
    void whatWasRefusedInTheMiddleIsForgottenAllTheSameWhenNothingWorks() {
        LiveHistory history = atKraken(true);
        rest(history);
        kraken.getFirst().timer().refuse("EGeneral:Permission denied");
        history.await(() -> kraken.getFirst().timer().refusalsLeft() == 0);
        history.apply(new CancelOrder(history.working().getFirst().id()));
        history.await(() -> history.working().isEmpty());
        history.pass(10 * SECOND);
        assertThat(kraken.getFirst().timer().isSet()).isFalse();
    }

    @Test
    void aKeyThatMayNotIsAskedAgainOnlyWhenAPersonSwitchesItOnAnew() {
        LiveHistory history = atKraken(true);
        kraken.getFirst().timer().refuse("EAPI:Invalid nonce");
        kraken.getFirst().timer().refuse("EGeneral:Permission denied");
        rest(history);
        history.pass(120 * SECOND);
        assertThat(kraken.getFirst().timer().refusalsLeft()).isZero();
        assertThat(kraken.getFirst().timer().beats()).isZero();
        assertThat(history.account().open()).hasSize(1);

        history.cancelOnDisconnect(false);
        history.cancelOnDisconnect(true);
        history.pass(5 * SECOND);
        assertThat(kraken.getFirst().timer().isSet()).isTrue();
    }

    @Test
    void aDeskThatClosesWithNothingWorkingLeavesWhatStandsByHand() {
        LiveHistory history = atKraken(true);
        rest(history);
        while (!history.account().open().isEmpty()) {
            history.account().step();
        }
        history.await(() -> history.working().isEmpty());
        assertThat(kraken.getFirst().timer().isSet()).as("not told yet").isTrue();
        history.placeByHand();
        history.closeAndPass(90 * SECOND);
        assertThat(history.account().open()).hasSize(1);
        assertThat(kraken.getFirst().timer().isSet()).isFalse();
    }

    @Test
    void aDeskThatClosesWithOrdersWorkingLeavesKrakenToCancelThem() {
        LiveHistory history = atKraken(true);
        rest(history);
        history.closeAndPass(90 * SECOND);
        assertThat(history.account().open()).isEmpty();
    }

    @Test
    void aStreamThatBybitDoesNotLetGuardIsAskedAgain() {
        LiveHistory history = atBybit(true);
        bybit.getFirst().allowGuardTopic(false);
        rest(history);
        history.pass(60 * SECOND);
        assertThat(bybit.getFirst().isGuarding()).isFalse();
        assertThat(history.account().open()).hasSize(1);

        bybit.getFirst().allowGuardTopic(true);
        history.pass(30 * SECOND);
        assertThat(bybit.getFirst().isGuarding()).isTrue();
    }
}
