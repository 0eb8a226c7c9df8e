package io.sextant.ui.chart;

import io.sextant.analytics.profile.VolumeProfile;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Volume by price at the right: the value area in a fuller tone, and a line at the price with the most volume. */
final class ProfileLayer implements PlotLayer {

    private static final double WIDTH_SHARE = 0.18;
    private static final double WIDTH_MAX = 200;

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        VolumeProfile profile = frame.profile;
        if (profile.isEmpty()) {
            return;
        }
        int control = profile.pointOfControl();
        double most = profile.volumes()[control];
        if (!(most > 0)) {
            return;
        }
        VolumeProfile.Rows area = profile.valueArea();
        Color colour = frame.palette.profile();
        double widest = Math.min(WIDTH_MAX, frame.width() * WIDTH_SHARE);
        for (int pass = 0; pass < 2; pass++) {
            boolean inArea = pass == 1;
            gc.setFill(colour.deriveColor(0, 1, 1, inArea ? 0.42 : 0.22));
            for (int row = 0; row < profile.volumes().length; row++) {
                if ((row >= area.from() && row < area.to()) == inArea) {
                    drawRow(gc, frame, profile, row, widest * profile.volumes()[row] / most);
                }
            }
        }
        double price = profile.lowest() + (control + 0.5) * profile.rowHeight();
        gc.setFill(colour.deriveColor(0, 1, 1, 0.7));
        gc.fillRect(0, Math.floor(frame.priceScale.y(price)), frame.width(), 1);
    }

    private static void drawRow(GraphicsContext gc, PlotFrame frame, VolumeProfile profile, int row, double width) {
        double bottom = Math.floor(frame.priceScale.y(profile.lowest() + row * profile.rowHeight()));
        double top = Math.floor(frame.priceScale.y(profile.lowest() + (row + 1) * profile.rowHeight()));
        double height = bottom - top > 3 ? bottom - top - 1 : Math.max(1, bottom - top);
        gc.fillRect(frame.width() - width, top, width, height);
    }
}
