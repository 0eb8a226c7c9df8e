package io.sextant.ui.chart;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Where the mouse is in a chart, what it points at, and the moment that the mouse in a linked chart points at. */
final class ChartCrosshair {

    private final PlotFrame frame;
    private final ChartOverlay overlay;
    private final ReadOnlyIntegerWrapper hoveredIndex =
            new ReadOnlyIntegerWrapper(this, "hoveredIndex", Integer.MIN_VALUE);
    private CrosshairListener listener = (timeNanos, price) -> {};
    private OptionalLong linkedNanos = OptionalLong.empty();
    private OptionalDouble linkedPrice = OptionalDouble.empty();
    private boolean hovering;
    private boolean told;
    private double mouseX;
    private double mouseY;

    ChartCrosshair(PlotFrame frame, ChartOverlay overlay) {
        this.frame = frame;
        this.overlay = overlay;
    }

    ReadOnlyIntegerProperty hoveredIndexProperty() {
        return hoveredIndex.getReadOnlyProperty();
    }

    void setListener(CrosshairListener newListener) {
        listener = newListener;
    }

    /** What stays where it is while zooming: what is under the mouse, else the newest bar in sight. */
    double anchorX() {
        if (hovering && mouseX < frame.width()) {
            return mouseX;
        }
        return frame.view.isLive() ? frame.view.x(frame.bars.endIndex()) : frame.width() / 2;
    }

    void hover(double x, double y) {
        hovering = true;
        mouseX = x;
        mouseY = y;
        moved();
    }

    void endHover() {
        hovering = false;
        moved();
    }

    void link(OptionalLong timeNanos, OptionalDouble price) {
        linkedNanos = timeNanos;
        linkedPrice = price;
        if (!frame.isStale()) {
            showLinked();
        }
    }

    /** While a redraw is due, the frame at hand may show other bars: the redraw then sets the crosshair. */
    private void moved() {
        if (!frame.isStale()) {
            update();
            tell();
        }
    }

    void update() {
        showLinked();
        if (isInPlot()) {
            overlay.showCrosshair(mouseX, mouseY);
            int slot = frame.candles.slotAt(mouseX, frame.view.pixelsPerBar());
            hoveredIndex.set(slot < 0 ? Integer.MIN_VALUE : frame.candles.to[slot] - 1);
        } else {
            overlay.hideCrosshair();
            hoveredIndex.set(Integer.MIN_VALUE);
        }
    }

    private void tell() {
        boolean inside = isInPlot() && mouseY < frame.priceHeight();
        if (inside) {
            int slot = frame.candles.slotAt(mouseX, frame.view.pixelsPerBar());
            listener.moved(
                    OptionalLong.of(frame.bars.openTimeNanos(frame.candles.from[slot])),
                    frame.priceScale.value(mouseY));
        } else if (told) {
            listener.moved(OptionalLong.empty(), 0);
        }
        told = inside;
    }

    private void showLinked() {
        if (hovering || linkedNanos.isEmpty() || !frame.hasBars()) {
            overlay.hideLinked();
        } else {
            overlay.showLinked(linkedNanos.getAsLong(), linkedPrice);
        }
    }

    private boolean isInPlot() {
        return hovering
                && frame.candles.count > 0
                && frame.hasBars()
                && mouseX >= 0
                && mouseX < frame.width()
                && mouseY >= 0
                && mouseY < frame.height();
    }
}
