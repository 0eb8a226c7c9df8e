package io.sextant.exchange.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.exchange.port.PublicTrade;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeSequencerTest {

    private final List<Long> told = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private boolean room = true;
    private final TradeSequencer trades = new TradeSequencer(new TradeSequencer.Sink() {

        @Override
        public boolean tell(PublicTrade trade) {
            if (room) {
                told.add(trade.id());
            }
            return room;
        }

        @Override
        public void onMissing(long fromId, long toId, long fromNanos, long toNanos) {
            missing.add(fromId + "-" + toId);
        }

        @Override
        public void onOutOfTime(PublicTrade trade, long afterNanos) {
            missing.add("late " + trade.id());
        }
    });

    @Test
    void tellsEachTradeOnceInTheOrderOfIds() {
        add(7, 8, 8, 10, 9, 7);
        assertThat(told).containsExactly(7L, 8L, 9L, 10L);
        assertThat(trades.duplicates()).isEqualTo(2);
    }

    @Test
    void holdsBackWhatComesAfterAHoleUntilItIsFilled() {
        add(1, 4, 5);
        assertThat(told).containsExactly(1L);
        assertThat(trades.hasHole()).isTrue();
        assertThat(trades.nextMissingId()).isEqualTo(2);
        assertThat(trades.lastUnbrokenNanos()).isEqualTo(1);
        trades.refill(List.of(trade(3, 3), trade(2, 2), trade(4, 4)));
        tellAll();
        assertThat(told).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(trades.hasHole()).isFalse();
    }

    @Test
    void namesWhatIsMissingWhenItIsGivenUp() {
        add(1, 4, 5, 9);
        trades.giveUp();
        tellAll();
        assertThat(told).containsExactly(1L, 4L, 5L);
        assertThat(missing).containsExactly("2-3");
        assertThat(trades.hasHole()).isTrue();
    }

    @Test
    void offersATradeAgainWhenThereWasNoRoom() {
        room = false;
        add(1, 2);
        assertThat(told).isEmpty();
        room = true;
        tellAll();
        assertThat(told).containsExactly(1L, 2L);
    }

    @Test
    void marksATradeThatIsOlderThanTheOneBefore() {
        trades.add(trade(1, 50));
        trades.add(trade(2, 40));
        tellAll();
        assertThat(missing).containsExactly("late 2");
    }

    @Test
    void keepsNoMoreThanItsBound() {
        room = false;
        for (int id = 1; id <= TradeSequencer.MOST_WAITING + 500; id++) {
            trades.add(trade(id, id));
        }
        assertThat(trades.waiting()).isEqualTo(TradeSequencer.MOST_WAITING);
        room = true;
        tellAll();
        trades.add(trade(TradeSequencer.MOST_WAITING + 501, 1));
        assertThat(trades.hasHole()).isTrue();
        assertThat(trades.nextMissingId()).isEqualTo(TradeSequencer.MOST_WAITING + 1);
    }

    private void add(long... ids) {
        for (long id : ids) {
            trades.add(trade(id, id));
            tellAll();
        }
    }

    private void tellAll() {
        while (trades.peekNanos() != TradeSequencer.NONE && trades.tellNext()) {
            // Each turn tells one.
        }
    }

    private static PublicTrade trade(long id, long timeNanos) {
        return new PublicTrade(id, timeNanos, 100, 1, Side.BUY);
    }
}
