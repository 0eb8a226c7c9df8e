package io.sextant.analytics.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.FlowAnomaly.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorsTest {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private static SweepDetector warmSweeps() {
        SweepDetector sweeps = new SweepDetector(MILLI_NANOS, 3, 4);
        for (int i = 0; i < 100; i++) {
            assertThat(sweeps.trade(i * SECOND_NANOS, 1, 100, 10)).isFalse();
        }
        return sweeps;
    }

    @Test
    void aRunThroughSeveralPricesIsASweepOnce() {
        SweepDetector sweeps = warmSweeps();
        long now = 200 * SECOND_NANOS;
        assertThat(sweeps.trade(now, 1, 100, 20)).isFalse();
        assertThat(sweeps.trade(now, 1, 101, 20)).isFalse();
        assertThat(sweeps.trade(now, 1, 102, 20)).isTrue();
        assertThat(sweeps.levelsTaken()).isEqualTo(3);
        assertThat(sweeps.firstPrice()).isEqualTo(100);
        assertThat(sweeps.score()).isEqualTo(6);
        assertThat(sweeps.trade(now, 1, 103, 20)).as("told once").isFalse();
    }

    @Test
    void slowSmallOrTurningRunsAreNoSweeps() {
        SweepDetector slow = warmSweeps();
        for (int i = 0; i < 6; i++) {
            assertThat(slow.trade((200 + i) * SECOND_NANOS, 1, 100 + i, 50)).isFalse();
        }
        SweepDetector small = warmSweeps();
        for (int i = 0; i < 6; i++) {
            assertThat(small.trade(200 * SECOND_NANOS, 1, 100 + i, 5)).isFalse();
        }
        SweepDetector turning = warmSweeps();
        for (int i = 0; i < 6; i++) {
            assertThat(turning.trade(200 * SECOND_NANOS, 1, 100 - i, 50)).isFalse();
        }
    }

    /** A detector that has heard an hour in which orders of five were rare. */
    private static IcebergDetector warmIcebergs() {
        IcebergDetector icebergs = new IcebergDetector(500 * MILLI_NANOS, 3, 60 * SECOND_NANOS);
        assertThat(icebergs.level(0, BookSide.BID, 50, 0, 1)).isFalse();
        return icebergs;
    }

    @Test
    void theSameQuantityComingBackIsAnIceberg() {
        IcebergDetector icebergs = warmIcebergs();
        long now = 3_600 * SECOND_NANOS;
        int told = 0;
        for (int i = 0; i < 5; i++) {
            now += SECOND_NANOS;
            icebergs.trade(now, BookSide.BID, 100, 5);
            assertThat(icebergs.level(now, BookSide.BID, 100, 5, 0)).isFalse();
            told += icebergs.level(now + 10 * MILLI_NANOS, BookSide.BID, 100, 0, 5) ? 1 : 0;
            assertThat(told).isEqualTo(i < 2 ? 0 : 1);
        }
        assertThat(icebergs.foundTip()).isEqualTo(5);
        assertThat(icebergs.foundTimes()).isEqualTo(3);
    }

    @Test
    void additionsThatNothingUsedUpOrThatComeLateAreNone() {
        IcebergDetector icebergs = warmIcebergs();
        long now = 3_600 * SECOND_NANOS;
        icebergs.trade(now, BookSide.ASK, 100, 5);
        for (int i = 0; i < 6; i++) {
            assertThat(icebergs.level(now + i * MILLI_NANOS, BookSide.ASK, 100, 10 + i * 5L, 15 + i * 5L))
                    .isFalse();
        }
        for (int i = 2; i < 9; i++) {
            icebergs.trade(now + i * SECOND_NANOS, BookSide.ASK, 200, 5);
            assertThat(icebergs.level(now + i * SECOND_NANOS + 600 * MILLI_NANOS, BookSide.ASK, 200, 0, 5))
                    .isFalse();
        }
    }

    @Test
    void aQuantityThatComesAllTheTimeComesBackByChance() {
        IcebergDetector icebergs = warmIcebergs();
        long now = 3_600 * SECOND_NANOS;
        for (int i = 0; i < 3_600; i++) {
            now += SECOND_NANOS;
            assertThat(icebergs.level(now, BookSide.BID, 90, 0, 5)).isFalse();
        }
        for (int i = 0; i < 5; i++) {
            now += SECOND_NANOS;
            icebergs.trade(now, BookSide.BID, 100, 5);
            assertThat(icebergs.level(now + 10 * MILLI_NANOS, BookSide.BID, 100, 0, 5))
                    .isFalse();
        }
    }

    @Test
    void chanceIsPoissonsTail() {
        assertThat(IcebergDetector.chance(1, 0.5)).isCloseTo(1 - Math.exp(-0.5), within(1e-12));
        assertThat(IcebergDetector.chance(3, 2)).isCloseTo(1 - Math.exp(-2) * 5, within(1e-12));
        assertThat(IcebergDetector.chance(4, 1e-3)).isCloseTo(1e-12 / 24, within(1e-16));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 4",
        "1000, 900",
        "1000, 1000",
        "1000, 1001",
        "1000, 1150",
        "10000, 4",
        "10000, 9800",
        "10000, 10000",
        "10000, 10001",
        "10000, 10500",
        "10, 0",
        "10, 10",
        "10, 11",
        "10, 60"
    })
    void chanceIsPoissonsTailWhereSoManyAreExpectedThatNoneIsImpossible(int expected, int events) {
        double plain = plainChance(events, expected);
        assertThat(IcebergDetector.chance(events, expected)).isCloseTo(plain, within(1e-9 * plain));
    }

    @Test
    void whatWasExpectedToComeTenThousandTimesCameFourTimesByChance() {
        assertThat(IcebergDetector.chance(4, 10_000)).isEqualTo(1);
        assertThat(IcebergDetector.chance(4, 1e9)).isEqualTo(1);
        assertThat(IcebergDetector.chance(4, 0)).isZero();
    }

    /** One less the sum of the probabilities of fewer events, in far more digits than a small tail has noughts. */
    private static double plainChance(int events, int expected) {
        MathContext digits = new MathContext(200);
        BigDecimal inverseE = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ONE;
        for (int i = 1; i < 150; i++) {
            inverseE = inverseE.add(part);
            part = part.negate().divide(BigDecimal.valueOf(i), digits);
        }
        BigDecimal term = inverseE.pow(expected, digits);
        BigDecimal fewer = BigDecimal.ZERO;
        for (int i = 1; i <= events; i++) {
            fewer = fewer.add(term, digits);
            term = term.multiply(BigDecimal.valueOf(expected), digits).divide(BigDecimal.valueOf(i), digits);
        }
        return BigDecimal.ONE.subtract(fewer).doubleValue();
    }

    private static SpoofingScore warmSpoofing() {
        SpoofingScore spoofing = new SpoofingScore(5, 10 * SECOND_NANOS, 10, 60 * SECOND_NANOS);
        for (int i = 0; i < 200; i++) {
            spoofing.level(i * MILLI_NANOS, BookSide.BID, 100, 0, 10, 0);
            spoofing.level(i * MILLI_NANOS, BookSide.BID, 100, 10, 0, 0);
        }
        return spoofing;
    }

    @Test
    void aLargeOrderPulledWithoutTradingCounts() {
        SpoofingScore spoofing = warmSpoofing();
        spoofing.level(SECOND_NANOS, BookSide.ASK, 105, 7, 87, 2);
        assertThat(spoofing.score(SECOND_NANOS)).isZero();
        spoofing.level(3 * SECOND_NANOS, BookSide.ASK, 105, 87, 7, 2);
        assertThat(spoofing.next(3 * SECOND_NANOS))
                .as("a trade might still be told")
                .isFalse();
        assertThat(spoofing.next(4 * SECOND_NANOS)).isTrue();
        assertThat(spoofing.foundSide()).isEqualTo(BookSide.ASK);
        assertThat(spoofing.foundPrice()).isEqualTo(105);
        assertThat(spoofing.foundSize()).isEqualTo(80);
        assertThat(spoofing.score(4 * SECOND_NANOS)).isGreaterThan(0.9);
        assertThat(spoofing.next(5 * SECOND_NANOS)).isFalse();
    }

    @Test
    void whatTradedStayedOrWasFarAwayIsNoSpoofing() {
        SpoofingScore traded = warmSpoofing();
        traded.level(SECOND_NANOS, BookSide.ASK, 105, 0, 80, 0);
        traded.level(2 * SECOND_NANOS, BookSide.ASK, 105, 80, 0, 0);
        traded.trade(BookSide.ASK, 105, 80);
        assertThat(traded.next(3 * SECOND_NANOS))
                .as("told a moment after the level")
                .isFalse();

        SpoofingScore stayed = warmSpoofing();
        stayed.level(SECOND_NANOS, BookSide.ASK, 105, 0, 80, 0);
        stayed.level(30 * SECOND_NANOS, BookSide.ASK, 105, 80, 0, 0);
        assertThat(stayed.next(40 * SECOND_NANOS)).isFalse();

        SpoofingScore far = warmSpoofing();
        far.level(SECOND_NANOS, BookSide.ASK, 205, 0, 80, 25);
        far.level(2 * SECOND_NANOS, BookSide.ASK, 205, 80, 0, 25);
        assertThat(far.next(3 * SECOND_NANOS)).isFalse();
    }

    @Test
    void quickQuotesAreTheShareTakenBackAtOnce() {
        QuickQuotes quotes = new QuickQuotes(100 * MILLI_NANOS, 5, 3_600 * SECOND_NANOS);
        assertThat(quotes.score(0)).isNaN();
        quotes.level(0, BookSide.BID, 100, 0, 10, 0);
        quotes.level(50 * MILLI_NANOS, BookSide.BID, 100, 10, 0, 0);
        assertThat(quotes.score(50 * MILLI_NANOS)).isGreaterThan(0.999);
        quotes.level(60 * MILLI_NANOS, BookSide.ASK, 101, 0, 10, 0);
        quotes.level(200 * MILLI_NANOS, BookSide.ASK, 101, 10, 0, 0);
        assertThat(quotes.score(200 * MILLI_NANOS)).as("half was slow").isBetween(0.49, 0.51);
        quotes.level(300 * MILLI_NANOS, BookSide.ASK, 102, 0, 20, 0);
        quotes.trade(310 * MILLI_NANOS, BookSide.ASK, 102, 20);
        quotes.level(310 * MILLI_NANOS, BookSide.ASK, 102, 20, 0, 0);
        assertThat(quotes.score(310 * MILLI_NANOS)).as("what traded was meant").isBetween(0.24, 0.26);
        assertThat(quotes.messagesPerTrade(310 * MILLI_NANOS)).isBetween(5.9, 6.1);
    }

    private record Told(Kind kind, long nanos, BookSide side, long price, long size, double score) {}

    /** Reports of a market where nothing happens on purpose, 20 ms apart. */
    private static long noise(FlowGuard guard, SplittableRandom random, int events) {
        long now = 0;
        for (int i = 0; i < events; i++) {
            now += 20 * MILLI_NANOS;
            BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
            long price = 1_000 - side.sign() * (1L + random.nextInt(10));
            if (random.nextInt(4) == 0) {
                guard.trade(now, side == BookSide.BID ? BookSide.ASK : BookSide.BID, price, 1L + random.nextInt(8));
            }
            guard.level(now, side, price, 1_000L + random.nextInt(20_000));
        }
        return now;
    }

    /** A market of noise with one of each kind put in. */
    private static List<Told> guarded() {
        List<Told> told = new ArrayList<>();
        FlowGuard guard = new FlowGuard(
                FlowGuard.Settings.USUAL,
                (kind, nanos, side, price, size, score) -> told.add(new Told(kind, nanos, side, price, size, score)));
        long now = noise(guard, new SplittableRandom(11), 60_000) + 20 * SECOND_NANOS;
        assertThat(told).as("noise alone").isEmpty();
        for (int price = 1_001; price <= 1_006; price++) {
            guard.trade(now, BookSide.BID, price, 60);
            guard.level(now, BookSide.ASK, price, 0);
        }
        for (int i = 0; i < 3; i++) {
            now += 2 * SECOND_NANOS;
            guard.level(now, BookSide.BID, 998, 900_050);
            now += SECOND_NANOS;
            guard.level(now, BookSide.BID, 998, 50);
        }
        for (int i = 0; i < 5; i++) {
            now += SECOND_NANOS;
            guard.trade(now, BookSide.BID, 1_007, 33);
            guard.level(now, BookSide.ASK, 1_007, 0);
            guard.level(now, BookSide.ASK, 1_007, 33);
        }
        guard.trade(now + 11 * SECOND_NANOS, BookSide.ASK, 999, 900_000_000);
        guard.trade(now + 22 * SECOND_NANOS, BookSide.ASK, 999, 1);
        return told;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void theGuardTellsEachKindWithItsSide() {
        List<Told> told = guarded();
        assertThat(told).extracting(Told::kind).containsExactly(Kind.SWEEP, Kind.SPOOFING, Kind.ICEBERG, Kind.VOLUME);
        assertThat(told).extracting(Told::side).containsExactly(BookSide.BID, BookSide.BID, BookSide.ASK, BookSide.ASK);
        assertThat(told.get(0).price()).isEqualTo(1_001);
        assertThat(told.get(1).price()).isEqualTo(998);
        assertThat(told.get(2).size()).isEqualTo(33);
    }

    @Test
    void theSameReportsGiveTheSameAnomalies() {
        assertThat(guarded()).isEqualTo(guarded());
    }

    @Test
    void theGuardAllocatesNothingForATick() {
        FlowGuard guard = new FlowGuard(FlowGuard.Settings.USUAL, (kind, nanos, side, price, size, score) -> {});
        noise(guard, new SplittableRandom(1), 100_000);
        SplittableRandom random = new SplittableRandom(2);
        long before = allocated();
        noise(guard, random, 200_000);
        assertThat(allocated() - before).as("bytes for 200,000 reports").isLessThan(4_096);
    }
}
