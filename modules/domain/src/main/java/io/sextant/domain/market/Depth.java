package io.sextant.domain.market;

import java.util.List;

/** The best levels of a book, best first on both sides. */
public record Depth(List<DepthLevel> bids, List<DepthLevel> asks) {

    public static final int LEVELS = 10;
    public static final Depth EMPTY = new Depth(List.of(), List.of());

    public Depth {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
