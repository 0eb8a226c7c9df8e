package io.sextant.ui.chart;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Moves the upper border of a study's pane. */
final class PaneHand implements ChartHand {

    private static final double REACH_PIXELS = 4;

    private final PlotFrame frame;
    private final BiConsumer<Study, Double> onShare;
    private @Nullable StudyPlot held;
    private double bottom;

    /** {@code onShare} is told what share of the height a pane is to have. */
    PaneHand(PlotFrame frame, BiConsumer<Study, Double> onShare) {
        this.frame = frame;
        this.onShare = onShare;
    }

    @Override
    public Optional<Cursor> cursorAt(double x, double y) {
        return borderAt(x, y).map(plot -> Cursor.V_RESIZE);
    }

    @Override
    public boolean press(MouseEvent pressed) {
        Optional<StudyPlot> border = pressed.getButton() == MouseButton.PRIMARY
                ? borderAt(pressed.getX(), pressed.getY())
                : Optional.empty();
        border.ifPresent(plot -> {
            held = plot;
            bottom = plot.top + plot.height;
        });
        return border.isPresent();
    }

    @Override
    public void drag(MouseEvent dragged) {
        StudyPlot plot = held;
        if (plot != null && frame.height() > 0) {
            onShare.accept(plot.study, (bottom - dragged.getY()) / frame.height());
        }
    }

    @Override
    public void release(MouseEvent released) {
        held = null;
    }

    private Optional<StudyPlot> borderAt(double x, double y) {
        if (x > frame.width()) {
            return Optional.empty();
        }
        return frame.studies.stream()
                .filter(plot -> plot.isBelow() && plot.height > 0 && Math.abs(y - plot.top) <= REACH_PIXELS)
                .findFirst();
    }
}
