package io.sextant.execution;

import io.sextant.domain.order.RefusalCode;

/** What a venue says about our orders. {@code tradeId} is the venue's own and unique there. */
public interface VenueListener {

    void onAccepted(long orderId, long timeNanos);

    void onRejected(long orderId, long timeNanos, RefusalCode code);

    void onFill(long orderId, long tradeId, long timeNanos, long priceTicks, long lots, boolean maker);

    /** The rest of the order is gone: asked for, or the end of an immediate-or-cancel order. */
    void onCancelled(long orderId, long timeNanos);

    void onCancelRejected(long orderId, long timeNanos, RefusalCode code);

    /** The order now has these terms; {@code lots} is its total quantity. */
    void onAmended(long orderId, long timeNanos, long lots, long limitTicks);

    void onAmendRejected(long orderId, long timeNanos, RefusalCode code);
}
