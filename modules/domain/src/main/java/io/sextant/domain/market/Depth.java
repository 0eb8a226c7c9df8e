package io.sextant.domain.market;

import java.util.List;

/** The best levels of a book, best first on both sides. */
public record Depth(List<DepthLevel> bids, List<DepthLevel> asks) {

    public static final int LEVELS = 10;
    public static final Depth EMPTY = new Depth(List.of(), List.of());

    public Depth {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
        requireBestFirst(bids, -1);
        requireBestFirst(asks, 1);
    }

    private static void requireBestFirst(List<DepthLevel> levels, int order) {
        for (int i = 1; i < levels.size(); i++) {
            DepthLevel better = levels.get(i - 1);
            if (levels.get(i).price().compareTo(better.price()) * order <= 0) {
                throw new IllegalArgumentException(
                        levels.get(i).price() + " does not follow " + better.price() + " on its side of a book");
            }
        }
    }
}
