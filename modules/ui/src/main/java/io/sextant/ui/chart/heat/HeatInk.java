package io.sextant.ui.chart.heat;

import org.jspecify.annotations.Nullable;

/**
 * Draws best prices and trades into the pixels of a picture. On a canvas a thousand ovals and two lines of a thousand corners each
 * take longer than all the rest of a frame.
 */
final class HeatInk {

    private static final double LARGEST_RADIUS = 9;
    private static final double SMALLEST_RADIUS = 1;

    /** Radii are kept in steps of a quarter pixel. */
    private static final int STEPS_A_PIXEL = 4;

    private static final int SAMPLES = 4;
    private static final int OPAQUE = 255;
    private static final double DOT_OPACITY = 0.75;

    /** How much of each pixel around the middle a dot covers, by the step of its radius. */
    private final byte[] @Nullable [] masks = new byte[(int) (LARGEST_RADIUS * STEPS_A_PIXEL) + 1][];

    /** The best price of one side as steps, one slice each; slices without one are left open. */
    void bestPrices(HeatHistory history, HeatFrame frame, boolean bid, int argb, int[] pixels) {
        long before = Long.MIN_VALUE;
        int rowBefore = 0;
        for (int slice = first(history, frame); slice < history.size(); slice++) {
            if (history.levels(slice, bid) == 0) {
                continue;
            }
            long number = history.number(slice);
            int row = (int) Math.floor(frame.y(history.price(slice, bid, 0)));
            int left = frame.x(number);
            if (number == before + 1 && left >= 0 && left < frame.width()) {
                int bottom = Math.min(frame.height() - 1, Math.max(row, rowBefore));
                for (int y = Math.max(0, Math.min(row, rowBefore)); y <= bottom; y++) {
                    pixels[y * frame.width() + left] = argb;
                }
            }
            if (row >= 0 && row < frame.height()) {
                int end = Math.min(frame.width(), left + frame.slicePixels());
                for (int x = Math.max(0, left); x < end; x++) {
                    pixels[row * frame.width() + x] = argb;
                }
            }
            before = number;
            rowBefore = row;
        }
    }

    /** A dot a slice, its area by what was traded, its colour by who was in a hurry. */
    void trades(HeatHistory history, HeatFrame frame, int boughtArgb, int soldArgb, int[] pixels) {
        int from = first(history, frame);
        double largest = 0;
        for (int slice = from; slice < history.size(); slice++) {
            largest = Math.max(largest, history.bought(slice) + history.sold(slice));
        }
        for (int slice = from; slice < history.size(); slice++) {
            double traded = history.bought(slice) + history.sold(slice);
            double radius = LARGEST_RADIUS * Math.sqrt(traded / largest);
            if (radius >= SMALLEST_RADIUS) {
                int x = frame.x(history.number(slice)) + frame.slicePixels() / 2;
                int y = (int) Math.floor(frame.y(history.tradedPrice(slice)));
                dot(frame, x, y, radius, history.bought(slice) >= history.sold(slice) ? boughtArgb : soldArgb, pixels);
            }
        }
    }

    private static int first(HeatHistory history, HeatFrame frame) {
        return Math.max(0, history.indexAtOrBefore(frame.numberAt(0)));
    }

    private void dot(HeatFrame frame, int middleX, int middleY, double radius, int argb, int[] pixels) {
        int step = (int) Math.round(radius * STEPS_A_PIXEL);
        byte[] mask = masks[step];
        if (mask == null) {
            mask = maskOf((double) step / STEPS_A_PIXEL);
            masks[step] = mask;
        }
        int reach = reach((double) step / STEPS_A_PIXEL);
        int size = 2 * reach + 1;
        int top = Math.max(0, middleY - reach);
        int bottom = Math.min(frame.height() - 1, middleY + reach);
        int left = Math.max(0, middleX - reach);
        int right = Math.min(frame.width() - 1, middleX + reach);
        for (int y = top; y <= bottom; y++) {
            int row = (y - middleY + reach) * size - middleX + reach;
            for (int x = left; x <= right; x++) {
                int cover = mask[row + x] & 0xFF;
                if (cover > 0) {
                    int at = y * frame.width() + x;
                    pixels[at] = mixed(pixels[at], argb, cover);
                }
            }
        }
    }

    private static int reach(double radius) {
        return (int) Math.ceil(radius);
    }

    private static byte[] maskOf(double radius) {
        int reach = reach(radius);
        int size = 2 * reach + 1;
        byte[] mask = new byte[size * size];
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                int inside = 0;
                for (int part = 0; part < SAMPLES * SAMPLES; part++) {
                    double dx = x + (part % SAMPLES + 0.5) / SAMPLES - 0.5;
                    double dy = y + (Math.floorDiv(part, SAMPLES) + 0.5) / SAMPLES - 0.5;
                    if (dx * dx + dy * dy <= radius * radius) {
                        inside++;
                    }
                }
                mask[(y + reach) * size + x + reach] =
                        (byte) Math.round(DOT_OPACITY * OPAQUE * inside / (SAMPLES * SAMPLES));
            }
        }
        return mask;
    }

    private static int mixed(int under, int over, int cover) {
        return 0xFF00_0000
                | channel(under >> 16 & 0xFF, over >> 16 & 0xFF, cover) << 16
                | channel(under >> 8 & 0xFF, over >> 8 & 0xFF, cover) << 8
                | channel(under & 0xFF, over & 0xFF, cover);
    }

    private static int channel(int under, int over, int cover) {
        return under + (over - under) * cover / OPAQUE;
    }
}
