package io.sextant.exchange.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.exchange.standin.CoinbaseShape;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.AgainstTruth.Tally;
import io.sextant.exchange.testing.BadDays;
import io.sextant.exchange.testing.BookWitness.Claim;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Coinbase on bad days of every kind. */
class CoinbaseFaultHistoriesTest {

    @Test
    @Tag("scaled")
    void everyHistoryGivesTheTruthOrSaysWhatIsNot() {
        Tally all = new BadDays(
                        CoinbaseShape::new,
                        List.of(ListedPair.BTC_USD, ListedPair.ETH_USD),
                        Claim.AFTER_SOME_UPDATE,
                        (exchange, time, random) -> new VirtualCoinbase(exchange, time))
                .all();
        assertThat(all.compared())
                .as("bars that were not marked, of which %d were", all.marked())
                .isGreaterThan(2 * all.marked());
    }
}
