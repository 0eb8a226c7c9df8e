package io.sextant.analytics.indicator;

/** What is made of a close, the one before it, and the volume. */
final class CloseMove implements Indicator {

    enum As {
        /** Elder's force: the move times the volume, smoothed. */
        FORCE,
        /** Price and volume trend: the relative move times the volume, added up. */
        TREND,
        /** Negative volume index (Dysart, Fosback): 1000 grown by moves of bars with less volume than the one before. */
        QUIET,
        /** Positive volume index: with more volume. */
        LOUD
    }

    private static final double INDEX_START = 1_000;

    private final As as;
    private final Smoother smoother;
    private double closeBefore = Double.NaN;
    private double volumeBefore = Double.NaN;
    private double total;

    CloseMove(As as, Smoother smoother) {
        this.as = as;
        this.smoother = smoother;
        total = as == As.QUIET || as == As.LOUD ? INDEX_START : 0;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double move = close - closeBefore;
        double share = move / closeBefore;
        boolean first = Double.isNaN(move);
        switch (as) {
            case FORCE -> total = move * volume;
            case TREND -> total += first ? 0 : share * volume;
            case QUIET -> total *= volume < volumeBefore ? 1 + share : 1;
            case LOUD -> total *= volume > volumeBefore ? 1 + share : 1;
        }
        closeBefore = close;
        volumeBefore = volume;
        out[0] = smoother.next(total);
    }

    @Override
    public CloseMove copy() {
        CloseMove copy = new CloseMove(as, smoother.copy());
        copy.closeBefore = closeBefore;
        copy.volumeBefore = volumeBefore;
        copy.total = total;
        return copy;
    }
}
