package io.sextant.benchmarks.chart;

import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.domain.market.BarSeries;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.chart.Study;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Pans charts of 50,000 to 5,000,000 candles with three studies, all of them in sight, in a window of 1200 by 700 with software
 * rendering, and ChartFX's own candle renderer, without studies, in the same run. Arguments: frames a chart, bars of the largest chart.
 */
public final class ChartFrames {

    private static final System.Logger LOG = System.getLogger(ChartFrames.class.getName());

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 700;
    private static final List<Study> STUDIES = List.of(
            new Study(1, IndicatorSpec.parse("bbands:20:2"), 0, Study.USUAL_SHARE),
            new Study(2, IndicatorSpec.parse("macd:12:26:9"), 1, Study.USUAL_SHARE),
            new Study(3, IndicatorSpec.parse("rsi:14"), 2, Study.USUAL_SHARE));
    private static final int WARM_UP_FRAMES = 200;
    private static final int STOCK_FRAMES_DIVISOR = 10;
    private static final double PAN_PIXELS_PER_FRAME = 7;
    private static final int FRAMES_PER_SWEEP = 60;

    private final int frames;
    private final Stage stage;

    private ChartFrames(int frames, Stage stage) {
        this.frames = frames;
        this.stage = stage;
    }

    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
        int largest = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000_000;
        useSoftwareRenderingWithoutDisplay();
        Platform.startup(() -> {});
        ChartFrames run = onFxThread(() -> new ChartFrames(frames, new Stage()));
        FrameTimes few = run.panOurs(50_000);
        run.panOurs(1_000_000);
        FrameTimes many = run.panOurs(largest);
        LOG.log(
                System.Logger.Level.INFO,
                String.format(
                        Locale.ROOT,
                        "p95 at %,d bars over p95 at 50,000: %.2f by the interval, %.2f by the processor",
                        largest,
                        many.intervalMillis(95) / few.intervalMillis(95),
                        many.processorMillis(95) / few.processorMillis(95)));
        run.panStock(2_000, frames / STOCK_FRAMES_DIVISOR * 2);
        run.panStock(50_000, frames / STOCK_FRAMES_DIVISOR);
        Platform.exit();
    }

    private static void useSoftwareRenderingWithoutDisplay() {
        setUnlessGiven("glass.platform", "Monocle");
        setUnlessGiven("monocle.platform", "Headless");
        setUnlessGiven("headless.geometry", "1920x1080-32");
        setUnlessGiven("prism.order", "sw");
        // A pulse follows the one before at once, instead of 60 times a second: the interval between two is then the
        // frame's time.
        setUnlessGiven("javafx.animation.fullspeed", "true");
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private FrameTimes panOurs(int size) throws ExecutionException, InterruptedException {
        BarSeries bars = SampleBars.walk(size, 7);
        CompletableFuture<FrameTimes> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            PriceChart chart = new PriceChart();
            chart.setLocale(Locale.ENGLISH);
            chart.setTitle("Benchmark");
            chart.setSeries(CandleSeries.of(bars));
            chart.setStudies(STUDIES);
            show(chart);
            Platform.runLater(() -> measureWhenComputed(chart, done));
        });
        return report("Sextant", size, done.get());
    }

    /** The studies of a long series come from another thread; until then there is less to draw. */
    private void measureWhenComputed(PriceChart chart, CompletableFuture<FrameTimes> done) {
        if (chart.isComputing()) {
            Platform.runLater(() -> measureWhenComputed(chart, done));
            return;
        }
        chart.showAll();
        FrameTimes.measure(stage.getScene(), WARM_UP_FRAMES, frames, pan(chart::panPixels), done);
    }

    private void panStock(int size, int stockFrames) throws ExecutionException, InterruptedException {
        BarSeries bars = SampleBars.walk(size, 7);
        CompletableFuture<FrameTimes> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            StockCandles chart = new StockCandles(bars);
            show(chart);
            FrameTimes.measure(
                    stage.getScene(), stockFrames / 4, stockFrames, pan(pixels -> chart.pan(pixels / WIDTH)), done);
        });
        report("ChartFX CandleStickRenderer", size, done.get());
    }

    /** To the right and back, so that the bars never leave the window. */
    private static IntConsumer pan(java.util.function.DoubleConsumer byPixels) {
        return frame ->
                byPixels.accept(frame / FRAMES_PER_SWEEP % 2 == 0 ? PAN_PIXELS_PER_FRAME : -PAN_PIXELS_PER_FRAME);
    }

    private void show(Parent content) {
        stage.setScene(new Scene(new StackPane(content), WIDTH, HEIGHT));
        stage.show();
    }

    private static FrameTimes report(String name, int size, FrameTimes times) {
        LOG.log(
                System.Logger.Level.INFO,
                String.format(
                        Locale.ROOT,
                        "%s, %,d bars, %d frames: interval p50 %.1f ms, p95 %.1f ms (%.0f frames/s); of it on the JavaFX thread p95 %.1f ms;"
                                + " processor p50 %.1f ms, p95 %.1f ms",
                        name,
                        size,
                        times.count(),
                        times.intervalMillis(50),
                        times.intervalMillis(95),
                        1_000 / times.intervalMillis(50),
                        times.layoutMillis(95),
                        times.processorMillis(50),
                        times.processorMillis(95)));
        return times;
    }

    private static <T> T onFxThread(java.util.concurrent.Callable<T> work)
            throws ExecutionException, InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.get();
    }
}
