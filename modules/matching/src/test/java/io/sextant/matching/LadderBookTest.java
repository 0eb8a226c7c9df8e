package io.sextant.matching;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static io.sextant.domain.order.BookEntry.FILL_OR_KILL;
import static io.sextant.domain.order.BookEntry.IMMEDIATE_OR_CANCEL;
import static io.sextant.domain.order.BookEntry.POST_ONLY;
import static io.sextant.domain.order.BookEntry.REST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LadderBookTest {

    private static final int ALICE = 1;
    private static final int PUBLIC = LadderBook.NO_OWNER;

    private final RecordingListener listener = new RecordingListener();
    private final LadderBook book = new LadderBook(listener);

    @Test
    void tradesBestPriceFirstAndOldestOrderFirst() {
        book.submit(1, PUBLIC, SELL, 102, 5, REST);
        book.submit(2, PUBLIC, SELL, 101, 3, REST);
        book.submit(3, PUBLIC, SELL, 101, 4, REST);
        listener.take();

        long traded = book.submit(4, PUBLIC, BUY, 102, 10, REST);

        assertThat(traded).isEqualTo(10);
        assertThat(listener.take())
                .containsExactly(
                        "#4(0) BUY 3@101 from #2(0) leaving 0",
                        "#4(0) BUY 4@101 from #3(0) leaving 0",
                        "SELL level 101 has 0",
                        "#4(0) BUY 3@102 from #1(0) leaving 2",
                        "SELL level 102 has 2");
        assertThat(book.isResting(4)).isFalse();
    }

    @Test
    void restsWhatDoesNotTradeAtTheLimit() {
        book.submit(1, PUBLIC, SELL, 101, 3, REST);

        long traded = book.submit(2, PUBLIC, BUY, 101, 5, REST);

        assertThat(traded).isEqualTo(3);
        assertThat(book.isEmpty(SELL)).isTrue();
        assertThat(book.bestTicks(BUY)).isEqualTo(101);
        assertThat(book.restingLots(2)).isEqualTo(2);
    }

    @Test
    void leavesNothingOfAnImmediateOrCancelOrder() {
        book.submit(1, PUBLIC, SELL, 101, 3, REST);

        long traded = book.submit(2, PUBLIC, BUY, 101, 5, IMMEDIATE_OR_CANCEL);

        assertThat(traded).isEqualTo(3);
        assertThat(book.isEmpty(BUY)).isTrue();
    }

    @Test
    void keepsThePlaceInTheQueueWhenOnlyTheQuantityShrinks() {
        book.submit(1, PUBLIC, BUY, 100, 5, REST);
        book.submit(2, PUBLIC, BUY, 100, 5, REST);

        book.amend(1, 100, 2, REST);

        assertThat(book.lotsAhead(1)).isZero();
        assertThat(book.lotsAhead(2)).isEqualTo(2);
    }

    @Test
    void losesThePlaceInTheQueueWhenTheQuantityGrows() {
        book.submit(1, PUBLIC, BUY, 100, 5, REST);
        book.submit(2, PUBLIC, BUY, 100, 5, REST);

        book.amend(1, 100, 6, REST);

        assertThat(book.lotsAhead(2)).isZero();
        assertThat(book.lotsAhead(1)).isEqualTo(5);
    }

    @Test
    void tradesAnOrderThatIsAmendedAcrossTheSpread() {
        book.submit(1, PUBLIC, BUY, 100, 5, REST);
        book.submit(2, PUBLIC, SELL, 102, 2, REST);

        long traded = book.amend(1, 102, 5, REST);

        assertThat(traded).isEqualTo(2);
        assertThat(book.restingTicks(1)).isEqualTo(102);
        assertThat(book.restingLots(1)).isEqualTo(3);
    }

    @Test
    void cancelsTheNewestOrderInsteadOfTradingWithItsOwnOwner() {
        book.submit(1, PUBLIC, SELL, 101, 2, REST);
        book.submit(2, ALICE, SELL, 102, 2, REST);
        book.submit(3, PUBLIC, SELL, 103, 2, REST);

        long traded = book.submit(4, ALICE, BUY, 103, 6, REST);

        assertThat(traded).isEqualTo(2);
        assertThat(book.isResting(4)).isFalse();
        assertThat(book.restingLots(2)).isEqualTo(2);
        assertThat(book.isEmpty(BUY)).isTrue();
    }

    @Test
    void answersThatAnUnknownOrderDoesNotRest() {
        assertThat(book.cancel(7)).isEqualTo(LadderBook.NOT_RESTING);
        assertThat(book.amend(7, 100, 1, REST)).isEqualTo(LadderBook.NOT_RESTING);
        assertThat(book.lotsAhead(7)).isEqualTo(LadderBook.NOT_RESTING);
        assertThat(book.restingLots(7)).isEqualTo(LadderBook.NOT_RESTING);
    }

    @Test
    void refusesAnOrderNumberThatRestsAlready() {
        book.submit(1, PUBLIC, BUY, 100, 5, REST);

        assertThatThrownBy(() -> book.submit(1, PUBLIC, BUY, 99, 5, REST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesTheBestLevelsBestFirst() {
        for (int i = 0; i < 30; i++) {
            book.submit(100 + i, PUBLIC, BUY, 100 - i, i + 1, REST);
        }
        long[] prices = new long[3];
        long[] lots = new long[3];

        assertThat(book.depth(BUY, prices, lots)).isEqualTo(3);
        assertThat(prices).containsExactly(100, 99, 98);
        assertThat(lots).containsExactly(1, 2, 3);
        assertThat(book.lotsAt(BUY, 71)).isEqualTo(30);
        assertThat(book.lotsAt(BUY, 70)).isZero();
    }

    @Test
    void anOrderThatMayOnlyRestIsTurnedAwayWhereItWouldTrade() {
        book.submit(1, PUBLIC, SELL, 101, 3, REST);

        assertThat(book.submit(2, PUBLIC, BUY, 101, 5, POST_ONLY)).isEqualTo(LadderBook.WOULD_TAKE);
        assertThat(book.submit(3, PUBLIC, BUY, 100, 5, POST_ONLY)).isZero();

        assertThat(book.isResting(2)).isFalse();
        assertThat(book.restingLots(3)).isEqualTo(5);
        assertThat(book.bestLots(SELL)).isEqualTo(3);
    }

    @Test
    void aFillOrKillOrderTradesWholeOrNotAtAll() {
        book.submit(1, PUBLIC, SELL, 101, 3, REST);
        book.submit(2, PUBLIC, SELL, 102, 3, REST);

        assertThat(book.submit(3, PUBLIC, BUY, 101, 4, FILL_OR_KILL)).isEqualTo(LadderBook.NOT_WHOLE);
        assertThat(book.submit(4, PUBLIC, BUY, 102, 7, FILL_OR_KILL)).isEqualTo(LadderBook.NOT_WHOLE);
        assertThat(book.bestLots(SELL)).isEqualTo(3);

        assertThat(book.submit(5, PUBLIC, BUY, 102, 6, FILL_OR_KILL)).isEqualTo(6);
        assertThat(book.isEmpty(SELL)).isTrue();
    }

    @Test
    void aFillOrKillOrderIsKilledWhereTheOwnersOtherOrderIsInItsWay() {
        book.submit(1, ALICE, SELL, 101, 3, REST);
        book.submit(2, PUBLIC, SELL, 101, 9, REST);

        assertThat(book.submit(3, ALICE, BUY, 101, 5, FILL_OR_KILL)).isEqualTo(LadderBook.NOT_WHOLE);
        assertThat(book.bestLots(SELL)).isEqualTo(12);
    }
}
