package io.sextant.analytics.orderflow;

/** What one state of a book says. Prices are in the book's own units; NaN where a side is empty. */
public final class BookMetrics {

    private BookMetrics() {}

    /** (bid + ask) / 2. */
    public static double mid(Depth book) {
        return book.isTwoSided() ? (book.price(BookSide.BID, 0) + book.price(BookSide.ASK, 0)) / 2.0 : Double.NaN;
    }

    /** ask - bid. */
    public static double spread(Depth book) {
        return book.isTwoSided() ? book.price(BookSide.ASK, 0) - book.price(BookSide.BID, 0) : Double.NaN;
    }

    /** The price weighted with the size on the other side: where the next trade is likelier (Gatheral and Oomen 2010). */
    public static double microprice(Depth book) {
        if (!book.isTwoSided()) {
            return Double.NaN;
        }
        double bid = book.size(BookSide.BID, 0);
        double ask = book.size(BookSide.ASK, 0);
        return (book.price(BookSide.ASK, 0) * bid + book.price(BookSide.BID, 0) * ask) / (bid + ask);
    }

    /** Size on the first levels. */
    public static double depth(Depth book, BookSide side, int levels) {
        double sum = 0;
        for (int i = 0; i < Math.min(levels, book.levels(side)); i++) {
            sum += book.size(side, i);
        }
        return sum;
    }

    /** (bid size - ask size) / (bid size + ask size) over the first levels, -1 to 1: 1 when only buyers wait. */
    public static double imbalance(Depth book, int levels) {
        double bid = depth(book, BookSide.BID, levels);
        double ask = depth(book, BookSide.ASK, levels);
        return (bid - ask) / (bid + ask);
    }

    /** The same of the queues at the best prices alone: which of the two is likelier to be used up first (Gould and Bonart 2016). */
    public static double queueImbalance(Depth book) {
        return imbalanceAt(book, 0);
    }

    /** The same of one level alone, 0 the best; NaN where a side does not reach that far. */
    public static double imbalanceAt(Depth book, int level) {
        if (level >= book.levels(BookSide.BID) || level >= book.levels(BookSide.ASK)) {
            return Double.NaN;
        }
        double bid = book.size(BookSide.BID, level);
        double ask = book.size(BookSide.ASK, level);
        return (bid - ask) / (bid + ask);
    }

    /** The mean price of taking {@code quantity} from a side now; NaN when less than that waits. */
    public static double sweepPrice(Depth book, BookSide from, double quantity) {
        double left = quantity;
        double paid = 0;
        for (int i = 0; i < book.levels(from) && left > 0; i++) {
            double taken = Math.min(left, (double) book.size(from, i));
            paid += taken * book.price(from, i);
            left -= taken;
        }
        return left > 0 ? Double.NaN : paid / quantity;
    }

    /**
     * How fast size grows with distance: the mean over both sides of the size waiting within the first levels over their distance from the middle, in
     * size per unit of price. A steep book moves little.
     */
    public static double slope(Depth book, int levels) {
        if (!book.isTwoSided()) {
            return Double.NaN;
        }
        double mid = mid(book);
        double sum = 0;
        for (BookSide side : BookSide.values()) {
            int last = Math.min(levels, book.levels(side)) - 1;
            sum += depth(book, side, levels) / Math.abs(book.price(side, last) - mid);
        }
        return sum / 2;
    }
}
