package io.sextant.ui.panel.ladder;

import java.util.List;

/**
 * What the ladder shows at one moment, highest price first. {@code largestLots} scales the bars; {@code marketRowsAway} says
 * how many rows the market lies above (positive) or below (negative) what is visible, 0 when it can be seen.
 */
record LadderFrame(List<LadderRow> rows, long stepTicks, long largestLots, long marketRowsAway) {

    static final LadderFrame EMPTY = new LadderFrame(List.of(), 1, 0, 0);

    LadderFrame {
        rows = List.copyOf(rows);
    }
}
