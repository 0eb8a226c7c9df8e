package io.sextant.exchange.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.exchange.standin.account.TruthOrder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A desk's books against what is true at its venue: what works, and what is held. */
final class BooksComparison {

    private BooksComparison() {}

    static void of(LiveDesk desk, LiveHistory.Venue venue, long startNanos) {
        ClientIds ids = new ClientIds(startNanos);
        assertThat(desk.core().reconciliation().trust())
                .as(desk.core().reconciliation().reason())
                .isEqualTo(VenueTrust.AGREED);
        Map<Long, Long> openThere = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (TruthOrder order : venue.account().orders()) {
            assertThat(names.add(order.clientId()))
                    .as("%s was placed once", order.clientId())
                    .isTrue();
            if (order.isOpen()) {
                long id = ids.find(order.clientId()).orElseThrow().orderId();
                assertThat(openThere.put(id, order.lots() - order.filled()))
                        .as("order %d works once", id)
                        .isNull();
            }
        }
        Map<Long, Long> openHere = new HashMap<>();
        desk.state()
                .workingOrders()
                .forEach(order -> openHere.put(
                        order.id().value(), venue.listing().instrument().lotsOf(order.remaining())));
        assertThat(openHere).as("what is left of working orders").isEqualTo(openThere);
        compareHoldings(desk.state(), venue);
    }

    private static void compareHoldings(DeskState state, LiveHistory.Venue venue) {
        Instrument instrument = venue.listing().instrument();
        BigDecimal cash = state.account().cash().stream()
                .filter(one -> one.currency().equals(instrument.quote()))
                .map(one -> BigDecimal.valueOf(one.units(), one.currency().scale()))
                .findFirst()
                .orElseThrow();
        String base = venue.exchange().all().getFirst().pair().base();
        String quote = venue.exchange().all().getFirst().pair().quote();
        assertThat(cash)
                .as("cash")
                .isEqualByComparingTo(venue.account().balances().get(quote));
        BigDecimal held = state.positions().stream()
                .map(one -> new BigDecimal(one.signedText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(held.add(BigDecimal.TWO))
                .as("position")
                .isEqualByComparingTo(venue.account().balances().get(base));
    }
}
