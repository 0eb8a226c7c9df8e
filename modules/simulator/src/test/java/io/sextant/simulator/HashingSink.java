package io.sextant.simulator;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.journal.StateHash;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.VenueListener;
import io.sextant.marketdata.MarketSink;

/** Folds everything that an exchange says, publicly and to us, into one number. */
final class HashingSink implements MarketSink, VenueListener {

    private final StateHash hash = new StateHash();
    private long heard;

    long value() {
        return hash.value();
    }

    long heard() {
        return heard;
    }

    private void add(long kind, long a, long b, long c, long d) {
        heard++;
        hash.putLong(kind);
        hash.putLong(a);
        hash.putLong(b);
        hash.putLong(c);
        hash.putLong(d);
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        add(1, aggressor.sign() * (instrument + 1L), timeNanos, priceTicks, lots);
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        add(2, instrument, timeNanos, bidTicks, bidLots);
        add(3, instrument, timeNanos, askTicks, askLots);
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        add(4, side.sign() * (instrument + 1L), timeNanos, priceTicks, lots);
    }

    @Override
    public void onHeadline(Headline headline) {
        add(5, headline.hashCode(), headline.timeNanos(), 0, 0);
    }

    @Override
    public void onStatus(FeedStatus status, String detail) {
        add(6, status.name().length(), 0, 0, 0);
    }

    @Override
    public void onAccepted(long orderId, long timeNanos) {
        add(10, orderId, timeNanos, 0, 0);
    }

    @Override
    public void onRejected(long orderId, long timeNanos, RefusalCode code) {
        add(11, orderId, timeNanos, code.number(), 0);
    }

    @Override
    public void onFill(long orderId, long tradeId, long timeNanos, long priceTicks, long lots, boolean maker) {
        add(maker ? 12 : 13, orderId, tradeId, priceTicks, lots);
    }

    @Override
    public void onCancelled(long orderId, long timeNanos) {
        add(14, orderId, timeNanos, 0, 0);
    }

    @Override
    public void onCancelRejected(long orderId, long timeNanos, RefusalCode code) {
        add(15, orderId, timeNanos, code.number(), 0);
    }

    @Override
    public void onAmended(long orderId, long timeNanos, long lots, long limitTicks) {
        add(16, orderId, timeNanos, lots, limitTicks);
    }

    @Override
    public void onAmendRejected(long orderId, long timeNanos, RefusalCode code) {
        add(17, orderId, timeNanos, code.number(), 0);
    }
}
