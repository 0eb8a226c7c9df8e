package io.sextant.engine.core;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.execution.order.WorkingOrders;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose each order of a hosted strategy is: of those that work, and of those that are over as long as a venue's late fill still finds the
 * order. What is over counts nowhere but in such a fill.
 */
final class HostedOwners {

    private final WorkingOrders orders;
    private final Map<Long, Hosted> working = new TreeMap<>();
    private final Map<Long, Hosted> ended = new TreeMap<>();

    HostedOwners(WorkingOrders orders) {
        this.orders = orders;
    }

    /** By number, only those that are not over. */
    Map<Long, Hosted> working() {
        return working;
    }

    void add(long orderId, Hosted owner) {
        working.put(orderId, owner);
    }

    /** It never left. */
    void remove(long orderId) {
        working.remove(orderId);
    }

    @Nullable Hosted find(long orderId) {
        Hosted owner = working.get(orderId);
        return owner == null ? ended.get(orderId) : owner;
    }

    /** An order is over; null when it is of none, or was over before. */
    @Nullable Hosted end(long orderId) {
        Hosted owner = working.remove(orderId);
        if (owner != null) {
            ended.keySet().removeIf(each -> orders.find(each) == null);
            ended.put(orderId, owner);
        }
        return owner;
    }

    /** The desk knows it no more. */
    void forget(Hosted owner) {
        working.values().removeIf(each -> each == owner);
        ended.values().removeIf(each -> each == owner);
    }

    /** The numbers of its orders that still work. */
    long[] workingOf(Hosted owner) {
        return working.entrySet().stream()
                .filter(each -> each.getValue() == owner)
                .mapToLong(Map.Entry::getKey)
                .toArray();
    }

    void save(StateWriter out) {
        save(out, working);
        save(out, ended);
    }

    private static void save(StateWriter out, Map<Long, Hosted> owners) {
        out.putInt(owners.size());
        owners.forEach((orderId, one) -> {
            out.putLong(orderId);
            out.putString(one.name());
        });
    }

    void load(StateReader in, Map<String, Hosted> strategies) {
        load(in, working, strategies);
        load(in, ended, strategies);
    }

    private static void load(StateReader in, Map<Long, Hosted> owners, Map<String, Hosted> strategies) {
        owners.clear();
        for (int left = in.getInt(); left > 0; left--) {
            long orderId = in.getLong();
            Hosted one = strategies.get(in.getString());
            if (one == null) {
                throw new IllegalStateException("order " + orderId + " is of a strategy that is not there");
            }
            owners.put(orderId, one);
        }
    }
}
