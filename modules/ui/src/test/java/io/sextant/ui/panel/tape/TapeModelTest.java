package io.sextant.ui.panel.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.TapeTrade;
import io.sextant.ui.testing.FakeInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TapeModelTest {

    private static final Instrument SHARE = FakeInstruments.CATALOG.getInstrument(FakeInstruments.HALO);

    private final TapeModel model = new TapeModel();

    @BeforeEach
    void showShare() {
        model.show(Optional.of(SHARE));
    }

    @Test
    void takesOnlyWhatIsNewFromOverlappingStates() {
        model.update(state(1, 5));
        model.update(state(3, 8));
        assertThat(numbers()).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void saysHowManyTradesItMissed() {
        model.update(state(1, 5));
        model.update(state(106, 205));
        assertThat(model.rows()).contains(new TapeRow.Gap(100));
        assertThat(model.rows().indexOf(new TapeRow.Gap(100))).isEqualTo(100);
    }

    @Test
    void knowsWhetherATradeWasHigherOrLowerThanTheOneBefore() {
        model.update(state(List.of(trade(3, 8_432, 1, false), trade(2, 8_430, 1, false), trade(1, 8_431, 1, false))));
        assertThat(model.rows())
                .extracting(row -> row instanceof TapeRow.Print print ? print.direction() : 9)
                .containsExactly(1, -1, 0);
    }

    @Test
    void leavesSmallTradesOutButNeverOurOwn() {
        model.update(state(List.of(trade(3, 8_432, 500, false), trade(2, 8_430, 2, true), trade(1, 8_431, 2, false))));
        model.smallestShown().set(Quantity.parse("100"));
        assertThat(numbers()).containsExactly(3L, 2L);
        model.smallestShown().set(Quantity.ZERO);
        assertThat(numbers()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void holdsStillWhilePausedAndLosesNothing() {
        model.update(state(1, 5));
        model.paused().set(true);
        model.update(state(1, 9));
        assertThat(numbers()).hasSize(5);
        model.paused().set(false);
        assertThat(numbers()).hasSize(9);
    }

    @Test
    void keepsNoMoreThanItsBound() {
        for (int i = 0; i < 20; i++) {
            model.update(state(i * 50 + 1, i * 50 + 50));
        }
        assertThat(model.rows()).hasSize(TapeModel.MAX_ROWS);
        assertThat(numbers().getFirst()).isEqualTo(1_000);
    }

    @Test
    void beginsAnewWithAnotherInstrument() {
        model.update(state(1, 5));
        model.show(FakeInstruments.CATALOG.findInstrument(FakeInstruments.BTC));
        assertThat(model.rows()).isEmpty();
        model.update(state(6, 9));
        assertThat(model.rows()).as("trades of the instrument before").isEmpty();
    }

    private List<Long> numbers() {
        return model.rows().stream()
                .map(row -> row instanceof TapeRow.Print print ? print.trade().number() : -1L)
                .toList();
    }

    private static MarketState state(int from, int to) {
        List<TapeTrade> tape = new ArrayList<>();
        for (int number = to; number >= from; number--) {
            tape.add(trade(number, 8_430 + number % 3, 10, false));
        }
        return state(tape);
    }

    private static MarketState state(List<TapeTrade> tape) {
        return new MarketState(
                SHARE.id(),
                0,
                Optional.of(tape.getFirst().price()),
                Depth.EMPTY,
                tape,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Quantity.ZERO);
    }

    private static TapeTrade trade(long number, long ticks, long lots, boolean ours) {
        return new TapeTrade(number, number, SHARE.priceOf(ticks), SHARE.quantityOf(lots), Side.BUY, ours);
    }
}
