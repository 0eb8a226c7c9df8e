package io.sextant.ui.shell;

import software.coley.bentofx.control.canvas.PixelCanvas;

/** Where a dragged panel would land, in the accent colour instead of Bento's red. */
final class DropHint extends PixelCanvas {

    private static final int FILL = 0x332F81F7;
    private static final int EDGE = 0xCC2F81F7;

    @Override
    public void fillBorderedRect(double x, double y, double width, double height, int edgeSize, int fill, int edge) {
        super.fillBorderedRect(x, y, width, height, edgeSize, FILL, EDGE);
    }
}
