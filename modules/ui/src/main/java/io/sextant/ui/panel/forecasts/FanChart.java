package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.instrument.Instrument;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * The last closes and, right of them, the champion's fan: 95, 80 and 50 % of what it holds possible, and the middle; other models' middles as lines.
 * The arrow keys move where it is read.
 */
final class FanChart extends Region {

    private static final double TIME_AXIS_HEIGHT = 22;
    private static final double READOUT_HEIGHT = 20;
    private static final double GAP = 6;
    private static final double VALUE_SPACING = 36;
    private static final double TIME_SPACING = 90;
    private static final double[] BAND_OPACITY = {0.14, 0.2, 0.3};
    private static final Font FONT = Font.font("Roboto", 11);
    private static final long NANOS = 1_000_000_000L;
    private static final int NOWHERE = -1;

    private final Canvas canvas = new Canvas();
    private final Text ruler = new Text();
    private final ForecastsModel model;
    private final Texts texts;
    private final ForecastsWords words;
    private final ObservableValue<ChartPalette> palette;
    private Optional<FanPlot> plot = Optional.empty();
    private int at = NOWHERE;
    private String readout = "";

    FanChart(ForecastsModel model, Texts texts, ObservableValue<ChartPalette> palette) {
        this.model = model;
        this.texts = texts;
        this.palette = palette;
        words = new ForecastsWords(texts);
        setId("forecasts-fan");
        getStyleClass().add("forecasts-fan");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(200, 120);
        setPrefSize(600, 260);
        canvas.setManaged(false);
        getChildren().add(canvas);
        ruler.setFont(FONT);
        model.board.addListener(change -> requestLayout());
        model.bars.addListener(change -> requestLayout());
        model.drawn.addListener(change -> requestLayout());
        palette.addListener(change -> requestLayout());
        texts.figuresProperty().addListener(change -> requestLayout());
        setOnMouseMoved(moved -> read(plot.map(one -> one.place(moved.getX())).orElse(NOWHERE)));
        setOnMouseExited(left -> read(NOWHERE));
        setOnMousePressed(pressed -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What is told of the place under the pointer. */
    String readout() {
        return readout;
    }

    private void key(KeyEvent pressed) {
        if (pressed.isShortcutDown() || pressed.isAltDown() || plot.isEmpty()) {
            return;
        }
        FanPlot now = plot.get();
        int last = now.places() - 1;
        int from = at == NOWHERE ? now.closes().length - 1 : at;
        switch (pressed.getCode()) {
            case LEFT -> read(Math.max(0, from - 1));
            case RIGHT -> read(Math.min(last, from + 1));
            case HOME -> read(0);
            case END -> read(last);
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void read(int place) {
        at = place;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, getWidth(), getHeight());
        readout = "";
        plot = measure();
        plot.ifPresent(one -> {
            gc.setFont(FONT);
            gc.setTextBaseline(VPos.CENTER);
            drawValues(gc, one);
            drawTimes(gc, one);
            drawBands(gc, one);
            drawLines(gc, one);
            drawReadout(gc, one);
        });
        setAccessibleText(readout.isEmpty() ? texts.get("forecasts.fan.spoken") : readout);
    }

    private Optional<FanPlot> measure() {
        Optional<Instrument> instrument = model.instrument.get();
        Optional<ForecastFan> fan =
                model.board.get().flatMap(ForecastBoard::championForecast).flatMap(ModelForecast::fan);
        if (instrument.isEmpty() || fan.isEmpty() || getWidth() < 1) {
            return Optional.empty();
        }
        FanPlot whole = FanPlot.of(model.bars.get(), model.timeframe.get(), fan.get(), others(), getHeight());
        double label = Math.max(
                width(words.price(whole.high(), instrument.get())), width(words.price(whole.low(), instrument.get())));
        return Optional.of(whole.within(
                getWidth() - label - 2 * GAP, READOUT_HEIGHT, Math.max(1, getHeight() - TIME_AXIS_HEIGHT)));
    }

    private List<FanPlot.Other> others() {
        return model.board.get().map(ForecastBoard::models).orElse(List.of()).stream()
                .filter(one -> model.drawn.get().contains(one.card().id())
                        && !model.isChampion(one.card().id()))
                .flatMap(one -> one.fan().stream()
                        .map(fan -> new FanPlot.Other(one.card().model(), fan)))
                .toList();
    }

    private double width(String text) {
        ruler.setText(text);
        return Math.ceil(ruler.getLayoutBounds().getWidth());
    }

    private String price(double value) {
        return model.instrument.get().map(one -> words.price(value, one)).orElse("");
    }

    private void drawValues(GraphicsContext gc, FanPlot one) {
        double step = roundStep((one.high() - one.low()) / Math.max(2, (one.bottom() - one.top()) / VALUE_SPACING));
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.setLineWidth(1);
        for (double value = Math.ceil(one.low() / step) * step; value <= one.high(); value += step) {
            double y = Math.rint(one.y(value)) + 0.5;
            gc.setStroke(palette.getValue().grid());
            gc.strokeLine(0, y, one.width(), y);
            gc.setFill(palette.getValue().mutedText());
            gc.fillText(price(value), getWidth() - GAP, y);
        }
    }

    private void drawTimes(GraphicsContext gc, FanPlot one) {
        int every = Math.max(1, (int) Math.ceil(TIME_SPACING / one.step()));
        int now = one.closes().length - 1;
        long span = one.timeNanos(one.places() - 1) - one.timeNanos(0);
        DateTimeFormatter format = DateTimeFormatter.ofPattern(
                        span <= 2 * 86_400 * NANOS ? "HH:mm" : "d MMM",
                        texts.language().locale())
                .withZone(texts.figures().zone());
        gc.setFill(palette.getValue().mutedText());
        gc.setTextAlign(TextAlignment.CENTER);
        for (int place = Math.floorMod(now, every); place < one.places(); place += every) {
            double x = Math.rint(one.x(place)) + 0.5;
            gc.setStroke(palette.getValue().grid());
            gc.strokeLine(x, one.top(), x, one.bottom());
            if (x > TIME_SPACING / 4 && x < one.width()) {
                long time = one.timeNanos(place);
                gc.fillText(
                        format.format(Instant.ofEpochSecond(Math.floorDiv(time, NANOS))),
                        x,
                        one.bottom() + TIME_AXIS_HEIGHT / 2);
            }
        }
        double x = Math.rint(one.x(now)) + 0.5;
        gc.setStroke(palette.getValue().border());
        gc.setLineDashes(4, 3);
        gc.strokeLine(x, one.top(), x, one.bottom());
        gc.setLineDashes(null);
    }

    private void drawBands(GraphicsContext gc, FanPlot one) {
        Color colour = palette.getValue().buy();
        int steps = one.fan().steps();
        int now = one.closes().length - 1;
        for (int band = 0; band < BAND_OPACITY.length; band++) {
            double[] xs = new double[2 * steps + 1];
            double[] ys = new double[2 * steps + 1];
            xs[0] = one.x(now);
            ys[0] = one.y(one.fan().origin());
            for (int step = 1; step <= steps; step++) {
                xs[step] = one.x(now + step);
                ys[step] = one.y(one.fan().upper(step, band));
                xs[2 * steps + 1 - step] = one.x(now + step);
                ys[2 * steps + 1 - step] = one.y(one.fan().lower(step, band));
            }
            gc.setFill(colour.deriveColor(0, 1, 1, BAND_OPACITY[band]));
            gc.fillPolygon(xs, ys, xs.length);
        }
    }

    private void drawLines(GraphicsContext gc, FanPlot one) {
        int now = one.closes().length - 1;
        gc.setLineWidth(1.6);
        gc.setStroke(palette.getValue().text());
        strokeLine(gc, one, 0, one.closes());
        gc.setStroke(palette.getValue().buy());
        strokeLine(gc, one, now, FanPlot.middles(one.fan()));
        gc.setLineDashes(5, 3);
        for (int i = 0; i < one.others().size(); i++) {
            FanPlot.Other other = one.others().get(i);
            List<Color> colours = palette.getValue().studies();
            gc.setStroke(colours.get((i + 1) % colours.size()));
            strokeLine(gc, one, now, FanPlot.middles(other.fan()));
        }
        gc.setLineDashes(null);
    }

    private static void strokeLine(GraphicsContext gc, FanPlot one, int from, double[] values) {
        double[] xs = new double[values.length];
        double[] ys = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            xs[i] = one.x(from + i);
            ys[i] = one.y(values[i]);
        }
        gc.strokePolyline(xs, ys, values.length);
    }

    /** At the top in one line, so that no curve is ever under the words. */
    private void drawReadout(GraphicsContext gc, FanPlot one) {
        gc.setTextAlign(TextAlignment.LEFT);
        if (at == NOWHERE || at >= one.places()) {
            gc.setFill(palette.getValue().mutedText());
            gc.fillText(legend(one), GAP, READOUT_HEIGHT / 2, one.width());
            return;
        }
        readout = told(one);
        double x = Math.rint(one.x(at)) + 0.5;
        gc.setStroke(palette.getValue().crosshair());
        gc.setLineWidth(1);
        gc.strokeLine(x, one.top(), x, one.bottom());
        gc.setFill(palette.getValue().text());
        gc.fillText(readout, GAP, READOUT_HEIGHT / 2, getWidth() - 2 * GAP);
    }

    private String legend(FanPlot one) {
        StringBuilder told = new StringBuilder(texts.get("forecasts.fan.legend"));
        for (FanPlot.Other other : one.others()) {
            told.append("   - - ").append(words.model(other.model()));
        }
        return told.toString();
    }

    private String told(FanPlot one) {
        int step = at - (one.closes().length - 1);
        String moment = words.moment(one.timeNanos(at));
        if (step <= 0) {
            return texts.get("forecasts.fan.close", moment, price(one.closes()[at]));
        }
        ForecastFan fan = one.fan();
        StringBuilder told = new StringBuilder(texts.get(
                "forecasts.fan.readout",
                moment,
                price(fan.middle(step)),
                price(fan.lower(step, 2)),
                price(fan.upper(step, 2)),
                price(fan.lower(step, 1)),
                price(fan.upper(step, 1)),
                price(fan.lower(step, 0)),
                price(fan.upper(step, 0))));
        for (FanPlot.Other other : one.others()) {
            if (step <= other.fan().steps()) {
                told.append("  ·  ")
                        .append(words.model(other.model()))
                        .append(' ')
                        .append(price(other.fan().middle(step)));
            }
        }
        return told.toString();
    }

    /** 1, 2 or 5 times a power of ten, not below {@code wanted}. */
    private static double roundStep(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double lead = wanted / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
