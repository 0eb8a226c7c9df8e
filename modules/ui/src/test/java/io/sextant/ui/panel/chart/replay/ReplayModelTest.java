package io.sextant.ui.panel.chart.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.ui.chart.CandleSeries;
import org.junit.jupiter.api.Test;

class ReplayModelTest {

    private final ReplayModel replay = new ReplayModel();

    @Test
    void showsNothingThatOpensAtTheMomentOrLater() {
        CandleSeries source = CandleSeries.of(bars(0, 100));
        replay.start(source, 60);
        assertThat(replay.shown().get().size()).isEqualTo(60);
        assertThat(replay.momentNanos().get()).isEqualTo(60);
        assertThat(replay.step()).isTrue();
        CandleSeries shown = replay.shown().get();
        assertThat(shown.bar(shown.endIndex() - 1)).isEqualTo(source.bar(60));
        replay.start(source, -5);
        assertThat(replay.shown().get().size()).as("one bar at least").isEqualTo(1);
    }

    @Test
    void liveBarsStayHiddenUntilTheReplayReachesThemAndHistoryIsShown() {
        CandleSeries source = CandleSeries.of(bars(50, 100));
        replay.start(source, 99);
        source.putAll(bars(99, 103));
        assertThat(replay.shown().get().size()).isEqualTo(49);
        source.prepend(bars(0, 50));
        assertThat(replay.shown().get().size()).isEqualTo(99);
        replay.playing().set(true);
        int steps = 0;
        while (replay.step()) {
            steps++;
        }
        assertThat(steps).isEqualTo(4);
        assertThat(replay.playing().get()).as("it stops at the newest bar").isFalse();
        source.putAll(bars(102, 105));
        assertThat(replay.step()).isTrue();
    }

    @Test
    void leavingForgetsTheSeries() {
        CandleSeries source = CandleSeries.of(bars(0, 100));
        replay.start(source, 10);
        replay.exit();
        assertThat(replay.active().get()).isFalse();
        assertThat(replay.step()).isFalse();
        assertThat(replay.shown().get().isEmpty()).isTrue();
    }

    private static BarSeries bars(int from, int to) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = from; i < to; i++) {
            bars.add(i, i, i + 1, i - 1, i, 1);
        }
        return bars.build();
    }
}
