package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.analytics.indicator.IndicatorCatalog;
import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.analytics.ta4j.NamedIndicators;
import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyBoardTest {

    private static final int COUNT = 3_000;

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private int changes;
    private final StudyBoard board = new StudyBoard(work::add, answers::add, () -> changes++);
    private final BarSeries bars = RandomBars.walk(COUNT, 5);

    /** History in front, bars one by one, the newest of them changing three times: every kind ends as if fed all bars once. */
    @Test
    void everyIndicatorStreamedEqualsItsColumnOverAllBars() {
        CandleSeries series = CandleSeries.of(bars.copyOfRange(1_000, 2_000));
        series.addListener(board::seriesChanged);
        board.attach(series);
        List<IndicatorKind> kinds = IndicatorCatalog.all();
        board.show(kinds.stream()
                .map(kind -> new Study(kinds.indexOf(kind), IndicatorSpec.usual(kind), 0, 0.1))
                .toList());
        series.prepend(bars.copyOfRange(0, 1_000));
        for (int i = 2_000; i < COUNT; i++) {
            Bar bar = bars.get(i);
            series.put(new Bar(bar.openTimeNanos(), bar.open(), bar.open(), bar.open(), bar.open(), 1));
            series.put(new Bar(bar.openTimeNanos(), bar.open(), bar.high(), bar.open(), bar.high(), 2));
            series.put(bar);
        }
        for (StudyPlot plot : board.plots()) {
            double[][] columns = plot.study.spec().columns(bars);
            for (int output = 0; output < columns.length; output++) {
                for (int i = 0; i < COUNT; i++) {
                    assertThat((Double) plot.value(output, i - 1_000))
                            .as("%s output %d at %d", plot.study.title(), output, i)
                            .isEqualTo(Double.valueOf(columns[output][i]));
                }
            }
        }
        assertThat(work).as("short series need no worker").isEmpty();
    }

    /** ta4j wants the second number of its MACD above the first; each alone is within its range. */
    @Test
    void aStudyWhoseNumbersDoNotGoTogetherLeavesTheOthersAlone() {
        IndicatorSpec refused = NamedIndicators.parse("ta4j.macd:30:26");
        CandleSeries series = CandleSeries.of(bars.copyOfRange(0, 500));
        series.addListener(board::seriesChanged);
        board.attach(series);
        board.show(List.of(new Study(1, refused, 0, 0.1), study(2, "sma:20")));
        series.put(bars.get(500));

        assertThat(board.plots().getFirst().run).isNull();
        assertThat(board.isComputing()).isFalse();
        assertThat((Double) board.plots().getLast().value(0, 500))
                .isEqualTo(Double.valueOf(IndicatorSpec.parse("sma:20").columns(bars)[0][500]));
    }

    @Test
    void aLongSeriesIsComputedOnTheWorkerAndBarsThatCameMeanwhileAreNotLost() {
        BarSeries longer = RandomBars.walk(StudyBoard.AT_ONCE_BARS + 50, 6);
        CandleSeries series = CandleSeries.of(longer.copyOfRange(0, StudyBoard.AT_ONCE_BARS + 10));
        series.addListener(board::seriesChanged);
        board.attach(series);
        board.show(List.of(study(1, "sma:20")));
        assertThat(board.isComputing()).isTrue();
        assertThat(board.plots().getFirst().run).isNull();
        series.putAll(longer);

        work.remove().run();
        answers.remove().run();

        assertThat(board.isComputing()).isFalse();
        assertThat(changes).isEqualTo(1);
        double[] column = IndicatorSpec.parse("sma:20").columns(longer)[0];
        for (int i = 0; i < longer.size(); i++) {
            assertThat((Double) board.plots().getFirst().value(0, i)).isEqualTo(Double.valueOf(column[i]));
        }
    }

    @Test
    void anAnswerForASeriesThatIsNoLongerShownIsDroppedAndAskedAnew() {
        CandleSeries first = CandleSeries.of(RandomBars.walk(StudyBoard.AT_ONCE_BARS + 10, 7));
        board.attach(first);
        board.show(List.of(study(1, "ema:9")));
        BarSeries other = RandomBars.walk(500, 8);
        board.attach(CandleSeries.of(other));

        work.remove().run();
        answers.remove().run();

        double[] column = IndicatorSpec.parse("ema:9").columns(other)[0];
        assertThat(board.plots().getFirst().value(0, 499)).isEqualTo(column[499]);
    }

    @Test
    void aStudyThatOnlyChangesItsPaneKeepsItsValues() {
        board.attach(CandleSeries.of(bars));
        board.show(List.of(study(1, "rsi:14"), study(2, "atr:14")));
        StudyRun before = board.plots().getFirst().run;
        board.show(List.of(study(2, "atr:14"), study(1, "rsi:14").withShare(0.3)));
        assertThat(board.plots().get(1).run).isSameAs(before);
        board.show(List.of(study(1, "rsi:7")));
        assertThat(board.plots().getFirst().run).isNotSameAs(before);
    }

    private static Study study(int id, String spec) {
        return new Study(id, IndicatorSpec.parse(spec), 0, 0.2);
    }
}
