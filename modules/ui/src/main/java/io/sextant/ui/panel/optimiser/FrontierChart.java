package io.sextant.ui.panel.optimiser;

import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Figures;
import io.sextant.domain.portfolio.OptimiserBoard.Kind;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.optimiser.OptimiserModel.Target;
import io.sextant.ui.theme.FocusEdge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
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
 * Return over volatility: the frontier, the portfolios with names, the instruments, and a point that is dragged along the frontier, by the
 * arrow keys too. Weights follow between corners, so nobody is asked.
 */
final class FrontierChart extends Region {

    private static final double LEFT = 54;
    private static final double RIGHT = 14;
    private static final double TOP = 40;
    private static final double BOTTOM = 24;
    private static final double MARGIN = 0.06;
    private static final double TICK_PIXELS_ACROSS = 70;
    private static final double TICK_PIXELS_UP = 36;
    private static final double LINE_HEIGHT = 16;
    private static final double NAME_HEIGHT = 11;
    private static final int BIG_STEP = 10;
    private static final Font FONT = Font.font("Roboto", 11);

    private final Canvas canvas = new Canvas();
    private final OptimiserModel model;
    private final Texts texts;
    private final ObservableValue<ChartPalette> palette;
    private Optional<FrontierLine> line = Optional.empty();
    private double leastVolatility;
    private double mostVolatility = 1;
    private double leastReturn;
    private double mostReturn = 1;

    FrontierChart(OptimiserModel model, Texts texts, ObservableValue<ChartPalette> palette) {
        this.model = model;
        this.texts = texts;
        this.palette = palette;
        setId("optimiser-frontier");
        getStyleClass().add("forecasts-fan");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(200, 120);
        setPrefSize(480, 320);
        canvas.setManaged(false);
        getChildren().addAll(canvas, new FocusEdge(this));
        model.board.addListener(change -> measure());
        model.place.addListener(change -> requestLayout());
        palette.addListener(change -> requestLayout());
        texts.figuresProperty().addListener(change -> requestLayout());
        setOnMousePressed(pressed -> {
            requestFocus();
            drag(pressed.getX(), pressed.getY());
        });
        setOnMouseDragged(dragged -> drag(dragged.getX(), dragged.getY()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        measure();
    }

    private void measure() {
        line = model.computed().map(FrontierLine::of);
        model.computed().ifPresent(told -> {
            leastVolatility = 0;
            mostVolatility = 0;
            leastReturn = Math.min(0, told.wish().riskFree());
            mostReturn = 0;
            for (int i = 0; i < told.instruments().size(); i++) {
                include(Math.sqrt(told.covariance()[i][i]), told.expected()[i]);
            }
            told.portfolios()
                    .forEach(one ->
                            include(one.figures().volatility(), one.figures().expectedReturn()));
            told.frontier().forEach(corner -> include(corner.volatility(), corner.expectedReturn()));
            double room = MARGIN * (mostReturn - leastReturn);
            mostVolatility *= 1 + MARGIN;
            leastReturn -= room;
            mostReturn += room;
        });
        requestLayout();
    }

    private void include(double volatility, double expected) {
        mostVolatility = Math.max(mostVolatility, volatility);
        leastReturn = Math.min(leastReturn, expected);
        mostReturn = Math.max(mostReturn, expected);
    }

    private double acrossScale() {
        return Math.max(1, getWidth() - LEFT - RIGHT) / Math.max(1e-12, mostVolatility - leastVolatility);
    }

    private double upScale() {
        return Math.max(1, getHeight() - TOP - BOTTOM) / Math.max(1e-12, mostReturn - leastReturn);
    }

    private double x(double volatility) {
        return LEFT + (volatility - leastVolatility) * acrossScale();
    }

    private double y(double expected) {
        return TOP + (mostReturn - expected) * upScale();
    }

    private void drag(double atX, double atY) {
        line.ifPresent(one -> {
            double volatility = leastVolatility + (atX - LEFT) / acrossScale();
            double expected = mostReturn - (atY - TOP) / upScale();
            model.place.set(one.places()[one.nearest(volatility, expected, acrossScale(), upScale())]);
        });
    }

    private void key(KeyEvent pressed) {
        if (pressed.isShortcutDown() || pressed.isAltDown() || line.isEmpty()) {
            return;
        }
        FrontierLine one = line.get();
        int step = pressed.isShiftDown() ? BIG_STEP : 1;
        int from = Double.isNaN(model.place.get()) ? nearestToTarget(one) : one.at(model.place.get());
        switch (pressed.getCode()) {
            case LEFT, DOWN -> go(one, from - step);
            case RIGHT, UP -> go(one, from + step);
            case HOME -> go(one, 0);
            case END -> go(one, one.size() - 1);
            case BACK_SPACE -> model.place.set(OptimiserModel.OF_METHOD);
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private int nearestToTarget(FrontierLine one) {
        return model.target()
                .map(Target::figures)
                .map(told -> one.nearest(told.volatility(), told.expectedReturn(), acrossScale(), upScale()))
                .orElse(0);
    }

    private void go(FrontierLine one, int point) {
        model.place.set(one.places()[Math.clamp(point, 0, one.size() - 1)]);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, getWidth(), getHeight());
        setAccessibleText(told());
        Optional<Computed> shown = model.computed();
        if (shown.isEmpty() || getWidth() <= LEFT + RIGHT || getHeight() <= TOP + BOTTOM) {
            return;
        }
        gc.setFont(FONT);
        gc.setTextBaseline(VPos.CENTER);
        drawAxes(gc);
        drawInstruments(gc, shown.get());
        drawLine(gc);
        drawNamed(gc, shown.get());
        drawWords(gc);
    }

    private void drawAxes(GraphicsContext gc) {
        ChartPalette colours = palette.getValue();
        double bottom = getHeight() - BOTTOM;
        gc.setLineWidth(1);
        gc.setStroke(colours.grid());
        gc.setFill(colours.mutedText());
        double step = roundStep(TICK_PIXELS_UP / upScale());
        gc.setTextAlign(TextAlignment.RIGHT);
        for (double value = Math.ceil(leastReturn / step) * step; value <= mostReturn; value += step) {
            double at = Math.rint(y(value)) + 0.5;
            gc.strokeLine(LEFT, at, getWidth() - RIGHT, at);
            gc.fillText(percent(value, step), LEFT - 5, at);
        }
        step = roundStep(TICK_PIXELS_ACROSS / acrossScale());
        gc.setTextAlign(TextAlignment.CENTER);
        for (double value = 0; value <= mostVolatility; value += step) {
            double at = Math.rint(x(value)) + 0.5;
            gc.strokeLine(at, TOP, at, bottom);
            gc.fillText(percent(value, step), at, bottom + BOTTOM / 2);
        }
    }

    private String percent(double share, double step) {
        // Steps from below zero can pass it by a hair, which must not read as minus zero.
        double grid = Math.abs(share) < step / 2 ? 0 : share;
        return texts.figures().percent(100 * grid, step < 0.01 ? 1 : 0);
    }

    /** Names that would lie on another are left out; each point stays, and the tables name them all. */
    private void drawInstruments(GraphicsContext gc, Computed told) {
        gc.setFill(palette.getValue().mutedText());
        List<Rectangle2D> taken = new ArrayList<>();
        for (int i = 0; i < told.instruments().size(); i++) {
            double atX = x(Math.sqrt(told.covariance()[i][i]));
            double atY = y(told.expected()[i]);
            gc.fillOval(atX - 2, atY - 2, 4, 4);
            boolean right = atX > getWidth() - TICK_PIXELS_ACROSS;
            String symbol = told.instruments().get(i).symbol();
            double width = width(symbol);
            Rectangle2D place =
                    new Rectangle2D(right ? atX - 5 - width : atX + 5, atY - NAME_HEIGHT / 2, width, NAME_HEIGHT);
            if (taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                gc.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
                gc.fillText(symbol, atX + (right ? -5 : 5), atY);
            }
        }
    }

    private static double width(String words) {
        Text text = new Text(words);
        text.setFont(FONT);
        return text.getLayoutBounds().getWidth();
    }

    private void drawLine(GraphicsContext gc) {
        line.ifPresent(one -> {
            double[] xs = new double[one.size()];
            double[] ys = new double[one.size()];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = x(one.volatilities()[i]);
                ys[i] = y(one.returns()[i]);
            }
            gc.setStroke(palette.getValue().buy());
            gc.setLineWidth(2);
            gc.strokePolyline(xs, ys, xs.length);
        });
    }

    /** A sign for each, so that the colour is never the only one. */
    private void drawNamed(GraphicsContext gc, Computed told) {
        ChartPalette colours = palette.getValue();
        told.find(Kind.CURRENT)
                .ifPresent(one ->
                        sign(gc, one.figures(), Kind.CURRENT, colours.studies().get(0)));
        told.find(Kind.EQUAL)
                .ifPresent(one ->
                        sign(gc, one.figures(), Kind.EQUAL, colours.studies().get(1)));
        told.find(Kind.CHOSEN)
                .ifPresent(one ->
                        sign(gc, one.figures(), Kind.CHOSEN, colours.studies().get(2)));
        model.target().ifPresent(one -> {
            double atX = x(one.figures().volatility());
            double atY = y(one.figures().expectedReturn());
            gc.setStroke(colours.text());
            gc.setLineWidth(2);
            gc.strokeOval(atX - 7, atY - 7, 14, 14);
        });
    }

    private void sign(GraphicsContext gc, Figures figures, Kind kind, Color colour) {
        double atX = x(figures.volatility());
        double atY = y(figures.expectedReturn());
        gc.setFill(colour);
        switch (kind) {
            case CURRENT -> gc.fillOval(atX - 4, atY - 4, 8, 8);
            case EQUAL -> gc.fillRect(atX - 4, atY - 4, 8, 8);
            case CHOSEN, MIN_VOLATILITY, MAX_SHARPE ->
                gc.fillPolygon(new double[] {atX, atX + 5, atX, atX - 5}, new double[] {atY - 5, atY, atY + 5, atY}, 4);
        }
    }

    /** Above the plot, so that no curve is ever under the words. */
    private void drawWords(GraphicsContext gc) {
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFill(palette.getValue().mutedText());
        gc.fillText(texts.get("optimiser.frontier.legend"), 6, LINE_HEIGHT / 2, getWidth() - 12);
        gc.setFill(palette.getValue().text());
        gc.fillText(told(), 6, LINE_HEIGHT * 1.5, getWidth() - 12);
    }

    /** What is told of the place that is looked at. */
    String told() {
        return model.target()
                .map(one -> texts.get(
                        one.ofMethod() ? "optimiser.frontier.method" : "optimiser.frontier.place",
                        texts.figures().percent(100 * one.figures().volatility(), 1),
                        texts.figures().percent(100 * one.figures().expectedReturn(), 1),
                        texts.figures().number(one.figures().sharpe(), 2)))
                .orElseGet(() -> texts.get("optimiser.frontier.spoken"));
    }

    /** 1, 2 or 5 times a power of ten, not below {@code wanted}. */
    private static double roundStep(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double lead = wanted / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
