package io.sextant.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.AgainstTruth.Tally;
import io.sextant.exchange.testing.BadDays;
import io.sextant.exchange.testing.BookWitness.Claim;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Binance on bad days of every kind. */
class BinanceFaultHistoriesTest {

    @Test
    @Tag("scaled")
    void everyHistoryGivesTheTruthOrSaysWhatIsNot() {
        Tally all = days().all();
        assertThat(all.compared())
                .as("bars that were not marked, of which %d were", all.marked())
                .isGreaterThan(2 * all.marked());
    }

    /** Polling fell behind, a trade a poll, while every trade that it had asked for was there. */
    @Test
    void answersOfOneTradeEachDoNotLeavePollingBehind() {
        assertThat(days().history(2_241).compared()).isPositive();
    }

    private static BadDays days() {
        return new BadDays(
                BinanceShape::new,
                List.of(ListedPair.BTC_USDT, ListedPair.ETH_USDT),
                Claim.NAMES_UPDATE,
                (exchange, time, random) -> new VirtualBinance(exchange, time, random, 1 + random.nextInt(60)));
    }
}
