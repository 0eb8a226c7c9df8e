package io.sextant.execution.paper;

import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.VenueListener;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a venue says. */
final class VenueStory implements VenueListener {

    private final List<String> lines = new ArrayList<>();

    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    @Override
    public void onAccepted(long orderId, long timeNanos) {
        lines.add(timeNanos + " #" + orderId + " accepted");
    }

    @Override
    public void onRejected(long orderId, long timeNanos, RefusalCode code) {
        lines.add(timeNanos + " #" + orderId + " rejected " + code);
    }

    @Override
    public void onFill(long orderId, long tradeId, long timeNanos, long priceTicks, long lots, boolean maker) {
        lines.add(timeNanos + " #" + orderId + " fill " + tradeId + ": " + lots + " at " + priceTicks
                + (maker ? " maker" : " taker"));
    }

    @Override
    public void onCancelled(long orderId, long timeNanos) {
        lines.add(timeNanos + " #" + orderId + " cancelled");
    }

    @Override
    public void onCancelRejected(long orderId, long timeNanos, RefusalCode code) {
        lines.add(timeNanos + " #" + orderId + " cancel rejected " + code);
    }

    @Override
    public void onAmended(long orderId, long timeNanos, long lots, long limitTicks) {
        lines.add(timeNanos + " #" + orderId + " amended to " + lots + " at " + limitTicks);
    }

    @Override
    public void onAmendRejected(long orderId, long timeNanos, RefusalCode code) {
        lines.add(timeNanos + " #" + orderId + " amend rejected " + code);
    }
}
