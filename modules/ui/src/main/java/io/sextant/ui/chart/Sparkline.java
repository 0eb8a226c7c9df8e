package io.sextant.ui.chart;

import java.util.Arrays;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/**
 * A tiny line of recent prices for a list row, in the colour of the change from its first to its last value. It keeps one value a
 * pixel at most and allocates nothing when values are added.
 */
public final class Sparkline extends Region {

    private static final int CAPACITY = 240;
    private static final double PADDING = 2;

    private final Canvas canvas = new Canvas();
    private final double[] values = new double[CAPACITY];
    private final double[] x = new double[CAPACITY];
    private final double[] y = new double[CAPACITY];
    private int next;
    private int count;
    private ChartPalette palette = ChartPalette.LIGHT;

    public Sparkline() {
        getStyleClass().add("sparkline");
        setPrefSize(72, 22);
        setMinSize(24, 12);
        setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().add(canvas);
    }

    public void setPalette(ChartPalette colours) {
        palette = colours;
        requestLayout();
    }

    /** Shows the last values of {@code newest}, oldest first; the array is read and not kept. */
    public void setValues(double[] newest, int size) {
        count = Math.min(CAPACITY, size);
        next = count % CAPACITY;
        System.arraycopy(newest, size - count, values, 0, count);
        requestLayout();
    }

    /** Adds a value at the right; the oldest one falls out when the line is full. */
    public void add(double value) {
        values[next] = value;
        next = (next + 1) % CAPACITY;
        count = Math.min(CAPACITY, count + 1);
        requestLayout();
    }

    /** Changes the value at the right. */
    public void setLast(double value) {
        if (count == 0) {
            add(value);
        } else {
            values[Math.floorMod(next - 1, CAPACITY)] = value;
            requestLayout();
        }
    }

    public void clear() {
        count = 0;
        next = 0;
        Arrays.fill(values, 0);
        requestLayout();
    }

    /** One drawing a pulse, however many values came. */
    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, getWidth(), getHeight());
        if (count < 2) {
            return;
        }
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double value = valueAt(i);
            high = Math.max(high, value);
            low = Math.min(low, value);
        }
        double height = getHeight() - 2 * PADDING;
        double step = (getWidth() - 2 * PADDING) / (count - 1);
        for (int i = 0; i < count; i++) {
            x[i] = PADDING + i * step;
            y[i] = high > low ? PADDING + (high - valueAt(i)) / (high - low) * height : getHeight() / 2;
        }
        gc.setStroke(palette.of(valueAt(count - 1) >= valueAt(0)));
        gc.setLineWidth(1.25);
        gc.strokePolyline(x, y, count);
    }

    private double valueAt(int position) {
        return values[Math.floorMod(next - count + position, CAPACITY)];
    }
}
