package io.sextant.marketdata.quality;

import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.market.BarSeries;

/** Bids above asks at the end of the same period. */
final class CrossedCheck {

    private CrossedCheck() {}

    /** Returns how many bars are crossed; none where there are no asks. */
    static long examine(BarSeries bids, BarSeries asks, Findings findings) {
        long crossed = 0;
        int j = 0;
        for (int i = 0; i < bids.size() && j < asks.size(); i++) {
            long time = bids.openTimeNanos()[i];
            while (j < asks.size() && asks.openTimeNanos()[j] < time) {
                j++;
            }
            if (j < asks.size() && asks.openTimeNanos()[j] == time && bids.close()[i] > asks.close()[j]) {
                crossed++;
                findings.add(
                        FindingKind.CROSSED,
                        time,
                        time,
                        bids.close()[i] / asks.close()[j] - 1,
                        "the bid of " + bids.close()[i] + " is above the ask of " + asks.close()[j]);
            }
        }
        return crossed;
    }
}
