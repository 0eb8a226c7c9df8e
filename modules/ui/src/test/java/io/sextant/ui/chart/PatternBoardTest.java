package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.analytics.pattern.PatternHit;
import io.sextant.analytics.pattern.PatternKind;
import io.sextant.analytics.pattern.PatternScanner;
import io.sextant.domain.market.BarSeries;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PatternBoardTest {

    private static List<String> scanned(BarSeries bars, int until) {
        List<String> hits = new ArrayList<>();
        PatternScanner scanner = new PatternScanner(
                EnumSet.allOf(PatternKind.class), hit -> hits.add(hit.kind() + " " + bars.openTimeNanos()[hit.bar()]));
        for (int i = 0; i < until; i++) {
            scanner.next(bars.open()[i], bars.high()[i], bars.low()[i], bars.close()[i]);
        }
        return hits;
    }

    private static List<String> found(PatternBoard board, CandleSeries series) {
        PatternRun run = Objects.requireNonNull(board.run());
        List<String> hits = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            PatternHit hit = run.hit(i);
            hits.add(hit.kind() + " " + series.openTimeNanos(run.index(hit.bar())));
        }
        return hits;
    }

    @Test
    void findsWhatTheScannerFindsInFinishedBarsAsTheyCome() {
        BarSeries bars = RandomBars.walk(3_000, 4);
        CandleSeries series = CandleSeries.of(bars.copyOfRange(0, 1_000));
        PatternBoard board = new PatternBoard(Runnable::run, Runnable::run, () -> {});
        board.attach(series);
        assertThat(board.run()).as("not wanted").isNull();
        board.show(true);
        assertThat(found(board, series)).isEqualTo(scanned(bars, 999)).isNotEmpty();
        for (int i = 1_000; i < 3_000; i++) {
            series.putAll(bars.copyOfRange(i, i + 1));
            board.seriesChanged();
        }
        assertThat(found(board, series)).isEqualTo(scanned(bars, 2_999));
        board.show(false);
        assertThat(board.run()).isNull();
    }

    @Test
    void olderHistoryBeginsItAnew() {
        BarSeries bars = RandomBars.walk(2_000, 5);
        CandleSeries series = CandleSeries.of(bars.copyOfRange(1_000, 2_000));
        PatternBoard board = new PatternBoard(Runnable::run, Runnable::run, () -> {});
        board.attach(series);
        board.show(true);
        series.prepend(bars.copyOfRange(0, 1_000));
        board.seriesChanged();
        assertThat(found(board, series)).isEqualTo(scanned(bars, 1_999));
    }

    @Test
    void manyBarsAreLookedAtOnTheWorkerAndTheNewestOnly() {
        BarSeries bars = RandomBars.walk(PatternRun.MOST_BARS + 5_000, 6);
        CandleSeries series = CandleSeries.of(bars);
        Deque<Runnable> worker = new ArrayDeque<>();
        List<String> changes = new ArrayList<>();
        PatternBoard board = new PatternBoard(worker::add, Runnable::run, () -> changes.add("changed"));
        board.attach(series);
        board.show(true);
        assertThat(board.isComputing()).isTrue();
        assertThat(board.run()).isNull();
        worker.remove().run();
        assertThat(board.isComputing()).isFalse();
        assertThat(changes).hasSize(1);
        PatternRun run = Objects.requireNonNull(board.run());
        assertThat(run.index(run.hit(0).bar())).isGreaterThanOrEqualTo(4_999);
        assertThat(run.findEffect(PatternKind.DOJI)).isPresent();
        int middle = run.index(run.hit(run.size() / 2).bar());
        int number = run.firstAtOrAfter(middle);
        assertThat(run.index(run.hit(number).bar())).isEqualTo(middle);
        assertThat(run.index(run.hit(number - 1).bar())).isLessThan(middle);
    }
}
