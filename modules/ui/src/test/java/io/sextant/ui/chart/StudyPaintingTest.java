package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.analytics.profile.VolumeProfile;
import io.sextant.domain.market.BarSeries;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudyPaintingTest {

    private static final int SIZE = 60_000;

    private final BarSeries bars = RandomBars.walk(SIZE, 11);

    @Start
    void start(Stage stage) {
        stage.show();
    }

    /** The picture of a line, column by column, against brute force over all values of the column. */
    @Test
    void everyPixelColumnOfALineReachesItsTrueExtremes(FxRobot robot) {
        robot.interact(() -> {
            PlotFrame frame = frame(600, "rsi:5");
            frame.view.showAll();
            frame.prepare(600, 400);
            StudyPlot plot = frame.studies.getFirst();
            Canvas canvas = new Canvas(600, 400);
            new LinePainter().line(canvas.getGraphicsContext2D(), frame, plot.frame(0), plot.scale, Color.BLACK);
            PixelReader pixels = canvas.snapshot(null, null).getPixelReader();
            double[] values = IndicatorSpec.parse("rsi:5").columns(bars)[0];
            for (int slot = 1; slot < frame.candles.count; slot++) {
                double high = Double.NEGATIVE_INFINITY;
                double low = Double.POSITIVE_INFINITY;
                for (int i = frame.candles.from[slot]; i < frame.candles.to[slot]; i++) {
                    high = Math.max(high, values[i]);
                    low = Math.min(low, values[i]);
                }
                int x = frame.candles.x[slot];
                if (x < 600) {
                    assertThat(firstPainted(pixels, x, 0, 1)).isLessThanOrEqualTo((int) Math.floor(plot.scale.y(high)));
                    assertThat(firstPainted(pixels, x, 399, -1))
                            .isGreaterThanOrEqualTo((int) Math.floor(plot.scale.y(low)));
                    double before = values[frame.candles.from[slot] - 1];
                    assertThat(firstPainted(pixels, x, 0, 1))
                            .as("nothing above what is there or came before")
                            .isEqualTo((int) Math.floor(plot.scale.y(Math.max(high, before))));
                }
            }
        });
    }

    @Test
    void panesStandBelowThePricesAndNeverTakeMoreThanTheirPart(FxRobot robot) {
        robot.interact(() -> {
            PlotFrame frame = frame(600, "rsi:5", "macd", "atr");
            frame.prepare(600, 400);
            assertThat(frame.priceHeight()).isEqualTo(400 - 3 * 72);
            assertThat(frame.studies.get(0).top).isEqualTo(frame.priceHeight());
            assertThat(frame.studies.get(2).top + frame.studies.get(2).height).isEqualTo(400);
            assertThat(frame.paneAt(399)).contains(frame.studies.get(2));
            assertThat(frame.paneAt(10)).isEmpty();
            frame.studies.forEach(plot -> plot.study = plot.study.withShare(0.5));
            frame.markStale();
            frame.prepare(600, 400);
            assertThat(frame.priceHeight()).isBetween(115.0, 125.0);
        });
    }

    /** From blocks of bars, far out, against all bars. */
    @Test
    void theProfileOfManyBarsIsCloseToTheExactOne() {
        CandleSeries series = CandleSeries.of(bars);
        VolumeProfile exact = VolumeProfile.of(bars, 137, SIZE - 41, 100);
        VolumeProfile quick = new ProfileFrame().compute(series, 137, SIZE - 41, 100);
        assertThat(quick.lowest()).isEqualTo(exact.lowest());
        assertThat(quick.rowHeight()).isEqualTo(exact.rowHeight());
        assertThat(quick.total()).isCloseTo(exact.total(), withinPercentage(1e-6));
        double wrong = 0;
        for (int row = 0; row < 100; row++) {
            wrong += Math.abs(exact.volumes()[row] - quick.volumes()[row]);
        }
        assertThat(wrong / exact.total()).isLessThan(0.08);
        VolumeProfile few = new ProfileFrame().compute(series, 100, 3_000, 50);
        assertThat(few.volumes())
                .containsExactly(VolumeProfile.of(bars, 100, 3_000, 50).volumes());
    }

    private PlotFrame frame(double width, String... specs) {
        PlotFrame frame = new PlotFrame();
        frame.bars = CandleSeries.of(bars);
        StudyBoard board = new StudyBoard(Runnable::run, Runnable::run, () -> {});
        board.attach(frame.bars);
        board.show(IntStream.range(0, specs.length)
                .mapToObj(i -> new Study(i, IndicatorSpec.parse(specs[i]), i, Study.USUAL_SHARE))
                .toList());
        frame.studies = List.copyOf(board.plots());
        frame.view.resize(width);
        frame.view.reset(0, SIZE);
        return frame;
    }

    private static int firstPainted(PixelReader pixels, int x, int from, int step) {
        int y = from;
        while (y >= 0 && y < 400 && pixels.getColor(x, y).equals(Color.WHITE)) {
            y += step;
        }
        return y;
    }
}
