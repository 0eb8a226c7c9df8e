package io.sextant.exchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.exchange.standin.KrakenShape;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.AgainstTruth.Tally;
import io.sextant.exchange.testing.BadDays;
import io.sextant.exchange.testing.BookWitness.Claim;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kraken on bad days of every kind. */
class KrakenFaultHistoriesTest {

    @Test
    @Tag("scaled")
    void everyHistoryGivesTheTruthOrSaysWhatIsNot() {
        Tally all = new BadDays(
                        KrakenShape::new,
                        List.of(ListedPair.BTC_USD, ListedPair.ETH_USD),
                        Claim.TEN_BEST_AFTER_SOME_UPDATE,
                        (exchange, time, random) -> new VirtualKraken(exchange, time))
                .all();
        assertThat(all.compared())
                .as("bars that were not marked, of which %d were", all.marked())
                .isGreaterThan(2 * all.marked());
    }
}
