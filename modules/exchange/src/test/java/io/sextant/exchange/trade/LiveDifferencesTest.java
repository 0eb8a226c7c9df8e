package io.sextant.exchange.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.engine.core.Outcome;
import io.sextant.exchange.standin.account.TruthOrder;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs from a venue's books is told, keeps new orders back, and is booked only when a person says so. */
class LiveDifferencesTest {

    private final LiveHistory history = new LiveHistory(7, BinanceLiveHistoriesTest::make);

    @Test
    void aDepositDiffersUntilAPersonSettlesExactlyWhatWasShown() {
        history.awaitTrust(VenueTrust.AGREED);
        history.account().deposit("USDT", new BigDecimal("250"));
        history.awaitTrust(VenueTrust.DIFFERS);

        VenueChecked shown = newest();
        assertThat(shown.differences())
                .containsExactly(new VenueDifference(VenueDifference.Kind.BALANCE_DIFFERS, "USDT", "100000", "100250"));
        assertThat(history.apply(new SettleDifferences(shown.position() - 1, "not what was shown")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(history.apply(new SettleDifferences(shown.position(), "a deposit")))
                .isEqualTo(Outcome.DONE);
        history.awaitTrust(VenueTrust.AGREED);
    }

    @Test
    void whatWasToldOfADifferenceStaysAfterACrash() {
        history.awaitTrust(VenueTrust.AGREED);
        history.account().deposit("BTC", new BigDecimal("-1"));
        history.awaitTrust(VenueTrust.DIFFERS);
        history.flushAndDie();
        history.awaitTrust(VenueTrust.DIFFERS);
        assertThat(newest().differences())
                .containsExactly(new VenueDifference(VenueDifference.Kind.BALANCE_DIFFERS, "BTC", "2", "1"));
    }

    @Test
    void aVenueThatCannotBeAskedIsNotTakenForAnEmptyOne() {
        history.awaitTrust(VenueTrust.AGREED);
        history.goDark();
        history.awaitTrust(VenueTrust.UNREACHABLE);
        assertThat(newest().differences()).isEmpty();
        history.comeBack();
        history.awaitTrust(VenueTrust.AGREED);
    }

    @Test
    void anOrderThatWasChangedByHandDiffersAndSoDoesWhatItFillsBeyondOurBooks() {
        history.awaitTrust(VenueTrust.AGREED);
        assertThat(history.apply(history.restingBuy())).isInstanceOf(Outcome.Done.class);
        history.await(() -> history.account().open().size() == 1
                && history.working().getFirst().state() == OrderState.ACCEPTED);
        TruthOrder order = history.account().open().getFirst();
        long before = order.lots();
        history.account().amend(order.clientId(), before + 50, order.ticks());
        history.awaitTrust(VenueTrust.DIFFERS);
        assertThat(newest().differences())
                .containsExactly(new VenueDifference(
                        VenueDifference.Kind.QUANTITY_DIFFERS,
                        "1",
                        before + " lots to go",
                        before + 50 + " lots to go"));

        while (order.isOpen()) {
            history.account().step();
        }
        history.await(() -> kinds().contains(VenueDifference.Kind.FILL_MISSED)
                && kinds().contains(VenueDifference.Kind.BALANCE_DIFFERS));
        assertThat(newest().differences())
                .contains(new VenueDifference(
                        VenueDifference.Kind.FILL_MISSED, "1", "", order.filled() - booked() + " lots"));
        assertThat(history.apply(new SettleDifferences(newest().position(), "changed by hand")))
                .isEqualTo(Outcome.DONE);
        history.awaitTrust(VenueTrust.AGREED);
    }

    @Test
    void anOrderThatWasMadeSmallerByHandEndsWhenTheVenueHasFilledIt() {
        history.awaitTrust(VenueTrust.AGREED);
        history.apply(history.restingBuy());
        history.await(() -> history.account().open().size() == 1
                && history.working().getFirst().state() == OrderState.ACCEPTED);
        TruthOrder order = history.account().open().getFirst();
        history.account().amend(order.clientId(), order.lots() - 50, order.ticks());
        history.awaitTrust(VenueTrust.DIFFERS);
        while (order.isOpen()) {
            history.account().step();
        }
        history.await(() -> history.working().isEmpty());
        history.awaitTrust(VenueTrust.AGREED);
    }

    private List<VenueDifference.Kind> kinds() {
        return newest().differences().stream().map(VenueDifference::kind).toList();
    }

    private long booked() {
        return history.facts().stream()
                .filter(OrderFilled.class::isInstance)
                .mapToLong(fact -> history.lotsOf(((OrderFilled) fact).fill().quantity()))
                .sum();
    }

    private VenueChecked newest() {
        return history.facts().stream()
                .filter(VenueChecked.class::isInstance)
                .map(VenueChecked.class::cast)
                .max(Comparator.comparingLong(VenueChecked::position))
                .orElseThrow();
    }
}
