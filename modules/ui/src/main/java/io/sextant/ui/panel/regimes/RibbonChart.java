package io.sextant.ui.panel.regimes;

import io.sextant.domain.regime.RegimeBoard.Present;
import io.sextant.domain.regime.RegimePath;
import io.sextant.domain.regime.RegimeState;
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
import javafx.scene.text.TextAlignment;

/** Closes, under them the regime that was told of each bar as a ribbon, and under that the chances of all states. Arrow keys read it. */
final class RibbonChart extends Region {

    private static final double READOUT = 20;
    private static final double TIMES = 20;
    private static final double RIBBON = 16;
    private static final double GAP = 6;
    private static final double PRICE_SHARE = 0.58;
    private static final double TIME_SPACING = 110;
    private static final int BARS_SHOWN = 600;
    private static final int NOWHERE = -1;
    private static final long NANOS = 1_000_000_000L;
    private static final Font FONT = Font.font("Roboto", 11);

    private final Canvas canvas = new Canvas();
    private final RegimesModel model;
    private final Texts texts;
    private final RegimeWords words;
    private final ObservableValue<ChartPalette> palette;
    private int at = NOWHERE;
    private String readout = "";

    RibbonChart(RegimesModel model, Texts texts, ObservableValue<ChartPalette> palette) {
        this.model = model;
        this.texts = texts;
        this.palette = palette;
        words = new RegimeWords(texts);
        setId("regimes-ribbon");
        getStyleClass().add("forecasts-fan");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(200, 140);
        setPrefSize(600, 280);
        canvas.setManaged(false);
        getChildren().add(canvas);
        model.board.addListener(change -> requestLayout());
        palette.addListener(change -> requestLayout());
        texts.figuresProperty().addListener(change -> requestLayout());
        setOnMouseMoved(moved -> read(place(moved.getX())));
        setOnMouseExited(left -> read(NOWHERE));
        setOnMousePressed(pressed -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What is told of the place under the pointer. */
    String readout() {
        return readout;
    }

    /** The bars that are drawn: the newest. */
    private record Shown(Present present, int from, int size) {

        RegimePath path() {
            return present.path();
        }

        int told(int place) {
            return path().told()[from + place];
        }
    }

    private Optional<Shown> shown() {
        return model.present().filter(present -> present.path().size() > 1).map(present -> {
            int size = Math.min(BARS_SHOWN, present.path().size());
            return new Shown(present, present.path().size() - size, size);
        });
    }

    private int place(double x) {
        return shown().map(one -> Math.clamp(Math.round(x / getWidth() * one.size() - 0.5), 0, one.size() - 1))
                .orElse(NOWHERE);
    }

    private void key(KeyEvent pressed) {
        Optional<Shown> one = shown();
        if (pressed.isShortcutDown() || pressed.isAltDown() || one.isEmpty()) {
            return;
        }
        int last = one.get().size() - 1;
        int from = at == NOWHERE ? last : at;
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
        shown().ifPresent(one -> {
            gc.setFont(FONT);
            gc.setTextBaseline(VPos.CENTER);
            double room = Math.max(10, getHeight() - READOUT - TIMES - RIBBON - 2 * GAP);
            double priceBottom = READOUT + PRICE_SHARE * room;
            double ribbonTop = priceBottom + GAP;
            double chancesTop = ribbonTop + RIBBON + GAP;
            double chancesBottom = getHeight() - TIMES;
            drawTimes(gc, one, chancesBottom);
            drawPrices(gc, one, READOUT, priceBottom);
            drawRibbon(gc, one, ribbonTop);
            drawChances(gc, one, chancesTop, chancesBottom);
            drawLearned(gc, one, chancesBottom);
            drawReadout(gc, one, chancesBottom);
        });
        setAccessibleText(readout.isEmpty() ? texts.get("regimes.ribbon.spoken") : readout);
    }

    private double x(Shown one, double place) {
        return getWidth() * (place + 0.5) / one.size();
    }

    private void drawTimes(GraphicsContext gc, Shown one, double bottom) {
        long[] times = one.path().timesNanos();
        long span = times[one.from() + one.size() - 1] - times[one.from()];
        DateTimeFormatter format = DateTimeFormatter.ofPattern(
                        span <= 2 * 86_400 * NANOS ? "HH:mm" : "d MMM",
                        texts.language().locale())
                .withZone(texts.figures().zone());
        int every = Math.max(1, (int) Math.ceil(TIME_SPACING / (getWidth() / one.size())));
        gc.setTextAlign(TextAlignment.CENTER);
        for (int place = every / 2; place < one.size(); place += every) {
            double x = Math.rint(x(one, place)) + 0.5;
            gc.setStroke(palette.getValue().grid());
            gc.setLineWidth(1);
            gc.strokeLine(x, READOUT, x, bottom);
            gc.setFill(palette.getValue().mutedText());
            gc.fillText(
                    format.format(Instant.ofEpochSecond(Math.floorDiv(times[one.from() + place], NANOS))),
                    x,
                    bottom + TIMES / 2);
        }
    }

    /** The line in the colour of what was told. */
    private void drawPrices(GraphicsContext gc, Shown one, double top, double bottom) {
        double[] closes = one.path().closes();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int place = 0; place < one.size(); place++) {
            low = Math.min(low, closes[one.from() + place]);
            high = Math.max(high, closes[one.from() + place]);
        }
        double range = high > low ? high - low : 1;
        gc.setLineWidth(1.5);
        List<RegimeState> states = one.present().states();
        for (int place = 1; place < one.size(); place++) {
            gc.setStroke(RegimeWords.colour(states.get(one.told(place)), palette.getValue()));
            gc.strokeLine(
                    x(one, place - 1),
                    bottom - (closes[one.from() + place - 1] - low) / range * (bottom - top - GAP),
                    x(one, place),
                    bottom - (closes[one.from() + place] - low) / range * (bottom - top - GAP));
        }
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFill(palette.getValue().mutedText());
        double highest = high;
        double lowest = low;
        model.instrument.get().ifPresent(instrument -> {
            gc.fillText(texts.figures().price(highest, instrument), GAP, top + 8);
            gc.fillText(texts.figures().price(lowest, instrument), GAP, bottom - 8);
        });
    }

    private void drawRibbon(GraphicsContext gc, Shown one, double top) {
        List<RegimeState> states = one.present().states();
        gc.setTextAlign(TextAlignment.CENTER);
        int from = 0;
        for (int place = 1; place <= one.size(); place++) {
            if (place < one.size() && one.told(place) == one.told(from)) {
                continue;
            }
            RegimeState state = states.get(one.told(from));
            double left = x(one, from - 0.5);
            double right = x(one, place - 0.5);
            Color colour = RegimeWords.colour(state, palette.getValue());
            gc.setFill(colour);
            gc.fillRect(left, top, Math.max(1, right - left), RIBBON);
            String name = words.name(state);
            if (right - left > 7.0 * name.length() + 8) {
                gc.setFill(colour.getBrightness() > 0.65 ? Color.web("#10151c") : Color.WHITE);
                gc.fillText(name, 0.5 * (left + right), top + RIBBON / 2);
            }
            from = place;
        }
    }

    /** One on the other: together they are one. */
    private void drawChances(GraphicsContext gc, Shown one, double top, double bottom) {
        List<RegimeState> states = one.present().states();
        int size = one.size();
        double[] under = new double[size];
        for (int i = 0; i < states.size(); i++) {
            double[] xs = new double[2 * size];
            double[] ys = new double[2 * size];
            for (int place = 0; place < size; place++) {
                xs[place] = x(one, place);
                ys[place] = bottom - under[place] * (bottom - top);
                under[place] += one.path().chances()[i][one.from() + place];
                xs[2 * size - 1 - place] = xs[place];
                ys[2 * size - 1 - place] = bottom - Math.min(1, under[place]) * (bottom - top);
            }
            gc.setFill(RegimeWords.colour(states.get(i), palette.getValue()).deriveColor(0, 1, 1, 0.75));
            gc.fillPolygon(xs, ys, 2 * size);
        }
    }

    /** Where the bars that the model learned from end. */
    private void drawLearned(GraphicsContext gc, Shown one, double bottom) {
        long[] times = one.path().timesNanos();
        int last = one.size() - 1;
        while (last >= 0 && times[one.from() + last] > one.present().learnedToNanos()) {
            last--;
        }
        if (last >= 0 && last < one.size() - 1) {
            double x = Math.rint(x(one, last + 0.5)) + 0.5;
            gc.setStroke(palette.getValue().crosshair());
            gc.setLineWidth(1);
            gc.setLineDashes(4, 3);
            gc.strokeLine(x, READOUT, x, bottom);
            gc.setLineDashes(null);
        }
    }

    private void drawReadout(GraphicsContext gc, Shown one, double bottom) {
        if (at == NOWHERE || at >= one.size()) {
            drawLegend(gc, one);
            return;
        }
        StringBuilder told = new StringBuilder(texts.get(
                "regimes.readout",
                words.moment(one.path().timesNanos()[one.from() + at]),
                model.instrument
                        .get()
                        .map(instrument -> texts.figures().price(one.path().closes()[one.from() + at], instrument))
                        .orElse(""),
                words.name(one.present().states().get(one.told(at)))));
        for (int i = 0; i < one.present().states().size(); i++) {
            told.append("  ·  ")
                    .append(words.name(one.present().states().get(i)))
                    .append(' ')
                    .append(words.share(one.path().chances()[i][one.from() + at]));
        }
        readout = told.toString();
        double x = Math.rint(x(one, at)) + 0.5;
        gc.setStroke(palette.getValue().crosshair());
        gc.setLineWidth(1);
        gc.strokeLine(x, READOUT, x, bottom);
        gc.setFill(palette.getValue().text());
        gc.setTextAlign(TextAlignment.LEFT);
        gc.fillText(readout, GAP, READOUT / 2, getWidth() - 2 * GAP);
    }

    private void drawLegend(GraphicsContext gc, Shown one) {
        gc.setTextAlign(TextAlignment.LEFT);
        double x = GAP;
        for (RegimeState state : one.present().states()) {
            gc.setFill(RegimeWords.colour(state, palette.getValue()));
            gc.fillRect(x, READOUT / 2 - 5, 10, 10);
            gc.setFill(palette.getValue().mutedText());
            String name = words.name(state);
            gc.fillText(name, x + 14, READOUT / 2);
            x += 14 + 6.6 * name.length() + 14;
        }
    }
}
