package io.sextant.ui.panel.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.DepthLevel;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.TapeTrade;
import io.sextant.ui.testing.FakeInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LadderModelTest {

    private static final Instrument SHARE = FakeInstruments.CATALOG.getInstrument(FakeInstruments.HALO);

    private final LadderModel model = new LadderModel();

    @Test
    void laysTheBookAroundItsMiddleHighestPriceFirst() {
        showTenLevelsAround(8_430, 1);

        List<LadderRow> rows = model.frame().get().rows();
        assertThat(rows).hasSize(31);
        assertThat(rows.getFirst().priceTicks()).isGreaterThan(rows.getLast().priceTicks());
        assertThat(row(8_429).bidLots()).isEqualTo(100);
        assertThat(row(8_429).bestBid()).isTrue();
        assertThat(row(8_431).askLots()).isEqualTo(100);
        assertThat(row(8_431).bestAsk()).isTrue();
        assertThat(row(8_430).bidLots() + row(8_430).askLots()).isZero();
        assertThat(rows.indexOf(row(8_430))).isEqualTo(15);
    }

    @Test
    void gathersTicksInOneRowWhenTheDepthIsWiderThanTheWindow() {
        showTenLevelsAround(8_430, 12);

        assertThat(model.frame().get().stepTicks()).isEqualTo(10);
        assertThat(sum(LadderRow::bidLots)).isEqualTo(1_000);
        assertThat(sum(LadderRow::askLots)).isEqualTo(1_000);
        assertThat(model.frame().get().rows()).allMatch(row -> row.bidLots() == 0 || row.askLots() == 0);
    }

    @Test
    void marksOwnOrdersAndTheLastTrade() {
        showTenLevelsAround(8_430, 1);
        model.updateWorking(List.of(order(7, Side.BUY, "84.25", "30"), order(8, Side.SELL, "84.36", "12")));

        assertThat(row(8_425).ownBuyLots()).isEqualTo(30);
        assertThat(row(8_436).ownSellLots()).isEqualTo(12);
        assertThat(model.ownOrdersAt(row(8_425))).containsExactly(new OrderId(7));
        assertThat(row(8_431).lastTrade()).contains(Side.BUY);
        assertThat(model.frame().get().rows())
                .filteredOn(row -> row.lastTrade().isPresent())
                .hasSize(1);
    }

    @Test
    void staysWhereTheReaderScrolledUntilRecentred() {
        showTenLevelsAround(8_430, 1);
        model.scroll(40);
        assertThat(model.following().get()).isFalse();
        assertThat(model.frame().get().marketRowsAway()).isNegative();
        long top = model.frame().get().rows().getFirst().priceTicks();

        showTenLevelsAround(8_440, 1);
        assertThat(model.frame().get().rows().getFirst().priceTicks()).isEqualTo(top);

        model.recentre();
        assertThat(model.frame().get().marketRowsAway()).isZero();
        assertThat(model.frame().get().rows().get(15).priceTicks()).isEqualTo(8_440);
    }

    @Test
    void movesTheWindowOnlyWhenTheMarketLeavesItsCalmMiddle() {
        showTenLevelsAround(8_430, 1);
        long top = model.frame().get().rows().getFirst().priceTicks();
        showTenLevelsAround(8_435, 1);
        assertThat(model.frame().get().rows().getFirst().priceTicks()).isEqualTo(top);
        showTenLevelsAround(8_450, 1);
        assertThat(model.frame().get().rows().get(15).priceTicks()).isEqualTo(8_450);
    }

    @Test
    void theCursorStartsAtTheMarketAndTakesTheWindowAlong() {
        showTenLevelsAround(8_430, 1);
        assertThat(model.cursorRow()).isEmpty();
        model.moveCursor(1);
        assertThat(model.cursorRow().orElseThrow().priceTicks()).isEqualTo(8_430);
        model.moveCursor(3);
        assertThat(model.cursorRow().orElseThrow().priceTicks()).isEqualTo(8_433);
        model.moveCursor(100);
        assertThat(model.cursorRow().orElseThrow().priceTicks()).isEqualTo(8_533);
        assertThat(model.priceOf(model.cursorRow().orElseThrow())).isEqualTo(Price.parse("85.33"));
    }

    @Test
    void showsTheLastPriceOfWhatHasNoBook() {
        Instrument index = FakeInstruments.CATALOG.getInstrument(FakeInstruments.SX40);
        model.rowCount(31);
        model.show(Optional.of(index));
        model.update(new MarketState(
                index.id(),
                0,
                Optional.of(Price.parse("4812.6")),
                Depth.EMPTY,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Quantity.ZERO));
        assertThat(model.frame().get().rows()).hasSize(31);
        assertThat(sum(LadderRow::bidLots)).isZero();
    }

    @Property(tries = 200)
    void losesNoQuantityHoweverTicksAreGathered(
            @ForAll @IntRange(min = 1, max = 500) int gap,
            @ForAll @IntRange(min = 40, max = 80) int rowCount,
            @ForAll @LongRange(min = 10_000, max = 1_000_000) long middle) {
        LadderModel fresh = new LadderModel();
        fresh.rowCount(rowCount);
        fresh.show(Optional.of(SHARE));
        fresh.update(state(middle, gap));

        long bids = fresh.frame().get().rows().stream()
                .mapToLong(LadderRow::bidLots)
                .sum();
        long asks = fresh.frame().get().rows().stream()
                .mapToLong(LadderRow::askLots)
                .sum();
        assertThat(bids).isEqualTo(1_000);
        assertThat(asks).isEqualTo(1_000);
        assertThat(fresh.frame().get().rows()).allMatch(row -> row.bidLots() == 0 || row.askLots() == 0);
    }

    private void showTenLevelsAround(long middle, int gap) {
        model.rowCount(31);
        model.show(Optional.of(SHARE));
        model.update(state(middle, gap));
    }

    private static MarketState state(long middle, int gap) {
        List<DepthLevel> bids = new ArrayList<>();
        List<DepthLevel> asks = new ArrayList<>();
        for (int i = 0; i < Depth.LEVELS; i++) {
            bids.add(level(middle - 1 - (long) i * gap));
            asks.add(level(middle + 1 + (long) i * gap));
        }
        TapeTrade last = new TapeTrade(1, 0, SHARE.priceOf(middle + 1), SHARE.quantityOf(5), Side.BUY, false);
        return new MarketState(
                SHARE.id(),
                0,
                Optional.of(last.price()),
                new Depth(bids, asks),
                List.of(last),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Quantity.ZERO);
    }

    private static DepthLevel level(long ticks) {
        return new DepthLevel(SHARE.priceOf(ticks), SHARE.quantityOf(100), Quantity.ZERO);
    }

    private static Order order(long id, Side side, String price, String quantity) {
        return new Order(
                new OrderId(id),
                OrderDraft.limit(SHARE.id(), side, Quantity.parse(quantity), Price.parse(price), OrderOrigin.TICKET),
                OrderState.ACCEPTED,
                Quantity.ZERO,
                Money.zero(SHARE.quote()),
                0,
                0);
    }

    private LadderRow row(long ticks) {
        return model.frame().get().rows().stream()
                .filter(row -> row.priceTicks() == ticks)
                .findFirst()
                .orElseThrow();
    }

    private long sum(ToLongFunction<LadderRow> lots) {
        return model.frame().get().rows().stream().mapToLong(lots).sum();
    }
}
