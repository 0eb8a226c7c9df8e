package io.sextant.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** What a mark under the mouse has to tell, beside it and never outside the plot. */
final class MarkTip extends Group {

    private static final double WIDTH_MAX = 320;
    private static final double PAD = 8;
    private static final double GAP = 12;

    private final PlotFrame frame;
    private final Rectangle back = new Rectangle();
    private final Text text = new Text();

    MarkTip(PlotFrame frame) {
        this.frame = frame;
        text.setId("chart-mark-tip");
        text.setFont(ChartFonts.LEGEND);
        text.setTextOrigin(VPos.TOP);
        back.setArcWidth(8);
        back.setArcHeight(8);
        getChildren().addAll(back, text);
        setVisible(false);
    }

    void restyle() {
        back.setFill(frame.palette.background());
        back.setStroke(frame.palette.border());
        text.setFill(frame.palette.text());
    }

    void show(double mouseX, double mouseY) {
        frame.markSpots.stream()
                .filter(spot -> spot.isAt(mouseX, mouseY))
                .findFirst()
                .ifPresentOrElse(this::show, () -> setVisible(false));
    }

    private void show(MarkSpot spot) {
        text.setWrappingWidth(0);
        text.setText(spot.text());
        if (text.getLayoutBounds().getWidth() > WIDTH_MAX) {
            text.setWrappingWidth(WIDTH_MAX);
        }
        double width = text.getLayoutBounds().getWidth() + 2 * PAD;
        double height = text.getLayoutBounds().getHeight() + 2 * PAD;
        double x = spot.x() + GAP + width > frame.width() ? spot.x() - GAP - width : spot.x() + GAP;
        double y = Math.max(0, Math.min(frame.height() - height, spot.y() - height / 2));
        back.setX(Math.rint(Math.max(0, x)));
        back.setY(Math.rint(y));
        back.setWidth(Math.ceil(width));
        back.setHeight(Math.ceil(height));
        text.setX(back.getX() + PAD);
        text.setY(back.getY() + PAD);
        setVisible(true);
    }
}
