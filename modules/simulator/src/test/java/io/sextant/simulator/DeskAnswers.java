package io.sextant.simulator;

import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.VenueListener;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the venue said, word by word, and counts what filled. */
final class DeskAnswers implements VenueListener {

    private final List<String> said = new ArrayList<>();
    private long makerLots;
    private long takerLots;
    private long lastNanos;
    private long worstBuyTicks;

    List<String> said() {
        return said;
    }

    long makerLots() {
        return makerLots;
    }

    long takerLots() {
        return takerLots;
    }

    long lastNanos() {
        return lastNanos;
    }

    /** The highest price of any fill. */
    long worstBuyTicks() {
        return worstBuyTicks;
    }

    private void say(String text, long timeNanos) {
        said.add(text);
        lastNanos = timeNanos;
    }

    @Override
    public void onAccepted(long orderId, long timeNanos) {
        say("accepted " + orderId, timeNanos);
    }

    @Override
    public void onRejected(long orderId, long timeNanos, RefusalCode code) {
        say("rejected " + orderId + " " + code, timeNanos);
    }

    @Override
    public void onFill(long orderId, long tradeId, long timeNanos, long priceTicks, long lots, boolean maker) {
        if (maker) {
            makerLots += lots;
        } else {
            takerLots += lots;
        }
        worstBuyTicks = Math.max(worstBuyTicks, priceTicks);
        lastNanos = timeNanos;
        String last = said.isEmpty() ? "" : said.getLast();
        if (!last.equals("filled " + orderId)) {
            say("filled " + orderId, timeNanos);
        }
    }

    @Override
    public void onCancelled(long orderId, long timeNanos) {
        say("cancelled " + orderId, timeNanos);
    }

    @Override
    public void onCancelRejected(long orderId, long timeNanos, RefusalCode code) {
        say("cancel rejected " + orderId + " " + code, timeNanos);
    }

    @Override
    public void onAmended(long orderId, long timeNanos, long lots, long limitTicks) {
        say("amended " + orderId, timeNanos);
    }

    @Override
    public void onAmendRejected(long orderId, long timeNanos, RefusalCode code) {
        say("amend rejected " + orderId + " " + code, timeNanos);
    }
}
