package io.sextant.execution.paper;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.execution.gate.TestGate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaperVenueTest {

    private static final long LATENCY = 5;

    private final TestGate gate = new TestGate(Shares.CATALOG);
    private final VenueStory story = new VenueStory();
    private final PaperVenue venue = new PaperVenue(2, LATENCY);

    /** Bids 100 x 50 and 99 x 80, asks 102 x 30 and 103 x 40 and 105 x 90. */
    @BeforeEach
    void showABook() {
        venue.connect(story);
        level(1, BUY, 100, 50);
        level(1, BUY, 99, 80);
        level(1, SELL, 102, 30);
        level(1, SELL, 103, 40);
        level(1, SELL, 105, 90);
    }

    @Test
    void saysNothingBeforeTheLatencyIsOver() {
        venue.submit(gate.order(1, 0, BUY, 10, 100), 10);
        assertThat(story.take()).isEmpty();
        assertThat(venue.nextNanos()).isEqualTo(15);
        venue.step();
        assertThat(story.take()).containsExactly("15 #1 accepted");
        assertThat(venue.nextNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void takesWhatIsShownLevelByLevelAndCancelsTheRestOfAnImmediateOrder() {
        send(1, BUY, 100, 104, true);
        assertThat(story.take())
                .containsExactly(
                        "15 #1 accepted",
                        "15 #1 fill 1: 30 at 102 taker",
                        "15 #1 fill 2: 40 at 103 taker",
                        "15 #1 cancelled");
    }

    @Test
    void restsWhatCouldNotTradeAtOnce() {
        send(1, SELL, 60, 100, false);
        assertThat(story.take()).containsExactly("15 #1 accepted", "15 #1 fill 1: 50 at 100 taker");
        venue.onTrade(0, 20, 100, 4, BUY);
        assertThat(story.take())
                .as("nothing of the market was ahead at 100")
                .containsExactly("20 #1 fill 2: 4 at 100 maker");
    }

    @Test
    void waitsForWhatIsAheadAtItsLevel() {
        send(1, BUY, 10, 100, false);
        trade(20, 100, 45, SELL);
        level(20, BUY, 100, 5);
        trade(21, 100, 5, BUY);
        trade(22, 100, 8, SELL);
        level(22, BUY, 100, 0);
        trade(23, 100, 100, SELL);
        assertThat(story.take())
                .as("45 and 5 of 8 were ahead; the trade against asks is nothing to a bid")
                .containsExactly("15 #1 accepted", "22 #1 fill 1: 3 at 100 maker", "23 #1 fill 2: 7 at 100 maker");
    }

    @Test
    void letsCancelsShrinkWhatIsAheadInProportion() {
        send(1, BUY, 10, 100, false);
        level(20, BUY, 100, 150);
        level(21, BUY, 100, 75);
        trade(22, 100, 25, SELL);
        assertThat(story.take()).as("half of 50 ahead is left").containsExactly("15 #1 accepted");
        trade(23, 100, 1, SELL);
        assertThat(story.take()).containsExactly("23 #1 fill 1: 1 at 100 maker");
    }

    @Test
    void roundsTheShareOfCancelsAgainstUs() {
        send(1, BUY, 10, 100, false);
        level(20, BUY, 100, 75);
        level(21, BUY, 100, 74);
        trade(22, 100, 50, SELL);
        assertThat(story.take()).as("two thirds of one cancelled lot are none").containsExactly("15 #1 accepted");
    }

    @Test
    void standsFirstInsideTheSpread() {
        send(1, BUY, 10, 101, false);
        trade(20, 101, 4, SELL);
        assertThat(story.take()).containsExactly("15 #1 accepted", "20 #1 fill 1: 4 at 101 maker");
    }

    @Test
    void isFilledWholeWhenThePriceTradesThrough() {
        send(1, BUY, 10, 100, false);
        trade(20, 99, 1, SELL);
        assertThat(story.take()).containsExactly("15 #1 accepted", "20 #1 fill 1: 10 at 100 maker");
    }

    @Test
    void isFilledWholeWhenSomebodyOffersThroughItsPrice() {
        send(1, BUY, 10, 100, false);
        level(20, SELL, 99, 1);
        assertThat(story.take()).containsExactly("15 #1 accepted", "20 #1 fill 1: 10 at 100 maker");
    }

    @Test
    void isFilledByWhatNewlyComesToItsPrice() {
        send(1, BUY, 10, 100, false);
        level(20, SELL, 100, 4);
        level(21, SELL, 100, 3);
        level(22, SELL, 100, 5);
        assertThat(story.take())
                .containsExactly("15 #1 accepted", "20 #1 fill 1: 4 at 100 maker", "22 #1 fill 2: 2 at 100 maker");
    }

    @Test
    void sharesATradeAmongOurOrdersInTheirOrder() {
        send(1, BUY, 10, 100, false);
        level(18, BUY, 100, 60);
        send(2, BUY, 10, 100, false);
        trade(30, 100, 55, SELL);
        trade(31, 100, 12, SELL);
        trade(32, 100, 10, SELL);
        assertThat(story.take())
                .as("50 market, 10 of #1, 10 market, 10 of #2")
                .containsExactly(
                        "15 #1 accepted",
                        "15 #2 accepted",
                        "30 #1 fill 1: 5 at 100 maker",
                        "31 #1 fill 2: 5 at 100 maker",
                        "32 #2 fill 3: 7 at 100 maker");
    }

    @Test
    void doesNotTakeTheSameLotsTwice() {
        send(1, BUY, 20, 102, true);
        send(2, BUY, 20, 102, true);
        level(20, SELL, 102, 35);
        send(3, BUY, 20, 102, true);
        level(30, SELL, 102, 0);
        level(31, SELL, 102, 30);
        send(4, BUY, 20, 102, true);
        assertThat(story.take().stream().filter(line -> line.contains("fill")))
                .containsExactly(
                        "15 #1 fill 1: 20 at 102 taker",
                        "15 #2 fill 2: 10 at 102 taker",
                        "15 #3 fill 3: 5 at 102 taker",
                        "15 #4 fill 4: 20 at 102 taker");
    }

    @Test
    void rejectsAnImmediateOrderWhenNobodyIsThere() {
        venue.submit(gate.order(1, 1, BUY, 10, 100, BookEntry.IMMEDIATE_OR_CANCEL), 10);
        venue.step();
        assertThat(story.take()).containsExactly("15 #1 rejected EMPTY_BOOK");
    }

    @Test
    void cancelsWhatRestsAndSaysWhenThereIsNothingToCancel() {
        send(1, BUY, 10, 100, false);
        venue.cancel(1, 20);
        venue.cancel(1, 21);
        venue.cancel(9, 22);
        venue.step();
        venue.step();
        venue.step();
        trade(40, 90, 5, SELL);
        assertThat(story.take())
                .containsExactly(
                        "15 #1 accepted",
                        "25 #1 cancelled",
                        "26 #1 cancel rejected ORDER_ALREADY_DONE",
                        "27 #9 cancel rejected UNKNOWN_ORDER");
    }

    @Test
    void keepsItsPlaceWhenAmendedToLessAtTheSamePrice() {
        send(1, BUY, 10, 100, false);
        level(18, BUY, 100, 90);
        amend(1, 8, 100);
        trade(30, 100, 58, SELL);
        assertThat(story.take())
                .containsExactly("15 #1 accepted", "25 #1 amended to 8 at 100", "30 #1 fill 1: 8 at 100 maker");
    }

    @Test
    void goesToTheEndWhenAmendedToMore() {
        send(1, BUY, 10, 100, false);
        level(18, BUY, 100, 90);
        amend(1, 12, 100);
        trade(30, 100, 90, SELL);
        trade(31, 100, 1, SELL);
        assertThat(story.take())
                .containsExactly("15 #1 accepted", "25 #1 amended to 12 at 100", "31 #1 fill 1: 1 at 100 maker");
    }

    @Test
    void takesWhatIsShownWhenAmendedAcrossTheSpread() {
        send(1, BUY, 10, 100, false);
        amend(1, 40, 102);
        trade(30, 102, 3, SELL);
        assertThat(story.take())
                .containsExactly(
                        "15 #1 accepted",
                        "25 #1 amended to 40 at 102",
                        "25 #1 fill 1: 30 at 102 taker",
                        "30 #1 fill 2: 3 at 102 maker");
    }

    @Test
    void refusesAmendsThatCannotBe() {
        send(1, BUY, 10, 101, false);
        trade(20, 101, 4, SELL);
        amend(1, 4, 101);
        amend(7, 4, 101);
        trade(40, 101, 6, SELL);
        amend(1, 20, 101);
        assertThat(story.take())
                .containsExactly(
                        "15 #1 accepted",
                        "20 #1 fill 1: 4 at 101 maker",
                        "25 #1 amend rejected BELOW_FILLED",
                        "25 #7 amend rejected UNKNOWN_ORDER",
                        "40 #1 fill 2: 6 at 101 maker",
                        "25 #1 amend rejected ORDER_ALREADY_DONE");
    }

    @Test
    void doesNotGuessWhatIsAheadWhereTheFeedDoesNotLook() {
        send(1, BUY, 10, 97, false);
        trade(20, 97, 500, SELL);
        level(21, BUY, 97, 70);
        trade(22, 97, 70, SELL);
        assertThat(story.take()).containsExactly("15 #1 accepted");
        trade(23, 97, 2, SELL);
        assertThat(story.take()).containsExactly("23 #1 fill 1: 2 at 97 maker");
    }

    @Test
    void keepsItsPlaceWhileItsLevelIsOutOfSight() {
        send(1, BUY, 10, 99, false);
        level(20, BUY, 99, 0);
        level(21, BUY, 99, 200);
        trade(22, 99, 81, SELL);
        assertThat(story.take())
                .as("80 were ahead when the level went out of sight")
                .containsExactly("15 #1 accepted", "22 #1 fill 1: 1 at 99 maker");
    }

    @Test
    void isFirstWhenALevelInSightIsGone() {
        send(1, BUY, 10, 100, false);
        level(20, BUY, 100, 0);
        level(21, BUY, 100, 200);
        trade(22, 100, 1, SELL);
        assertThat(story.take()).containsExactly("15 #1 accepted", "22 #1 fill 1: 1 at 100 maker");
    }

    @Test
    void worksFromQuotesAlone() {
        venue.onQuote(1, 1, 100, 50, 102, 30);
        venue.submit(gate.order(1, 1, BUY, 40, 102, BookEntry.IMMEDIATE_OR_CANCEL), 10);
        venue.submit(gate.order(2, 1, BUY, 10, 100), 10);
        venue.step();
        venue.step();
        venue.onQuote(1, 20, 100, 25, 102, 30);
        venue.onTrade(1, 21, 100, 26, SELL);
        venue.onQuote(1, 22, 98, 5, 99, 5);
        assertThat(story.take())
                .containsExactly(
                        "15 #1 accepted",
                        "15 #1 fill 1: 30 at 102 taker",
                        "15 #1 cancelled",
                        "15 #2 accepted",
                        "21 #2 fill 2: 1 at 100 maker",
                        "22 #2 fill 3: 9 at 100 maker");
    }

    @Test
    void isFirstWhenTheBestPriceFallsBehindIt() {
        venue.onQuote(1, 1, 100, 50, 102, 30);
        venue.submit(gate.order(1, 1, BUY, 10, 100), 10);
        venue.step();
        venue.onQuote(1, 20, 99, 50, 102, 30);
        venue.onTrade(1, 21, 100, 1, SELL);
        assertThat(story.take()).containsExactly("15 #1 accepted", "21 #1 fill 1: 1 at 100 maker");
    }

    @Test
    void tradesOnNothingAfterTheFeedLostTouch() {
        venue.onStatus(FeedStatus.DISCONNECTED, "gone");
        send(1, BUY, 10, 104, true);
        assertThat(story.take()).containsExactly("15 #1 rejected EMPTY_BOOK");
    }

    @Test
    void comesBackFromASnapshotAndGoesOnTheSame() {
        send(1, BUY, 10, 100, false);
        send(2, BUY, 20, 102, true);
        send(3, SELL, 5, 104, false);
        venue.submit(gate.order(4, 0, BUY, 30, 102, BookEntry.IMMEDIATE_OR_CANCEL), 20);
        venue.cancel(3, 21);
        venue.amend(gate.amend(1, 0, BUY, 9, 100), 22);
        StateBytes bytes = new StateBytes();
        venue.save(bytes);

        PaperVenue twin = new PaperVenue(2, LATENCY);
        VenueStory twinStory = new VenueStory();
        twin.connect(twinStory);
        twin.onLevel(1, 1, BUY, 77, 7);
        twin.submit(gate.order(8, 1, BUY, 30, 77), 20);
        twin.step();
        twin.load(StateBytes.reader(bytes.toByteArray()));
        twinStory.take();
        story.take();

        StateBytes again = new StateBytes();
        twin.save(again);
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
        for (PaperVenue each : new PaperVenue[] {venue, twin}) {
            while (each.nextNanos() != Long.MAX_VALUE) {
                each.step();
            }
            each.onTrade(0, 30, 100, 53, SELL);
        }
        assertThat(twinStory.take())
                .isEqualTo(story.take())
                .containsExactly(
                        "25 #4 accepted",
                        "25 #4 fill 2: 10 at 102 taker",
                        "25 #4 cancelled",
                        "26 #3 cancelled",
                        "27 #1 amended to 9 at 100",
                        "30 #1 fill 3: 3 at 100 maker");
    }

    @Test
    void refusesToWorkWithoutAListenerOrWithANegativeLatency() {
        PaperVenue alone = new PaperVenue(1, 0);
        alone.submit(gate.order(1, 0, BUY, 1, 100), 10);
        assertThatThrownBy(alone::step).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new PaperVenue(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void send(long id, Side side, long lots, long ticks, boolean immediate) {
        send(id, side, lots, ticks, immediate ? BookEntry.IMMEDIATE_OR_CANCEL : BookEntry.REST);
    }

    private void send(long id, Side side, long lots, long ticks, BookEntry entry) {
        venue.submit(gate.order(id, 0, side, lots, ticks, entry), 10);
        venue.step();
    }

    private void amend(long id, long lots, long ticks) {
        venue.amend(gate.amend(id, 0, BUY, lots, ticks), 20);
        venue.step();
    }

    private void level(long time, Side side, long ticks, long lots) {
        venue.onLevel(0, time, side, ticks, lots);
    }

    private void trade(long time, long ticks, long lots, Side aggressor) {
        venue.onTrade(0, time, ticks, lots, aggressor);
    }
}
