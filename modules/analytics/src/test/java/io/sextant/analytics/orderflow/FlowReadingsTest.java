package io.sextant.analytics.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.feature.FeatureReading;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every number is reckoned by hand; a unit is two sizes, a price is in ticks. */
class FlowReadingsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final FlowReadings flow = new FlowReadings(0.5);

    private Map<FeatureReading, Double> close(long timeNanos) {
        Map<FeatureReading, Double> told = new EnumMap<>(FeatureReading.class);
        flow.close(timeNanos, told::put);
        return told;
    }

    private void book(long timeNanos, long bid, long bidSize, long ask, long askSize) {
        flow.level(timeNanos, BookSide.BID, bid, bidSize);
        flow.level(timeNanos, BookSide.ASK, ask, askSize);
        flow.whole(timeNanos);
    }

    @Test
    void countsWhatTradedInTheBarAndBeginsAnew() {
        flow.trade(1, BookSide.BID, 100, 4);
        flow.trade(2, BookSide.ASK, 99, 10);
        flow.trade(3, BookSide.BID, 100, 6);

        Map<FeatureReading, Double> first = close(MINUTE);
        assertThat(first)
                .containsEntry(FeatureReading.BUY_VOLUME, 5.0)
                .containsEntry(FeatureReading.SELL_VOLUME, 5.0)
                .containsEntry(FeatureReading.TRADE_COUNT, 3.0)
                .containsEntry(FeatureReading.LARGEST_TRADE, 5.0)
                .containsEntry(FeatureReading.ICEBERG_SCORE, 0.0);
        assertThat(first.get(FeatureReading.EFFECTIVE_SPREAD_BPS)).isNaN();
        assertThat(first.get(FeatureReading.SPREAD_BPS)).isNaN();

        Map<FeatureReading, Double> second = close(2 * MINUTE);
        assertThat(second)
                .containsEntry(FeatureReading.BUY_VOLUME, 0.0)
                .containsEntry(FeatureReading.TRADE_COUNT, 0.0)
                .containsEntry(FeatureReading.LARGEST_TRADE, 0.0);
        assertThat(second.get(FeatureReading.ICEBERG_SCORE)).isNaN();
    }

    @Test
    void tellsTheBookAsItStandsAtTheClose() {
        book(0, 9_990, 30, 10_010, 10);
        flow.level(1, BookSide.BID, 9_980, 50);
        flow.whole(1);

        Map<FeatureReading, Double> told = close(MINUTE);
        assertThat(told.get(FeatureReading.SPREAD_BPS)).isCloseTo(20, within(1e-9));
        // Weighted with the other side's size the price is (10010*30 + 9990*10)/40 = 10005: 5 bps above the middle.
        assertThat(told.get(FeatureReading.MICROPRICE_LEAN_BPS)).isCloseTo(5, within(1e-9));
        assertThat(told)
                .containsEntry(FeatureReading.BID_SIZE_1, 15.0)
                .containsEntry(FeatureReading.ASK_SIZE_1, 5.0)
                .containsEntry(FeatureReading.BID_SIZE_5, 40.0)
                .containsEntry(FeatureReading.ASK_SIZE_10, 5.0);
        // 40 units within 20 bps, and 5 within 10.
        assertThat(told.get(FeatureReading.BOOK_SLOPE_BID)).isCloseTo(2, within(1e-9));
        assertThat(told.get(FeatureReading.BOOK_SLOPE_ASK)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void sumsWhatEventsAtTheBestPricesAdd() {
        book(0, 9_990, 30, 10_010, 10);
        book(1, 9_990, 40, 10_010, 10); // 10 more are bid
        book(2, 9_990, 40, 10_010, 16); // 6 more are asked
        flow.level(3, BookSide.ASK, 10_010, 0);
        flow.level(3, BookSide.ASK, 10_020, 8);
        flow.whole(3); // the ask retreats and leaves 16

        Map<FeatureReading, Double> told = close(MINUTE);
        assertThat(told.get(FeatureReading.ORDER_FLOW_IMBALANCE)).isCloseTo((10 - 6 + 16) * 0.5, within(1e-12));
        assertThat(told).containsEntry(FeatureReading.QUOTE_CHANGES, 2.0);
    }

    @Test
    void judgesATradeByTheMiddleFiveSecondsLater() {
        book(0, 9_990, 30, 10_010, 10);
        flow.trade(SECOND, BookSide.BID, 10_010, 2);
        flow.level(2 * SECOND, BookSide.ASK, 10_010, 0);
        book(2 * SECOND, 9_995, 30, 10_015, 10);
        Map<FeatureReading, Double> early = close(5 * SECOND);
        assertThat(early.get(FeatureReading.EFFECTIVE_SPREAD_BPS)).isCloseTo(20, within(1e-9));
        assertThat(early.get(FeatureReading.REALISED_SPREAD_BPS)).isNaN();

        Map<FeatureReading, Double> later = close(MINUTE);
        assertThat(later.get(FeatureReading.REALISED_SPREAD_BPS))
                .isCloseTo(1e4 * 2 * (10_010.0 / 10_005 - 1), within(1e-9));
        assertThat(later.get(FeatureReading.EFFECTIVE_SPREAD_BPS)).isNaN();
    }

    @Test
    void tellsHowFastAPushedSpreadComesBack() {
        // Each second half of what is left of the push is gone: the half-life is a second.
        long before = 0;
        for (int second = 0; second < 40; second++) {
            long away = Math.round(1_000_000 * Math.pow(0.5, second % 10));
            book(second * SECOND + 1, 100_000_000 - away, 10, 100_000_000 + away, 10);
            if (before != 0) {
                book(second * SECOND + 1, 100_000_000 - before, 0, 100_000_000 + before, 0);
            }
            before = away;
            if (second % 10 == 9) {
                book(second * SECOND + 2, 100_000_000 - away, 0, 100_000_000 + away, 0);
                before = 0;
            }
        }
        assertThat(close(41 * SECOND).get(FeatureReading.RESILIENCE_SECONDS)).isCloseTo(1, within(0.01));
    }

    @Test
    void knowsHowMuchTradedAgainstAnOrderThatShowsItsTip() {
        book(0, 9_990, 30, 10_010, 10);
        long time = 40 * SECOND;
        for (int i = 0; i < 16; i++) {
            time += SECOND;
            flow.trade(time, BookSide.BID, 10_010, 10);
            flow.level(time + 1, BookSide.ASK, 10_010, 0);
            flow.level(time + 2, BookSide.ASK, 10_010, 10);
            flow.whole(time + 2);
        }
        // Chance alone is ruled out at the seventh time, so the nine trades after it count of sixteen.
        assertThat(close(MINUTE).get(FeatureReading.ICEBERG_SCORE)).isCloseTo(9.0 / 16, within(1e-12));
    }
}
