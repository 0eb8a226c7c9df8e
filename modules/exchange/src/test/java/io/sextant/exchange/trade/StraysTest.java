package io.sextant.exchange.trade;

import static io.sextant.exchange.trade.DeskByHand.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.exchange.port.OrderSight.Status;
import io.sextant.execution.outside.VenueReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens at the venue under our own names though it is over here. */
class StraysTest {

    private final DeskByHand by = new DeskByHand();
    private final ScriptedVenue venue = by.venue;

    private VenueChecked newest() {
        return by.desk.facts().stream()
                .filter(VenueChecked.class::isInstance)
                .map(VenueChecked.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void anOrderOfOursThatIsOverHereIsCancelledAtTheVenue() {
        OrderId order = by.buy(10);
        by.pass(SECOND);
        by.apply(new CancelOrder(order));
        by.pass(SECOND);
        assertThat(by.state(order)).isEqualTo(OrderState.CANCELLED);
        venue.asked.clear();
        venue.open = List.of(ScriptedVenue.sight(by.name(order, 0), Status.OPEN, 10, 0));
        venue.cancelling = key -> {
            venue.open = List.of();
            return ScriptedVenue.sight(key.clientId(), Status.CANCELLED, 10, 0);
        };

        by.pass(70 * SECOND);

        assertThat(venue.count("cancel " + by.name(order, 0))).isEqualTo(1);
        by.pass(70 * SECOND);
        assertThat(by.trust()).isEqualTo(VenueTrust.AGREED);
    }

    @Test
    void anOrderUnderOurOwnNameCannotBeLeftAlone() {
        venue.open = List.of(ScriptedVenue.sight(by.name(new OrderId(99), 0), Status.OPEN, 10, 0));
        venue.cancelling = key -> ScriptedVenue.sight(key.clientId(), Status.OPEN, 10, 0);
        venue.stream.onUnclear("a reason to read");
        by.pass(10 * SECOND);
        assertThat(by.trust()).isEqualTo(VenueTrust.DIFFERS);

        by.apply(new SettleDifferences(newest().position(), "leave it"));
        by.pass(30 * SECOND);

        assertThat(by.trust()).isEqualTo(VenueTrust.DIFFERS);
        assertThat(venue.count("cancel")).isGreaterThan(1);
    }

    @Test
    void anOrderOfSomebodyElseIsLeftAloneWhenAPersonSaysSo() {
        venue.open = List.of(ScriptedVenue.sight("web-1", Status.OPEN, 10, 0));
        venue.stream.onUnclear("a reason to read");
        by.pass(10 * SECOND);
        assertThat(by.trust()).isEqualTo(VenueTrust.DIFFERS);

        by.apply(new SettleDifferences(newest().position(), "leave it"));
        by.pass(30 * SECOND);

        assertThat(by.trust()).isEqualTo(VenueTrust.AGREED);
        assertThat(venue.count("cancel")).isZero();
    }

    @Test
    void anExecutionThatNoOrderHereCanTakeInIsADifferenceUntilItIsSettled() {
        venue.stream.onTrade(ScriptedVenue.trade(by.name(new OrderId(99), 0), 71, 3));
        by.pass(10 * SECOND);

        assertThat(by.trust()).isEqualTo(VenueTrust.DIFFERS);
        assertThat(newest().differences())
                .extracting(VenueDifference::kind)
                .containsExactly(VenueDifference.Kind.FILL_MISSED);
        by.apply(new SettleDifferences(newest().position(), "seen"));
        by.pass(30 * SECOND);
        assertThat(by.trust()).isEqualTo(VenueTrust.AGREED);
    }

    @Test
    void anExecutionOfAnOrderThatTheEngineForgotIsADifferenceThatOutlivesAReading() {
        by.desk.core().onVenueReport(new VenueReport.Filled(99, 71, by.time.nanos(), 5_000_000, 3, true, "USDT", 0));
        assertThat(by.trust()).isEqualTo(VenueTrust.DIFFERS);
        venue.stream.onUnclear("a reason to read");
        by.pass(10 * SECOND);

        assertThat(newest().differences()).extracting(VenueDifference::subject).containsExactly("99/71");
        by.apply(new SettleDifferences(newest().position(), "seen"));
        by.pass(30 * SECOND);
        assertThat(by.trust()).isEqualTo(VenueTrust.AGREED);
    }
}
