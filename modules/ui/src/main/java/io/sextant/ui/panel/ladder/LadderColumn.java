package io.sextant.ui.panel.ladder;

import io.sextant.domain.market.Side;
import java.util.Optional;

/** The columns of the ladder from left to right, each from one share of the width to another. */
enum LadderColumn {
    OWN_BUYS(0, 0.15, Optional.of(Side.BUY)),
    BIDS(0.15, 0.38, Optional.of(Side.BUY)),
    PRICE(0.38, 0.62, Optional.empty()),
    ASKS(0.62, 0.85, Optional.of(Side.SELL)),
    OWN_SELLS(0.85, 1, Optional.of(Side.SELL));

    private final double from;
    private final double to;
    private final Optional<Side> side;

    LadderColumn(double from, double to, Optional<Side> side) {
        this.from = from;
        this.to = to;
        this.side = side;
    }

    /** The side that a click in this column means. */
    Optional<Side> side() {
        return side;
    }

    double left(double width) {
        return Math.rint(from * width);
    }

    double width(double width) {
        return Math.rint(to * width) - left(width);
    }

    static LadderColumn at(double x, double width) {
        LadderColumn found = OWN_BUYS;
        for (LadderColumn column : values()) {
            if (x >= column.left(width)) {
                found = column;
            }
        }
        return found;
    }
}
