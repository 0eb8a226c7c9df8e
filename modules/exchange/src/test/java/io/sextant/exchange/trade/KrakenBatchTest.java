package io.sextant.exchange.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.engine.core.Outcome;
import io.sextant.exchange.standin.account.KrakenAccountDesk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many cancels at Kraken's stand-in. */
class KrakenBatchTest {

    private static final int ORDERS = 60;

    @Test
    void manyCancelsTakeFewRequestsAndAllOrdersEnd() {
        List<KrakenAccountDesk> desk = new ArrayList<>();
        LiveHistory history =
                new LiveHistory(1, (time, plan, seed) -> KrakenLiveHistoriesTest.make(time, plan, seed, desk::add));
        history.awaitTrust(VenueTrust.AGREED);
        for (int i = 0; i < ORDERS; i++) {
            assertThat(history.apply(history.restingBuy())).isInstanceOf(Outcome.Done.class);
        }
        history.await(() -> history.account().open().size() == ORDERS);
        history.working().forEach(order -> history.apply(new CancelOrder(order.id())));
        history.await(() -> history.working().isEmpty());

        assertThat(history.account().open()).isEmpty();
        List<Integer> batches = desk.getFirst().batches();
        assertThat(batches).isNotEmpty().allSatisfy(size -> assertThat(size).isBetween(2, 50));
        assertThat(batches.stream().mapToInt(size -> size).sum())
                .as("few left alone")
                .isGreaterThanOrEqualTo(ORDERS - 5);
        history.awaitTrust(VenueTrust.AGREED);
    }
}
