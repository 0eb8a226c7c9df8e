package io.sextant.remote.server;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.request.Answer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The orders of one line that are taken back when it ends, where its user chose so. */
final class LeavingOrders {

    private static final int MOST = 10_000;

    private final BiConsumer<CommandKey, CancelOrder> canceller;
    private final Set<OrderId> placed = new LinkedHashSet<>();
    private boolean isChosen;
    private boolean hasLeft;

    LeavingOrders(BiConsumer<CommandKey, CancelOrder> canceller) {
        this.canceller = canceller;
    }

    synchronized void choose(boolean cancels) {
        isChosen = cancels;
    }

    /** An answer that comes after the line ended is seen to at once. */
    synchronized void answered(Command command, Answer answer) {
        if (!isTakenBack(command)
                || !(answer instanceof Answer.Done(long _, Optional<OrderId> order))
                || order.isEmpty()) {
            return;
        }
        if (hasLeft) {
            takeBack(order.get());
            return;
        }
        placed.add(order.get());
        if (placed.size() > MOST) {
            placed.remove(placed.iterator().next());
        }
    }

    synchronized void leave() {
        if (!hasLeft) {
            hasLeft = true;
            placed.forEach(this::takeBack);
            placed.clear();
        }
    }

    private void takeBack(OrderId order) {
        if (isChosen) {
            canceller.accept(new CommandKey("leaving-" + order.value()), new CancelOrder(order));
        }
    }

    private static boolean isTakenBack(Command command) {
        return switch (command) {
            case PlaceOrder(var draft) -> !draft.handling().reduceOnly();
            case PlaceAlgo _ -> true;
            default -> false;
        };
    }
}
