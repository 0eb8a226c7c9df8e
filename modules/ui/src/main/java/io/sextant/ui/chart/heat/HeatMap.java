package io.sextant.ui.chart.heat;

import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.theme.FocusEdge;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.LongFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws a {@link HeatHistory}: the resting quantities, the best prices and the trades as a bitmap that is written as a whole each frame,
 * and the axes beside it. Drawn on a canvas, twenty levels by a thousand slices would be twenty thousand rectangles a frame.
 */
public final class HeatMap extends Region {

    private static final double PRICE_AXIS = 74;
    private static final double TIME_AXIS = 20;
    private static final double PRICE_LABEL_SPACING = 46;
    private static final double TIME_LABEL_SPACING = 110;
    private static final int ROOM_TICKS = 4;
    private static final Font FONT = Font.font("Roboto", 11);

    /** What is under the pointer. {@code quantity} is what rested there, zero where nothing did. */
    public record Place(long timeNanos, double price, double quantity) {}

    /** How prices and times read. */
    public record Words(DoubleFunction<String> price, LongFunction<String> time) {}

    private final ImageView picture = new ImageView();
    private final Canvas over = new Canvas();
    private final HeatRaster raster = new HeatRaster();
    private final HeatInk overlay = new HeatInk();
    private HeatColours colours = new HeatColours(true);
    private Color text = Color.web("#8e99a6");
    private int bidArgb = HeatColours.argb(Color.web("#26b3a0"));
    private int askArgb = HeatColours.argb(Color.web("#ef5466"));
    private HeatHistory history = new HeatHistory(1, 1);
    private double tick = 1;
    private int slicePixels = 3;
    private double contrast = 1;
    private double low = Double.NaN;
    private double high = Double.NaN;
    private Optional<PixelBuffer<IntBuffer>> buffer = Optional.empty();
    private int[] pixels = new int[0];
    private Words words = new Words(String::valueOf, String::valueOf);

    public HeatMap() {
        getStyleClass().add("heat-map");
        picture.setManaged(false);
        over.setManaged(false);
        getChildren().addAll(picture, over, new FocusEdge(this));
        setMinSize(160, 100);
    }

    public void setPalette(ChartPalette palette) {
        colours = new HeatColours(palette.isDark());
        text = palette.mutedText();
        bidArgb = HeatColours.argb(palette.upText());
        askArgb = HeatColours.argb(palette.downText());
        draw();
    }

    public void setWords(Words newWords) {
        words = newWords;
        draw();
    }

    /** Shows another history from now on; the price range begins anew. */
    public void show(HeatHistory newHistory, double newTick) {
        history = newHistory;
        tick = newTick;
        low = Double.NaN;
        draw();
    }

    public int slicePixels() {
        return slicePixels;
    }

    public void setSlicePixels(int pixelsPerSlice) {
        slicePixels = Math.clamp(pixelsPerSlice, 1, 24);
        draw();
    }

    public double contrast() {
        return contrast;
    }

    /** Above 1 smaller quantities show more. */
    public void setContrast(double newContrast) {
        contrast = Math.clamp(newContrast, 0.125, 16);
        draw();
    }

    @Override
    protected void layoutChildren() {
        int width = (int) Math.max(0, getWidth() - PRICE_AXIS);
        int height = (int) Math.max(0, getHeight() - TIME_AXIS);
        over.setWidth(getWidth());
        over.setHeight(getHeight());
        if (width > 0 && height > 0 && pixels.length != width * height) {
            pixels = new int[width * height];
            PixelBuffer<IntBuffer> made =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            buffer = Optional.of(made);
            picture.setImage(new WritableImage(made));
        } else if (buffer.filter(b -> b.getWidth() != width).isPresent()) {
            pixels = new int[0];
            layoutChildren();
            return;
        }
        draw();
    }

    /** Draws the history as it is now. */
    public void draw() {
        GraphicsContext ink = over.getGraphicsContext2D();
        ink.clearRect(0, 0, over.getWidth(), over.getHeight());
        Optional<HeatFrame> frame = frame();
        if (frame.isEmpty()) {
            java.util.Arrays.fill(pixels, colours.background());
            buffer.ifPresent(b -> b.updateBuffer(all -> null));
            return;
        }
        HeatFrame shown = frame.get();
        double full = raster.fullQuantity(history, shown) / contrast;
        raster.paint(history, shown, full, colours, pixels);
        overlay.bestPrices(history, shown, true, bidArgb, pixels);
        overlay.bestPrices(history, shown, false, askArgb, pixels);
        overlay.trades(history, shown, bidArgb, askArgb, pixels);
        buffer.ifPresent(b -> b.updateBuffer(all -> null));
        axes(ink, shown);
    }

    /** What is under a point of this region; empty beside the picture. */
    public Optional<Place> placeAt(double x, double y) {
        return frame().filter(f -> x >= 0 && y >= 0 && x < f.width() && y < f.height())
                .map(f -> {
                    double price = Math.rint(f.priceAt(y) / tick) * tick;
                    int slice = history.indexAtOrBefore(f.numberAt(x));
                    boolean there = slice >= 0 && history.number(slice) == f.numberAt(x);
                    return new Place(f.numberAt(x) * history.sliceNanos(), price, there ? quantityAt(slice, price) : 0);
                });
    }

    private double quantityAt(int slice, double price) {
        for (int side = 0; side < 2; side++) {
            for (int level = 0; level < history.levels(slice, side == 0); level++) {
                if (Math.abs(history.price(slice, side == 0, level) - price) < tick / 2) {
                    return history.quantity(slice, side == 0, level);
                }
            }
        }
        return 0;
    }

    private Optional<HeatFrame> frame() {
        if (history.isEmpty() || buffer.isEmpty() || pixels.length == 0) {
            return Optional.empty();
        }
        int width = buffer.get().getWidth();
        int height = buffer.get().getHeight();
        fitPrices(width);
        return Double.isNaN(low)
                ? Optional.empty()
                : Optional.of(
                        new HeatFrame(width, height, slicePixels, history.number(history.size() - 1), low, high, tick));
    }

    /** All levels in sight with a little room. The range grows at once and shrinks only when it is a third too wide: it must not breathe. */
    private void fitPrices(int width) {
        long oldest = history.number(history.size() - 1) - width / slicePixels;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int slice = history.size() - 1; slice >= 0 && history.number(slice) >= oldest; slice--) {
            int bids = history.levels(slice, true);
            int asks = history.levels(slice, false);
            if (bids > 0) {
                least = Math.min(least, history.price(slice, true, bids - 1));
                most = Math.max(most, history.price(slice, true, 0));
            }
            if (asks > 0) {
                least = Math.min(least, history.price(slice, false, 0));
                most = Math.max(most, history.price(slice, false, asks - 1));
            }
        }
        if (least > most) {
            return;
        }
        double room = ROOM_TICKS * tick;
        boolean outside = Double.isNaN(low) || least < low || most > high;
        boolean tooWide = !outside && (high - low) > (most - least + 2 * room) * 4 / 3;
        if (outside || tooWide) {
            low = least - room;
            high = most + room;
        }
    }

    private void axes(GraphicsContext ink, HeatFrame frame) {
        ink.setFill(text);
        ink.setFont(FONT);
        ink.setTextAlign(TextAlignment.LEFT);
        ink.setTextBaseline(VPos.CENTER);
        double step =
                Math.max(tick, roundUp((frame.highPrice() - frame.lowPrice()) * PRICE_LABEL_SPACING / frame.height()));
        for (double price = Math.ceil(frame.lowPrice() / step) * step; price < frame.highPrice(); price += step) {
            double y = frame.y(price);
            if (y > 7 && y < frame.height() - 7) {
                ink.fillText(words.price().apply(price), frame.width() + 6, y);
            }
        }
        ink.setTextAlign(TextAlignment.CENTER);
        ink.setTextBaseline(VPos.TOP);
        long every = Math.max(1, (long) (TIME_LABEL_SPACING / frame.slicePixels()));
        for (long number = frame.newestNumber() - Math.floorMod(frame.newestNumber(), every);
                frame.x(number) > TIME_LABEL_SPACING / 3;
                number -= every) {
            double x = frame.x(number);
            if (x < frame.width() - TIME_LABEL_SPACING / 3) {
                ink.fillText(words.time().apply(number * history.sliceNanos()), x, frame.height() + 4);
            }
        }
    }

    /** The smallest of 1, 2, 5, 10 times a power of ten that is not below. */
    private static double roundUp(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= atLeast) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The price in the middle of the newest best bid and ask, for tests and readers of the screen. */
    public OptionalDouble middle() {
        int newest = history.size() - 1;
        return newest >= 0 && history.levels(newest, true) > 0 && history.levels(newest, false) > 0
                ? OptionalDouble.of((history.price(newest, true, 0) + history.price(newest, false, 0)) / 2)
                : OptionalDouble.empty();
    }
}
