package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.testing.DoubleClick;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PriceChartTest {

    private static final int SIZE = 5_000;

    private final BarSeries bars = RandomBars.walk(SIZE, 42);
    private PriceChart chart;
    private CandleSeries series;

    @Start
    void show(Stage stage) {
        chart = new PriceChart();
        chart.setLocale(Locale.ENGLISH);
        chart.setZone(ZoneOffset.UTC);
        chart.setTimeframe(Timeframe.M1);
        chart.setTitle("BTC-USDT");
        series = CandleSeries.of(bars);
        chart.setSeries(series);
        stage.setScene(new Scene(new StackPane(chart), 1_000, 600));
        stage.sizeToScene();
        stage.show();
        stage.toFront();
    }

    @Test
    void wheelZoomsAroundTheBarUnderTheMouse(FxRobot robot) {
        settle(robot);
        robot.moveTo(at(400, 300));
        double under = chart.viewport().positionAt(400);
        double before = chart.viewport().pixelsPerBar();

        robot.scroll(4, VerticalDirection.UP);
        settle(robot);

        assertThat(chart.viewport().pixelsPerBar()).isNotCloseTo(before, within(before * 0.05));
        assertThat(chart.viewport().positionAt(400)).isCloseTo(under, within(0.5));
        double zoomed = chart.viewport().pixelsPerBar();

        robot.scroll(8, VerticalDirection.DOWN);
        settle(robot);

        assertThat(Math.signum(chart.viewport().pixelsPerBar() - zoomed)).isEqualTo(Math.signum(before - zoomed));
    }

    @Test
    void draggingMovesTheBarsWithTheHand(FxRobot robot) {
        settle(robot);
        double left = chart.viewport().left();
        double pixelsPerBar = chart.viewport().pixelsPerBar();

        robot.moveTo(at(300, 300))
                .press(MouseButton.PRIMARY)
                .moveTo(at(540, 310))
                .release(MouseButton.PRIMARY);
        settle(robot);

        assertThat(left - chart.viewport().left()).isCloseTo(240 / pixelsPerBar, within(0.3));
        assertThat(chart.viewport().isLive()).isFalse();
    }

    @Test
    void keysPanZoomAndJump(FxRobot robot) {
        settle(robot);
        robot.clickOn(at(500, 300));
        robot.moveTo(at(500, 300));
        double pixelsPerBar = chart.viewport().pixelsPerBar();

        robot.type(KeyCode.LEFT, 3);
        settle(robot);
        assertThat(chart.viewport().isLive()).isFalse();

        robot.type(KeyCode.MINUS);
        settle(robot);
        assertThat(chart.viewport().pixelsPerBar()).isLessThan(pixelsPerBar);

        robot.type(KeyCode.HOME);
        settle(robot);
        assertThat(chart.viewport().firstVisible()).isZero();

        robot.type(KeyCode.END);
        settle(robot);
        assertThat(chart.viewport().isLive()).isTrue();
    }

    @Test
    void doubleClickAndTheButtonLeadBackToTheNewestBar(FxRobot robot) {
        settle(robot);
        robot.interact(() -> chart.panPixels(3_000));
        settle(robot);
        robot.clickOn("#" + ChartOverlay.LIVE_BUTTON_ID);
        settle(robot);
        assertThat(chart.viewport().isLive()).isTrue();

        robot.interact(() -> chart.panPixels(3_000));
        DoubleClick.at(robot, at(200, 200));
        settle(robot);
        assertThat(chart.viewport().isLive()).isTrue();
    }

    @Test
    void legendAndAxisLabelsTellOfTheBarUnderTheCrosshair(FxRobot robot) {
        settle(robot);
        robot.interact(() -> chart.showBars(1_000, 1_100));
        settle(robot);
        int index = 1_040;
        double x = chart.viewport().x(index + 0.5);

        robot.moveTo(at(x, 250));
        settle(robot);

        assertThat(chart.hoveredIndexProperty().get()).isEqualTo(index);
        Bar bar = bars.get(index);
        assertThat(text(robot, "chart-legend-open")).isEqualTo(twoDecimals(bar.open()));
        assertThat(text(robot, "chart-legend-high")).isEqualTo(twoDecimals(bar.high()));
        assertThat(text(robot, "chart-legend-low")).isEqualTo(twoDecimals(bar.low()));
        assertThat(text(robot, "chart-legend-close")).isEqualTo(twoDecimals(bar.close()));
        String time =
                EpochTime.at(bar.openTimeNanos(), ZoneOffset.UTC).toLocalTime().toString();
        assertThat(text(robot, "chart-crosshair-time")).endsWith(time);
        assertThat(robot.lookup("#chart-crosshair-price")
                        .<Text>query()
                        .getParent()
                        .isVisible())
                .isTrue();
    }

    @Test
    void legendSumsUpAllBarsOfAPixel(FxRobot robot) {
        robot.interact(() -> chart.showAll());
        settle(robot);

        robot.moveTo(at(400, 250));
        settle(robot);

        assertThat(text(robot, "chart-legend-note")).endsWith("bars");
        int to = chart.hoveredIndexProperty().get() + 1;
        double high = Double.parseDouble(text(robot, "chart-legend-high"));
        double brute = 0;
        int count = Integer.parseInt(text(robot, "chart-legend-note").split(" ")[0]);
        for (int i = to - count; i < to; i++) {
            brute = Math.max(brute, bars.high()[i]);
        }
        assertThat(high).isCloseTo(brute, within(0.005));
    }

    @Test
    void followsTheMarketAtTheRightEdge(FxRobot robot) {
        settle(robot);
        double last = bars.close()[SIZE - 1];
        double x = chart.viewport().x(SIZE - 1);

        robot.interact(() ->
                series.put(bars.lastTimeNanos() + RandomBars.MINUTE_NANOS, last, last + 1, last - 1, last + 0.5, 9));
        settle(robot);

        assertThat(chart.viewport().x(SIZE)).isCloseTo(x, within(1e-6));
        assertThat(text(robot, "chart-legend-close")).isEqualTo(twoDecimals(last + 0.5));
    }

    @Test
    void asksForOlderHistoryOnceForEachOldestBar(FxRobot robot) {
        List<Long> asked = new ArrayList<>();
        robot.interact(() -> chart.setOnHistoryWanted(asked::add));

        robot.interact(() -> chart.panPixels(1e6));
        robot.interact(() -> chart.panPixels(10));
        assertThat(asked).containsExactly(bars.firstTimeNanos());

        long older = bars.firstTimeNanos() - 300 * RandomBars.MINUTE_NANOS;
        robot.interact(() -> series.prepend(RandomBars.walk(300, 1, older, RandomBars.MINUTE_NANOS)));
        robot.interact(() -> chart.panPixels(1e6));
        assertThat(asked).containsExactly(bars.firstTimeNanos(), older);
    }

    @Test
    void saysInBothLanguagesWhyThereIsNothingToSee(FxRobot robot) {
        robot.interact(() -> {
            chart.setSeries(CandleSeries.empty());
            chart.setStatus(ChartStatus.LOADING);
        });
        settle(robot);
        assertThat(text(robot, "chart-message-title")).isEqualTo("Loading bars\u2026");

        robot.interact(() -> {
            chart.setLocale(Locale.FRENCH);
            chart.setStatus(ChartStatus.NO_DATA_FOR_TIMEFRAME);
        });
        settle(robot);
        assertThat(text(robot, "chart-message-title")).startsWith("Aucune donn\u00e9e");

        robot.interact(() -> series.prepend(BarSeries.EMPTY));
        robot.interact(() -> chart.getSeries().putAll(bars));
        settle(robot);
        assertThat(robot.lookup("#chart-message-title").<Text>query().isVisible())
                .isFalse();
    }

    @Test
    void drawsOrdersAndFillsInTheirColours(FxRobot robot) {
        double close = bars.close()[SIZE - 1];
        robot.interact(() -> {
            chart.setOrderLines(List.of(new OrderLine("1", close * 1.0005, Side.BUY, "Buy 1")));
            chart.setFills(List.of(
                    new FillMark("#1", bars.openTimeNanos()[SIZE - 20], bars.close()[SIZE - 20], Side.SELL, "Sold 1")));
        });
        settle(robot);

        assertThat(pixelsOf(robot, ChartPalette.LIGHT.buy())).isGreaterThan(800);
        assertThat(pixelsOf(robot, ChartPalette.LIGHT.sell())).isGreaterThan(15);
    }

    /** The picture itself, column by column, against brute force over all bars of the column. */
    @Test
    void everyPixelColumnReachesItsTrueHighAndLow(FxRobot robot) {
        robot.interact(() -> {
            PlotFrame frame = new PlotFrame();
            frame.bars = series;
            frame.view.resize(600);
            frame.view.reset(0, SIZE);
            frame.view.showAll();
            frame.prepare(600, 400);
            Canvas canvas = new Canvas(600, 400);
            new CandleLayer().draw(canvas.getGraphicsContext2D(), frame);
            PixelReader pixels = canvas.snapshot(null, null).getPixelReader();
            double perPixel = 1 / frame.view.pixelsPerBar();
            long firstColumn = (long) Math.floor(frame.view.left() / perPixel);
            for (int x = 1; x < 530; x++) {
                double high = Double.NEGATIVE_INFINITY;
                double low = Double.POSITIVE_INFINITY;
                for (int i = 0; i < SIZE; i++) {
                    if (i >= (firstColumn + x) * perPixel && i < (firstColumn + x + 1) * perPixel) {
                        high = Math.max(high, bars.high()[i]);
                        low = Math.min(low, bars.low()[i]);
                    }
                }
                assertThat(firstPainted(pixels, x, 0, 1)).isEqualTo((int) Math.floor(frame.priceScale.y(high)));
                assertThat(firstPainted(pixels, x, 399, -1)).isEqualTo((int) Math.floor(frame.priceScale.y(low)));
            }
        });
    }

    private static int firstPainted(PixelReader pixels, int x, int from, int step) {
        int y = from;
        while (y >= 0 && y < 400 && pixels.getColor(x, y).equals(Color.WHITE)) {
            y += step;
        }
        return y;
    }

    private int pixelsOf(FxRobot robot, Color colour) {
        int[] count = new int[1];
        robot.interact(() -> {
            var image = chart.snapshot(null, null);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    count[0] += image.getPixelReader().getColor(x, y).equals(colour) ? 1 : 0;
                }
            }
        });
        return count[0];
    }

    private static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private Point2D at(double x, double y) {
        return chart.localToScreen(x, y);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup("#" + id).<Text>query().getText();
    }

    /** Two pulses: one lays out, one draws what the layout changed. */
    private static void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {});
        WaitForAsyncUtils.waitForFxEvents();
    }
}
