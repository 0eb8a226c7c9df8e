package io.sextant.marketdata.bar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import io.sextant.marketdata.Listed;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BarAggregatorTest {

    private static final int SEEDS = Integer.getInteger("sextant.seeds", 100);
    private static final int BTC = 0;
    private static final int ACME = 1;

    private final List<String> complete = new ArrayList<>();
    private final BarAggregator bars = new BarAggregator(Listed.ALL, 8, this::note);

    private void note(
            int instrument, Timeframe timeframe, long open, double o, double h, double l, double c, double volume) {
        complete.add(instrument + " " + timeframe.label() + " " + Instant.ofEpochSecond(0, open) + " " + o + " " + h
                + " " + l + " " + c + " " + volume);
    }

    @Test
    void tellsOfABarWhenTheNextTradeShowsThatItIsOver() {
        trade("2026-11-20T10:00:00.2Z", 100_00, 5);
        trade("2026-11-20T10:00:00.9Z", 103_00, 1);
        trade("2026-11-20T10:00:00.9Z", 99_00, 2);
        assertThat(complete).isEmpty();
        trade("2026-11-20T10:00:01Z", 101_00, 1);
        assertThat(complete).containsExactly("1 1s 2026-11-20T10:00:00Z 100.0 103.0 99.0 99.0 8.0");
    }

    @Test
    void neverBeginsACompleteBarASecondTime() {
        trade("2026-11-20T10:00:10Z", 100_00, 5);
        bars.onTime(nanos("2026-11-20T10:02:00Z"));
        complete.clear();
        trade("2026-11-20T10:00:40Z", 101_00, 1);
        bars.onTime(nanos("2026-11-20T10:03:00Z"));
        assertThat(complete).isEmpty();
        assertThat(bars.lateTrades()).isEqualTo(1);
        trade("2026-11-20T10:01:10Z", 102_00, 1);
        bars.onTime(nanos("2026-11-20T10:04:00Z"));
        assertThat(complete).anyMatch(line -> line.contains(" 1m 2026-11-20T10:01:00Z 102.0"));
    }

    /** What was complete before a restart is complete after it. */
    @Test
    void neverBeginsACompleteBarASecondTimeAfterItWasLoaded() {
        trade("2026-11-20T10:00:10Z", 100_00, 5);
        bars.onTime(nanos("2026-11-20T10:02:00Z"));
        StateBytes bytes = new StateBytes();
        bars.save(bytes);
        BarAggregator again = new BarAggregator(Listed.ALL, 8, this::note);
        again.load(StateBytes.reader(bytes.toByteArray()));
        again.onTrade(ACME, nanos("2026-11-20T10:00:40Z"), 101_00, 1);
        assertThat(again.lateTrades()).isEqualTo(1);
        again.onTrade(ACME, nanos("2026-11-20T10:01:10Z"), 102_00, 1);
        assertThat(again.lateTrades()).isEqualTo(1);
        assertThat(again.newest(ACME, Timeframe.M1, 1).get(0).open()).isEqualTo(102);
    }

    @Test
    void makesNoBarsWhereNoneAreKept() {
        BarAggregator none = new BarAggregator(Listed.ALL, 0, this::note);
        none.onTrade(ACME, nanos("2026-11-20T10:00:10Z"), 100_00, 5);
        none.onTime(nanos("2026-11-20T10:02:00Z"));
        assertThat(complete).isEmpty();
        assertThat(none.newest(ACME, Timeframe.M1, 5).isEmpty()).isTrue();
        assertThat(none.soonestEndNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void tellsOfAllTimeframesThatEndTogetherFinestFirst() {
        trade("2026-11-20T10:29:59Z", 100_00, 5);
        bars.onTime(nanos("2026-11-20T10:29:59.999Z"));
        assertThat(complete).isEmpty();
        bars.onTime(nanos("2026-11-20T10:30:00Z"));
        assertThat(complete)
                .extracting(line -> line.split(" ")[1] + " " + line.split(" ")[2])
                .containsExactly(
                        "1s 2026-11-20T10:29:59Z",
                        "5s 2026-11-20T10:29:55Z",
                        "15s 2026-11-20T10:29:45Z",
                        "1m 2026-11-20T10:29:00Z",
                        "5m 2026-11-20T10:25:00Z",
                        "15m 2026-11-20T10:15:00Z",
                        "30m 2026-11-20T10:00:00Z");
    }

    @Test
    void endsWeeksOnSundayAndMonthsOnTheirLastDay() {
        trade("2026-05-30T12:00:00Z", 100_00, 5);
        bars.onTime(nanos("2026-06-01T00:00:00Z"));
        assertThat(complete)
                .extracting(line -> line.split(" ")[1] + " " + line.split(" ")[2])
                .endsWith("1d 2026-05-30T00:00:00Z", "1w 2026-05-25T00:00:00Z", "1M 2026-05-01T00:00:00Z");
    }

    @Test
    void knowsWhenItHasNextSomethingToDo() {
        assertThat(bars.soonestEndNanos()).isEqualTo(Long.MAX_VALUE);
        trade("2026-11-20T10:00:00.2Z", 100_00, 5);
        assertThat(bars.soonestEndNanos()).isEqualTo(nanos("2026-11-20T10:00:01Z"));
        bars.onTime(bars.soonestEndNanos());
        assertThat(bars.soonestEndNanos()).isEqualTo(nanos("2026-11-20T10:00:05Z"));
    }

    @Test
    void leavesTimesWithoutTradesOut() {
        trade("2026-11-20T10:00:00Z", 100_00, 5);
        trade("2026-11-20T10:00:40Z", 101_00, 5);
        assertThat(bars.newest(ACME, Timeframe.S15, 9).openTimeNanos())
                .containsExactly(nanos("2026-11-20T10:00:00Z"), nanos("2026-11-20T10:00:30Z"));
    }

    @Test
    void countsATradeThatComesAfterItsBarIsOver() {
        trade("2026-11-20T10:00:00Z", 100_00, 5);
        bars.onTime(nanos("2026-11-20T10:00:03Z"));
        trade("2026-11-20T10:00:03Z", 101_00, 5);
        trade("2026-11-20T10:00:02Z", 500_00, 5);
        assertThat(bars.lateTrades()).isEqualTo(1);
        assertThat(bars.newest(ACME, Timeframe.M1, 1).get(0).high()).isEqualTo(101);
    }

    @Test
    void readsATradeAtOnceInEveryTimeframe() {
        trade("2026-11-20T10:00:00Z", 100_00, 5);
        for (Timeframe timeframe : Timeframe.values()) {
            BarSeries newest = bars.newest(ACME, timeframe, 3);
            assertThat(newest.size()).isEqualTo(1);
            assertThat(newest.firstTimeNanos()).isEqualTo(timeframe.startOf(nanos("2026-11-20T10:00:00Z")));
            assertThat(newest.get(0).volume()).isEqualTo(5);
        }
        assertThat(bars.newest(ACME, Timeframe.S1, 0).isEmpty()).isTrue();
        assertThat(bars.newest(BTC, Timeframe.S1, 3).isEmpty()).isTrue();
    }

    @Test
    void keepsAsManyBarsAsItWasAskedTo() {
        for (int second = 0; second < 30; second++) {
            bars.onTrade(ACME, second * 1_000_000_000L, second, 1);
        }
        BarSeries newest = bars.newest(ACME, Timeframe.S1, 100);
        assertThat(newest.size()).as("eight and the one that is forming").isEqualTo(9);
        assertThat(newest.get(0).open()).isEqualTo(0.21);
        assertThat(bars.newest(ACME, Timeframe.S1, 2).get(0).open()).isEqualTo(0.28);
    }

    @Test
    void equalsAPlainGroupingOfAllTrades() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compareWithPlain(seed);
        }
    }

    private void compareWithPlain(int seed) {
        SeededRandom random = new SeededRandom(seed);
        Map<Timeframe, BarSeriesBuilder> told = new EnumMap<>(Timeframe.class);
        BarAggregator fast = new BarAggregator(
                Listed.ALL,
                512,
                (i, timeframe, open, o, h, l, c, v) -> told.computeIfAbsent(timeframe, t -> new BarSeriesBuilder())
                        .add(open, o, h, l, c, v));
        PlainBars plain = new PlainBars(Listed.ALL.get(BTC));
        long now = nanos("2026-02-25T23:00:00Z") + random.nextLong(86_400_000_000_000L);
        for (int i = 0; i < 300; i++) {
            now += gapNanos(random);
            if (random.nextInt(3) == 0) {
                fast.onTime(now);
            }
            long ticks = 5_000_000 + random.nextLong(100_000);
            long lots = 1 + random.nextLong(1_000_000);
            fast.onTrade(BTC, now, ticks, lots);
            plain.onTrade(now, ticks, lots);
            if (random.nextInt(50) == 0) {
                fast = reloaded(fast, told);
            }
        }
        for (Timeframe timeframe : Timeframe.values()) {
            BarSeries expected = plain.bars(timeframe);
            assertThat(fast.newest(BTC, timeframe, 512))
                    .as("seed %s %s", seed, timeframe)
                    .isEqualTo(expected);
            BarSeries over = expected.copyOfRange(0, expected.size() - 1);
            BarSeries heard = told.containsKey(timeframe)
                    ? Objects.requireNonNull(told.get(timeframe)).build()
                    : BarSeries.EMPTY;
            assertThat(heard).as("seed %s %s", seed, timeframe).isEqualTo(over);
        }
    }

    /** From nanoseconds to weeks, so that every boundary is crossed. */
    private static long gapNanos(SeededRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextLong(1_000_000_000L);
            case 2 -> random.nextLong(30_000_000_000L);
            case 3 -> random.nextLong(3_600_000_000_000L);
            case 4 -> random.nextLong(86_400_000_000_000L);
            default -> random.nextInt(10) == 0 ? random.nextLong(2_592_000_000_000_000L) : 1_000_000_000L;
        };
    }

    private static BarAggregator reloaded(BarAggregator bars, Map<Timeframe, BarSeriesBuilder> told) {
        StateBytes bytes = new StateBytes();
        bars.save(bytes);
        BarAggregator fresh = new BarAggregator(
                Listed.ALL,
                512,
                (i, timeframe, open, o, h, l, c, v) -> told.computeIfAbsent(timeframe, t -> new BarSeriesBuilder())
                        .add(open, o, h, l, c, v));
        fresh.onTrade(BTC, 5, 5, 5);
        fresh.load(StateBytes.reader(bytes.toByteArray()));
        StateBytes again = new StateBytes();
        fresh.save(again);
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
        return fresh;
    }

    @Test
    void beginsWithAPastAsIfItHadSeenIt() {
        SeededRandom random = new SeededRandom(7);
        BarAggregator whole = new BarAggregator(Listed.ALL, 5_000, (i, t, open, o, h, l, c, v) -> {});
        long start = nanos("2026-11-01T00:00:00Z");
        long joined = nanos("2026-11-20T10:17:00Z");
        for (long now = start; now < joined; now += 20_000_000_000L) {
            whole.onTrade(ACME, now, 10_000 + random.nextLong(500), 1 + random.nextLong(9));
        }
        whole.onTime(joined);
        BarSeries hours = whole.newest(ACME, Timeframe.H1, 1_000);
        BarSeries minutes = whole.newest(ACME, Timeframe.M1, 200);
        BarAggregator late = new BarAggregator(Listed.ALL, 5_000, this::note);
        late.seed(ACME, hours, minutes, joined);

        for (BarAggregator each : List.of(whole, late)) {
            each.onTrade(ACME, joined + 1, 20_000, 3);
        }
        for (Timeframe timeframe : List.of(
                Timeframe.M5, Timeframe.M30, Timeframe.H1, Timeframe.H4, Timeframe.D1, Timeframe.W1, Timeframe.MONTH)) {
            assertThat(late.newest(ACME, timeframe, 1)).as("%s", timeframe).isEqualTo(whole.newest(ACME, timeframe, 1));
        }
        assertThat(complete).as("nobody is told of the past").isEmpty();
        assertThat(late.newest(ACME, Timeframe.D1, 100)).isEqualTo(whole.newest(ACME, Timeframe.D1, 100));
    }

    @Test
    void completesASeededBarWithoutAnyTrade() {
        BarSeries minute = new BarSeriesBuilder()
                .add(nanos("2026-11-20T10:10:00Z"), 1, 2, 1, 2, 5)
                .build();
        bars.seed(ACME, BarSeries.EMPTY, minute, nanos("2026-11-20T10:12:00Z"));
        bars.onTime(nanos("2026-11-20T10:15:00Z"));
        assertThat(complete)
                .containsExactly(
                        "1 5m 2026-11-20T10:10:00Z 1.0 2.0 1.0 2.0 5.0",
                        "1 15m 2026-11-20T10:00:00Z 1.0 2.0 1.0 2.0 5.0");
    }

    @Test
    void allocatesNothingForATrade() {
        BarAggregator quiet = new BarAggregator(Listed.ALL, 64, (i, t, open, o, h, l, c, v) -> {});
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = nanos("2026-11-20T00:00:00Z");
        feed(quiet, start, 40_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        feed(quiet, start + 40_000 * 100_000_000L, 40_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
    }

    private static void feed(BarAggregator bars, long start, int trades) {
        for (int i = 0; i < trades; i++) {
            long now = start + i * 100_000_000L;
            bars.onTrade(i % 3, now, 10_000 + i % 17, 1);
            bars.onTime(now);
        }
    }

    private void trade(String time, long ticks, long lots) {
        bars.onTrade(ACME, nanos(time), ticks, lots);
    }

    private static long nanos(String time) {
        Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
