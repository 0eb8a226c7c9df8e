package io.sextant.store.tables;

import io.sextant.domain.request.EquityCurve;
import java.util.Arrays;

/** Fewer points of a curve that look the same: of each stretch its lowest and its highest stay, and both ends of the whole. */
final class EquityThinning {

    private EquityThinning() {}

    static EquityCurve thin(EquityCurve curve, int maxPoints) {
        int size = curve.size();
        if (size <= maxPoints) {
            return curve;
        }
        if (maxPoints < 4) {
            return ends(curve, Math.max(0, maxPoints));
        }
        int stretches = (maxPoints - 2) / 2;
        int[] kept = new int[2 + 2 * stretches];
        int count = 1;
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = 1 + (int) ((long) (size - 2) * stretch / stretches);
            int to = 1 + (int) ((long) (size - 2) * (stretch + 1) / stretches);
            int lowest = from;
            int highest = from;
            for (int i = from; i < to; i++) {
                lowest = curve.equity()[i] < curve.equity()[lowest] ? i : lowest;
                highest = curve.equity()[i] > curve.equity()[highest] ? i : highest;
            }
            kept[count++] = Math.min(lowest, highest);
            if (lowest != highest) {
                kept[count++] = Math.max(lowest, highest);
            }
        }
        kept[count++] = size - 1;
        return pick(curve, Arrays.copyOf(kept, count));
    }

    private static EquityCurve ends(EquityCurve curve, int maxPoints) {
        int last = curve.size() - 1;
        return switch (maxPoints) {
            case 0 -> pick(curve);
            case 1 -> pick(curve, last);
            default -> pick(curve, 0, last);
        };
    }

    private static EquityCurve pick(EquityCurve curve, int... indices) {
        long[] times = new long[indices.length];
        double[] equity = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            times[i] = curve.timeNanos()[indices[i]];
            equity[i] = curve.equity()[indices[i]];
        }
        return new EquityCurve(times, equity);
    }
}
