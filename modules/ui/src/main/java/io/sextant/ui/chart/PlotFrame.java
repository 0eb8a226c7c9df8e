package io.sextant.ui.chart;

import io.sextant.analytics.pattern.AfterEffect;
import io.sextant.analytics.pattern.PatternHit;
import io.sextant.analytics.pattern.PatternKind;
import io.sextant.analytics.profile.VolumeProfile;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.chart.drawing.Drawing;
import io.sextant.ui.chart.drawing.DrawingBook;
import io.sextant.ui.chart.style.ChartStyle;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that is drawn in one frame, worked out once and read by the axes, the layers and the crosshair. */
final class PlotFrame {

    /** Shares of the height that stay free above and below the candles; volume stands in the lower one. */
    private static final double MARGIN_TOP = 0.10;

    private static final double MARGIN_BOTTOM = 0.20;
    private static final double VOLUME_SHARE = 0.16;

    /** However many panes there are, the prices keep this share of the height. */
    private static final double PRICE_SHARE_LEAST = 0.3;

    private static final double PIXELS_PER_PROFILE_ROW = 4;
    private static final int PROFILE_ROWS_MAX = 160;
    private static final int PERCENT_DECIMALS = 2;
    private static final PatternWords NO_WORDS = new PatternWords() {
        @Override
        public String name(PatternKind kind) {
            return kind.code();
        }

        @Override
        public String say(PatternHit hit, long knownNanos, Optional<AfterEffect> effect) {
            return hit.kind().code();
        }
    };

    private static final VolumeProfile NO_PROFILE = VolumeProfile.of(BarSeries.EMPTY, 0, 0, 1);

    CandleSeries bars = CandleSeries.empty();

    /** The market's own bars, of which {@code bars} may be made. */
    CandleSeries source = bars;

    ChartPalette palette = ChartPalette.LIGHT;
    ChartFormats formats = new ChartFormats(Locale.ENGLISH, ZoneId.of("UTC"), Timeframe.M1, 2);
    List<OrderLine> orders = List.of();
    List<FillMark> fills = List.of();
    List<NewsMark> news = List.of();
    List<TimeBand> doubts = List.of();
    List<TimeBand> events = List.of();
    PatternWords patternWords = NO_WORDS;
    List<StudyPlot> studies = List.of();
    PatternBoard patterns = new PatternBoard(Runnable::run, Runnable::run, () -> {});

    /** An order whose line is being dragged, at its new price. */
    Optional<OrderLine> dragged = Optional.empty();

    /** Marks of later times are not shown, as in a replay. */
    long shownUntilNanos = Long.MAX_VALUE;

    /** What the layers have drawn that tells something under the mouse. */
    final List<MarkSpot> markSpots = new ArrayList<>();

    double tick = 0.01;
    List<StudyPlot> closeLine = List.of();
    List<ComparisonPlot> comparisons = List.of();
    DrawingBook drawings = new DrawingBook(List.of());

    /** What is just being drawn or moved. */
    Optional<Drawing> drawn = Optional.empty();

    ChartStyle style = ChartStyle.CANDLES;
    boolean logScale;
    String countdown = "";
    boolean profileShown;

    final ChartViewport view = new ChartViewport();
    final CandleFrame candles = new CandleFrame();
    final ValueScale priceScale = new ValueScale();
    final ValueScale volumeScale = new ValueScale();
    final PriceTicks priceTicks = new PriceTicks();
    final TimeTicks timeTicks = new TimeTicks();
    VolumeProfile profile = NO_PROFILE;

    private final ProfileFrame profileFrame = new ProfileFrame();
    private double width;
    private double height;
    private double priceHeight;
    private double percentBase = Double.NaN;
    private boolean stale = true;

    void markStale() {
        stale = true;
    }

    boolean isStale() {
        return stale;
    }

    double width() {
        return width;
    }

    /** Of the whole plot, panes of studies included. */
    double height() {
        return height;
    }

    /** Of the pane of the prices, which stands on top. */
    double priceHeight() {
        return priceHeight;
    }

    /** Whether the axis counts percent from the first bar in sight, as it does when instruments are compared. */
    boolean isPercent() {
        return percentBase > 0;
    }

    /** A price as the axis says it. */
    String priceText(double price) {
        return isPercent() ? formats.percent((price / percentBase - 1) * 100) : formats.price(price);
    }

    double lastPrice() {
        return source.isEmpty() ? Double.NaN : source.close(source.endIndex() - 1);
    }

    /** Whether the newest bar of the market closes above its open or on it. */
    boolean lastRises() {
        return !source.isEmpty() && lastPrice() >= source.open(source.endIndex() - 1);
    }

    boolean hasBars() {
        return !bars.isEmpty();
    }

    double onTick(double price) {
        return Math.rint(price / tick) * tick;
    }

    double positionOf(long timeNanos) {
        return TimePlace.positionOf(bars, timeNanos, formats.barNanos());
    }

    /** Where a time stands, whether there is a bar at it or not. */
    double xOf(long timeNanos) {
        return view.x(positionOf(timeNanos));
    }

    long timeAt(double x) {
        return TimePlace.timeAt(bars, view.positionAt(x), formats.barNanos());
    }

    /** The study in whose pane {@code y} is; empty for the prices. */
    Optional<StudyPlot> paneAt(double y) {
        return studies.stream()
                .filter(plot -> plot.isBelow() && y >= plot.top && y < plot.top + plot.height)
                .findFirst();
    }

    /** Works the frame out for this size, unless it is worked out already. */
    void prepare(double newWidth, double newHeight) {
        if (!stale && newWidth == width && newHeight == height) {
            return;
        }
        width = newWidth;
        height = newHeight;
        stale = false;
        view.resize(width);
        candles.compute(bars, view);
        layOutPanes();
        closeLine.forEach(plot -> plot.compute(candles));
        compare();
        if (candles.count > 0) {
            scale();
        }
        tickPrices();
        timeTicks.compute(bars, view, formats.barNanos(), formats.zone());
        profile = profileShown && candles.count > 0 ? profileInSight() : NO_PROFILE;
    }

    private void tickPrices() {
        priceTicks.count = 0;
        if (!hasBars()) {
            return;
        }
        if (isPercent()) {
            double step = 100 / percentBase;
            priceTicks.compute(
                    (priceScale.value(priceHeight) - percentBase) * step,
                    (priceScale.value(0) - percentBase) * step,
                    priceHeight,
                    PERCENT_DECIMALS);
            for (int i = 0; i < priceTicks.count; i++) {
                priceTicks.value[i] = percentBase * (1 + priceTicks.value[i] / 100);
            }
        } else if (priceScale.isLogarithmic()) {
            priceTicks.compute(priceScale, priceHeight, formats.priceDecimals());
        } else {
            priceTicks.compute(
                    priceScale.value(priceHeight), priceScale.value(0), priceHeight, formats.priceDecimals());
        }
    }

    private VolumeProfile profileInSight() {
        int rows = (int) Math.clamp(
                (priceScale.y(candles.lowest) - priceScale.y(candles.highest)) / PIXELS_PER_PROFILE_ROW,
                1,
                PROFILE_ROWS_MAX);
        return profileFrame.compute(bars, candles.from[0], candles.to[candles.count - 1], rows);
    }

    private void compare() {
        percentBase = comparisons.isEmpty() || candles.count == 0 ? Double.NaN : bars.close(candles.from[0]);
        for (ComparisonPlot plot : comparisons) {
            plot.compute(bars, candles, percentBase);
        }
    }

    private void layOutPanes() {
        double shares = 0;
        for (StudyPlot plot : studies) {
            plot.compute(candles);
            shares += plot.isBelow() ? plot.study.share() : 0;
        }
        double shrunk = shares > 1 - PRICE_SHARE_LEAST ? (1 - PRICE_SHARE_LEAST) / shares : 1;
        double top = height;
        for (StudyPlot plot : studies.reversed()) {
            if (plot.isBelow()) {
                double paneHeight = Math.rint(height * plot.study.share() * shrunk);
                top -= paneHeight;
                plot.place(top, paneHeight);
            }
        }
        priceHeight = top;
    }

    private void scale() {
        double high = candles.highest;
        double low = candles.lowest;
        for (ComparisonPlot plot : comparisons) {
            high = Math.max(high, plot.frame.highest);
            low = Math.min(low, plot.frame.lowest);
        }
        double leastRange = 4 * Math.pow(10, -formats.priceDecimals());
        if (high - low < leastRange) {
            double middle = (high + low) / 2;
            high = middle + leastRange / 2;
            low = middle - leastRange / 2;
        }
        priceScale.set(
                low, high, Math.rint(priceHeight * MARGIN_TOP), Math.rint(priceHeight * (1 - MARGIN_BOTTOM)), logScale);
        volumeScale.set(
                0, candles.volumeMax > 0 ? candles.volumeMax : 1, priceHeight * (1 - VOLUME_SHARE), priceHeight);
    }
}
