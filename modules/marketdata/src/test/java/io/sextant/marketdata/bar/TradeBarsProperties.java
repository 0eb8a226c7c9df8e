package io.sextant.marketdata.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.Bar;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TradeBarsProperties {

    private record Trade(long time, double price, double quantity) {}

    private static final List<String> RULES =
            List.of("1s", "15s", "1m", "2m", "1h", "1d", "1w", "1M", "tick:1", "tick:7", "volume:20", "dollar:2500");

    @Property(tries = 200)
    void everyRuleKeepsEveryTradeAndItsExtremes(@ForAll long seed) {
        List<Trade> trades = randomTrades(seed);
        for (String rule : RULES) {
            List<Bar> bars = bars(rule, trades);

            assertThat(bars.stream().mapToDouble(Bar::volume).sum())
                    .isCloseTo(trades.stream().mapToDouble(Trade::quantity).sum(), within(1e-9));
            assertThat(bars.stream().mapToDouble(Bar::high).max())
                    .isEqualTo(trades.stream().mapToDouble(Trade::price).max());
            assertThat(bars.stream().mapToDouble(Bar::low).min())
                    .isEqualTo(trades.stream().mapToDouble(Trade::price).min());
            assertThat(bars.getFirst().open()).isEqualTo(trades.getFirst().price());
            assertThat(bars.getLast().close()).isEqualTo(trades.getLast().price());
            assertThat(bars).isSortedAccordingTo((a, b) -> a.openTimeNanos() < b.openTimeNanos() ? -1 : 1);
        }
    }

    @Property(tries = 100)
    void barsOfAClockHoldWhatTradedInTheirPeriod(@ForAll long seed) {
        List<Trade> trades = randomTrades(seed);
        for (String rule : RULES.subList(0, 8)) {
            BarLength length = BarLength.parse(rule);
            for (Bar bar : bars(rule, trades)) {
                List<Trade> within = trades.stream()
                        .filter(trade -> length.startOf(trade.time()) == bar.openTimeNanos())
                        .toList();
                assertThat(bar.open()).isEqualTo(within.getFirst().price());
                assertThat(bar.close()).isEqualTo(within.getLast().price());
                assertThat(bar.high())
                        .isEqualTo(
                                within.stream().mapToDouble(Trade::price).max().orElseThrow());
                assertThat(bar.low())
                        .isEqualTo(
                                within.stream().mapToDouble(Trade::price).min().orElseThrow());
            }
        }
    }

    @Example
    void barsOfTradesVolumeAndMoneyCloseWithTheTradeThatFillsThem() {
        List<Trade> trades = List.of(
                new Trade(10, 100, 3),
                new Trade(10, 101, 3),
                new Trade(10, 99, 6),
                new Trade(20, 102, 1),
                new Trade(30, 103, 9));

        assertThat(bars("tick:2", trades))
                .containsExactly(
                        new Bar(10, 100, 101, 100, 101, 6),
                        new Bar(11, 99, 102, 99, 102, 7),
                        new Bar(30, 103, 103, 103, 103, 9));
        assertThat(bars("volume:6", trades)).extracting(Bar::volume).containsExactly(6.0, 6.0, 10.0);
        assertThat(bars("dollar:600", trades)).extracting(Bar::close).containsExactly(101.0, 102.0, 103.0);
    }

    @Example
    void lengthsOfBarsAreReadAndNamed() {
        for (Timeframe timeframe : Timeframe.values()) {
            assertThat(BarLength.parse(timeframe.label())).isEqualTo(BarLength.of(timeframe));
            assertThat(BarLength.of(timeframe).timeframe()).contains(timeframe);
            assertThat(BarLength.of(timeframe).label()).isEqualTo(timeframe.label());
        }
        assertThat(BarLength.parse("90m").label()).isEqualTo("90m");
        assertThat(BarLength.parse("2h").nextTimeframe()).contains(Timeframe.H4);
        assertThat(BarLength.parse("1w").tiles(BarLength.MONTH)).isFalse();
        for (String odd : List.of("7m", "0s", "2d", "2M", "m", "1x", "", "100000s", "tick")) {
            assertThatThrownBy(() -> BarLength.parse(odd)).as(odd).isInstanceOf(IllegalArgumentException.class);
        }
        for (String odd : List.of("tick:0", "volume:-1", "dollar:x", "rows:5", "volume:Infinity")) {
            assertThatThrownBy(() -> BarRule.parse(odd)).as(odd).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<Trade> randomTrades(long seed) {
        SeededRandom random = new SeededRandom(seed);
        List<Trade> trades = new ArrayList<>();
        long time = 1_700_000_000_000_000_000L;
        for (int i = 0; i < 300; i++) {
            time += random.nextInt(3) == 0
                    ? 0
                    : random.nextLong(random.nextInt(20) == 0 ? 200_000_000_000_000L : 3_000_000_000L);
            trades.add(new Trade(time, 100 + random.nextInt(1_000) / 100.0, 1 + random.nextInt(500) / 100.0));
        }
        return trades;
    }

    private static List<Bar> bars(String rule, List<Trade> trades) {
        List<Bar> bars = new ArrayList<>();
        TradeBars maker = new TradeBars(
                BarRule.parse(rule),
                (time, open, high, low, close, volume) -> bars.add(new Bar(time, open, high, low, close, volume)));
        trades.forEach(trade -> maker.trade(trade.time(), trade.price(), trade.quantity()));
        maker.finish();
        return bars;
    }
}
