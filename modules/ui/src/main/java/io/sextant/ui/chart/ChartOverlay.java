package io.sextant.ui.chart;

import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * What lies over the plot and changes with the mouse: crosshair, its labels on the axes, the legend line, the state message and the
 * way back to the newest bar. Kept apart from the canvas, so that moving the mouse redraws no candle.
 */
final class ChartOverlay extends Pane {

    static final String LIVE_BUTTON_ID = "chart-live";

    private static final double DASH = 4;
    private static final double LIVE_RADIUS = 13;

    private final PlotFrame frame;
    private final ChartLegend legend;
    private final StudyLegend studies;
    private final MarkTip tip;
    private final Line linkedVertical = new Line();
    private final Line linkedHorizontal = new Line();
    private final Line vertical = new Line();
    private final Line horizontal = new Line();
    private final AxisLabel priceLabel = new AxisLabel("chart-crosshair-price");
    private final AxisLabel timeLabel = new AxisLabel("chart-crosshair-time");
    private final Text zone = text("chart-zone");
    private final Text title = text("chart-message-title");
    private final Text hint = text("chart-message-hint");
    private final Circle liveDisc = new Circle(LIVE_RADIUS);
    private final Polyline liveArrow = new Polyline(-3.5, -5, 1.5, 0, -3.5, 5);
    private final Polyline liveStop = new Polyline(4.5, -5, 4.5, 5);
    private final Group liveButton = new Group(liveDisc, liveArrow, liveStop);
    private final Tooltip liveTooltip = new Tooltip();

    ChartOverlay(PlotFrame frame, Runnable showLive) {
        this.frame = frame;
        legend = new ChartLegend(frame);
        studies = new StudyLegend(frame);
        tip = new MarkTip(frame);
        setPickOnBounds(false);
        for (Line line : new Line[] {vertical, horizontal, linkedVertical, linkedHorizontal}) {
            line.getStrokeDashArray().setAll(DASH, DASH);
            line.setStrokeWidth(1);
        }
        title.setFont(ChartFonts.MESSAGE);
        hint.setFont(ChartFonts.LEGEND);
        zone.setFont(ChartFonts.PLAIN);
        liveButton.setId(LIVE_BUTTON_ID);
        liveArrow.setStrokeWidth(1.6);
        liveStop.setStrokeWidth(1.6);
        Tooltip.install(liveButton, liveTooltip);
        liveButton.setOnMouseClicked(event -> {
            showLive.run();
            event.consume();
        });
        getChildren()
                .addAll(
                        linkedVertical,
                        linkedHorizontal,
                        vertical,
                        horizontal,
                        legend,
                        studies,
                        zone,
                        title,
                        hint,
                        priceLabel,
                        timeLabel,
                        liveButton,
                        tip);
        for (Node child : getChildren()) {
            child.setManaged(false);
            child.setMouseTransparent(child != liveButton);
        }
        linkedVertical.setId("chart-linked-time");
        linkedHorizontal.setId("chart-linked-price");
        hideLinked();
        hideCrosshair();
    }

    void restyle() {
        ChartPalette palette = frame.palette;
        vertical.setStroke(palette.crosshair());
        horizontal.setStroke(palette.crosshair());
        priceLabel.restyle(palette);
        timeLabel.restyle(palette);
        zone.setFill(palette.mutedText());
        title.setFill(palette.text());
        hint.setFill(palette.mutedText());
        liveDisc.setFill(palette.background());
        liveDisc.setStroke(palette.border());
        liveArrow.setStroke(palette.text());
        liveStop.setStroke(palette.text());
        liveTooltip.setText(frame.formats.text("live.button"));
        linkedVertical.setStroke(palette.study(0));
        linkedHorizontal.setStroke(palette.study(0));
        tip.restyle();
        legend.restyle();
    }

    /** Places everything for a plot of {@code plotWidth} by {@code plotHeight} at the top left of this pane. */
    void update(ChartStatus status, String name, double plotWidth, double plotHeight) {
        boolean shown = frame.hasBars();
        title.setVisible(!shown);
        hint.setVisible(!shown);
        if (!shown) {
            title.setText(frame.formats.text(status.titleKey()));
            hint.setText(frame.formats.text(status.hintKey()));
            centre(title, plotWidth, plotHeight / 2 - 12);
            centre(hint, plotWidth, plotHeight / 2 + 12);
        }
        zone.setVisible(shown);
        if (shown) {
            int last = Math.max(frame.bars.firstIndex(), frame.view.endVisible() - 1);
            zone.setText(frame.formats.zoneLabel(frame.bars.openTimeNanos(last)));
            zone.setX(plotWidth + AxisPainters.LABEL_GAP);
            zone.setY(Math.rint(plotHeight + (getHeight() - plotHeight) / 2));
        }
        liveButton.setVisible(shown && !frame.view.isLive());
        liveButton.setLayoutX(plotWidth - LIVE_RADIUS - 14);
        liveButton.setLayoutY(plotHeight - LIVE_RADIUS - 14);
        legend.setTitle(name);
    }

    /** Shows the slot under the mouse, or the newest bar's legend when the mouse is elsewhere. */
    void showCrosshair(double mouseX, double mouseY) {
        int slot = frame.candles.slotAt(mouseX, frame.view.pixelsPerBar());
        if (slot < 0) {
            hideCrosshair();
            return;
        }
        double x = frame.candles.x[slot] + 0.5;
        double y = Math.floor(mouseY) + 0.5;
        place(vertical, x, 0, x, frame.height());
        place(horizontal, 0, y, frame.width(), y);
        priceLabel.show(valueAt(y));
        priceLabel.setLayoutX(frame.width() + 1);
        priceLabel.setLayoutY(Math.rint(y - AxisPainters.BADGE_HEIGHT / 2));
        priceLabel.stretchTo(getWidth() - frame.width() - 4);
        timeLabel.show(frame.formats.moment(frame.bars.openTimeNanos(frame.candles.from[slot])));
        double left = Math.max(0, Math.min(frame.width() - timeLabel.width(), x - timeLabel.width() / 2));
        timeLabel.setLayoutX(Math.rint(left));
        timeLabel.setLayoutY(
                Math.rint(frame.height() + (getHeight() - frame.height() - AxisPainters.BADGE_HEIGHT) / 2));
        crosshairVisible(true);
        tip.show(mouseX, mouseY);
        legend.show(frame.candles.from[slot], frame.candles.to[slot]);
        studies.show(frame.candles.to[slot] - 1);
    }

    private String valueAt(double y) {
        return frame.paneAt(y)
                .map(plot -> frame.formats.value(plot.scale.value(y)))
                .orElseGet(() -> frame.priceText(frame.priceScale.value(y)));
    }

    void hideCrosshair() {
        crosshairVisible(false);
        tip.setVisible(false);
        legend.showLast();
        studies.show(frame.bars.endIndex() - 1);
    }

    /** The moment under the mouse in a linked chart, and the price when both show the same instrument. */
    void showLinked(long timeNanos, OptionalDouble price) {
        double x = Math.floor(frame.xOf(timeNanos)) + 0.5;
        linkedVertical.setVisible(x >= 0 && x < frame.width());
        place(linkedVertical, x, 0, x, frame.height());
        double y = price.isEmpty() ? -1 : Math.floor(frame.priceScale.y(price.getAsDouble())) + 0.5;
        linkedHorizontal.setVisible(y >= 0 && y < frame.priceHeight());
        place(linkedHorizontal, 0, y, frame.width(), y);
    }

    void hideLinked() {
        linkedVertical.setVisible(false);
        linkedHorizontal.setVisible(false);
    }

    private void crosshairVisible(boolean visible) {
        vertical.setVisible(visible);
        horizontal.setVisible(visible);
        priceLabel.setVisible(visible);
        timeLabel.setVisible(visible);
    }

    private static void place(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }

    private static void centre(Text text, double width, double y) {
        text.setX(Math.rint((width - text.getLayoutBounds().getWidth()) / 2));
        text.setY(Math.rint(y));
    }

    static Text text(String id) {
        Text text = new Text();
        text.setId(id);
        text.setTextOrigin(VPos.CENTER);
        return text;
    }

    /** A filled label that the crosshair has on an axis. */
    private static final class AxisLabel extends Group {
        private final Rectangle back = new Rectangle();
        private final Text text;

        AxisLabel(String textId) {
            text = text(textId);
            text.setFont(ChartFonts.PLAIN);
            text.setX(AxisPainters.LABEL_GAP - 1);
            text.setY(AxisPainters.BADGE_HEIGHT / 2);
            back.setHeight(AxisPainters.BADGE_HEIGHT);
            back.setArcWidth(4);
            back.setArcHeight(4);
            getChildren().addAll(back, text);
        }

        void restyle(ChartPalette palette) {
            back.setFill(palette.crosshairLabel());
            text.setFill(palette.crosshairLabelText());
        }

        void show(String value) {
            text.setText(value);
            back.setWidth(Math.ceil(text.getLayoutBounds().getWidth()) + 2 * AxisPainters.LABEL_GAP - 2);
        }

        void stretchTo(double pixels) {
            back.setWidth(Math.max(back.getWidth(), pixels));
        }

        double width() {
            return back.getWidth();
        }
    }

    /** A translucent form of the background, so that the legend stays readable over candles. */
    static Color veilOf(Color background) {
        return Color.color(background.getRed(), background.getGreen(), background.getBlue(), 0.72);
    }
}
