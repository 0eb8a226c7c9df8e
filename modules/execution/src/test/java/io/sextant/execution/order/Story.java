package io.sextant.execution.order;

import io.sextant.domain.order.OrderState;
import java.util.ArrayList;
import java.util.List;

/** Writes down in words all that the state machine says. */
final class Story implements OrderListener {

    final List<String> lines = new ArrayList<>();

    @Override
    public void onOrderChanged(OrderSlot slot, OrderState from, String reason) {
        lines.add("#" + slot.orderId() + " " + from + " > " + slot.state() + ": " + reason);
    }

    @Override
    public void onFilled(OrderSlot slot, long tradeId, long priceTicks, long lots, boolean maker, long timeNanos) {
        lines.add("#" + slot.orderId() + " filled " + lots + " at " + priceTicks + (maker ? " as maker" : " as taker")
                + ", in all " + slot.filledLots());
    }

    @Override
    public void onOddAnswer(long orderId, OddAnswer what, long timeNanos) {
        lines.add("#" + orderId + " odd: " + what);
    }

    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
