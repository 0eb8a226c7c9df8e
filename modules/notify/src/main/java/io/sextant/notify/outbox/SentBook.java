package io.sextant.notify.outbox;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.Deliveries;
import io.sextant.domain.alert.Delivery;
import io.sextant.domain.alert.Delivery.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Firings and what became of them, by number; several channels change it at a time. */
final class SentBook {

    /** A firing on one channel. */
    record Item(AlertFiring firing, Delivery delivery) {}

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final NavigableMap<Long, AlertFiring> firings = new TreeMap<>();
    private final NavigableMap<Long, Deliveries> sent = new TreeMap<>();
    private final Set<Long> owed = new TreeSet<>();
    private final List<Item> forgotten = new ArrayList<>();

    /** What is known here of deliveries is newer than what the book says; what is no longer remembered there is forgotten. */
    synchronized void refresh(AlertBook book) {
        List<Item> before = open();
        firings.clear();
        for (AlertBook.Told told : book.told()) {
            firings.put(told.firing().number(), told.firing());
            sent.putIfAbsent(told.firing().number(), told.deliveries());
        }
        sent.keySet().retainAll(firings.keySet());
        owed.retainAll(firings.keySet());
        before.stream()
                .filter(item -> !firings.containsKey(item.firing().number()))
                .forEach(forgotten::add);
    }

    /** What left the memory of firings before it was sent; each once. */
    synchronized List<Item> forgotten() {
        List<Item> gone = List.copyOf(forgotten);
        forgotten.clear();
        return gone;
    }

    synchronized Optional<Deliveries> find(long number) {
        return Optional.ofNullable(sent.get(number));
    }

    /** Whether what is known here of a firing is still to be told to the journal. */
    synchronized void owe(long number, boolean stillOwed) {
        if (stillOwed) {
            owed.add(number);
        } else {
            owed.remove(number);
        }
    }

    synchronized List<Long> owed() {
        return List.copyOf(owed);
    }

    /** One whose place another firing took is not put back: it would stand in that one's place. */
    synchronized void put(long number, Delivery delivery) {
        sent.computeIfPresent(number, (same, known) -> known.with(delivery));
    }

    /** All that wait, or were being sent, on any channel; oldest first. */
    synchronized List<Item> open() {
        List<Item> open = new ArrayList<>();
        firings.forEach((number, firing) -> sent.getOrDefault(number, Deliveries.of(firing)).each().stream()
                .filter(delivery -> !delivery.stage().isOver())
                .forEach(delivery -> open.add(new Item(firing, delivery))));
        return open;
    }

    /** The one whose turn it is: the oldest of the most urgent that quiet hours do not hold back. */
    synchronized Optional<Item> next(String channel, long nowNanos) {
        return open().stream()
                .filter(item -> item.delivery().channel().equals(channel)
                        && item.delivery().stage() == Stage.WAITING
                        && item.firing().notBeforeNanos() <= nowNanos)
                .min(Comparator.comparing((Item item) -> item.firing().priority())
                        .reversed()
                        .thenComparingLong(item -> item.firing().number()));
    }

    /** How many were handed to a channel in the last hour, whatever became of them. */
    synchronized long inLastHour(String channel, long nowNanos) {
        return sent.values().stream()
                .flatMap(one -> one.find(channel).stream())
                .filter(one -> one.stage().isOver() && one.attempts() > 0 && one.nextNanos() > nowNanos - HOUR_NANOS)
                .count();
    }
}
