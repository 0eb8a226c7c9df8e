package io.sextant.ui.chart.heat;

import java.util.Arrays;

/** Paints a history into pixels. Where several ticks share a pixel the largest quantity shows, so none is lost. */
final class HeatRaster {

    private static final int SAMPLE = 4_096;

    /** Quantities at this rank of those in sight get the strongest colour; the few above share it. */
    private static final double FULL_RANK = 0.98;

    private final double[] sample = new double[SAMPLE];
    private double[] column = new double[0];

    /** The quantity for the strongest colour among what is in sight; 1 when nothing is. */
    double fullQuantity(HeatHistory history, HeatFrame frame) {
        int count = 0;
        int from = Math.max(0, history.indexAtOrBefore(frame.numberAt(0)));
        int step = Math.max(1, (history.size() - from) * 2 * HeatHistory.LEVELS / SAMPLE);
        for (int slice = from; slice < history.size(); slice += step) {
            for (int side = 0; side < 2; side++) {
                for (int level = 0; level < history.levels(slice, side == 0) && count < SAMPLE; level++) {
                    sample[count++] = history.quantity(slice, side == 0, level);
                }
            }
        }
        if (count == 0) {
            return 1;
        }
        Arrays.sort(sample, 0, count);
        double full = sample[(int) ((count - 1) * FULL_RANK)];
        return full > 0 ? full : 1;
    }

    /** Fills {@code pixels}, rows of {@code frame.width()} from the top. */
    void paint(HeatHistory history, HeatFrame frame, double full, HeatColours colours, int[] pixels) {
        Arrays.fill(pixels, 0, frame.width() * frame.height(), colours.background());
        if (column.length != frame.height()) {
            column = new double[frame.height()];
        }
        int from = Math.max(0, history.indexAtOrBefore(frame.numberAt(0)));
        for (int slice = from; slice < history.size(); slice++) {
            int left = frame.x(history.number(slice));
            if (left + frame.slicePixels() <= 0 || left >= frame.width()) {
                continue;
            }
            Arrays.fill(column, 0);
            addSide(history, slice, true, frame);
            addSide(history, slice, false, frame);
            paintColumn(
                    frame,
                    Math.max(0, left),
                    Math.min(frame.width(), left + frame.slicePixels()),
                    full,
                    colours,
                    pixels);
        }
    }

    private void addSide(HeatHistory history, int slice, boolean bid, HeatFrame frame) {
        double row = frame.rowPixels();
        for (int level = 0; level < history.levels(slice, bid); level++) {
            double middle = frame.y(history.price(slice, bid, level));
            int top = (int) Math.floor(middle - row / 2);
            int bottom = Math.max(top + 1, (int) Math.floor(middle + row / 2));
            double quantity = history.quantity(slice, bid, level);
            for (int y = Math.max(0, top); y < Math.min(column.length, bottom); y++) {
                column[y] = Math.max(column[y], quantity);
            }
        }
    }

    private void paintColumn(HeatFrame frame, int left, int right, double full, HeatColours colours, int[] pixels) {
        double quantity = 0;
        int colour = 0;
        for (int y = 0; y < column.length; y++) {
            if (column[y] > 0) {
                // A level is many rows high, and its colour costs a logarithm.
                if (column[y] != quantity) {
                    quantity = column[y];
                    colour = colours.of(quantity, full);
                }
                int at = y * frame.width();
                Arrays.fill(pixels, at + left, at + right, colour);
            }
        }
    }
}
