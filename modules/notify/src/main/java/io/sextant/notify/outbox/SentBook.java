package io.sextant.notify.outbox;

import io.sextant.domain.alert.AlertBook;
import io.sextant.domain.alert.AlertFiring;
import io.sextant.domain.alert.Deliveries;
import io.sextant.domain.alert.Delivery;
import io.sextant.domain.alert.Delivery.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Firings and what became of them, by number; several channels change it at a time. */
final class SentBook {

    /** A firing on one channel. */
    record Item(AlertFiring firing, Delivery delivery) {}

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final NavigableMap<Long, AlertFiring> firings = new TreeMap<>();
    private final NavigableMap<Long, Deliveries> sent = new TreeMap<>();

    /** What is known here of deliveries is newer than what the book says; what is no longer remembered there is forgotten. */
    synchronized void refresh(AlertBook book) {
        firings.clear();
        for (AlertBook.Told told : book.told()) {
            firings.put(told.firing().number(), told.firing());
            sent.putIfAbsent(told.firing().number(), told.deliveries());
        }
        sent.keySet().retainAll(firings.keySet());
    }

    synchronized Deliveries put(long number, Delivery delivery) {
        Deliveries next = sent.getOrDefault(number, new Deliveries(number, List.of(delivery)))
                .with(delivery);
        sent.put(number, next);
        return next;
    }

    /** All that wait, or were being sent, on any channel; oldest first. */
    synchronized List<Item> open() {
        List<Item> open = new ArrayList<>();
        firings.forEach((number, firing) -> sent.getOrDefault(number, Deliveries.of(firing)).each().stream()
                .filter(delivery -> !delivery.stage().isOver())
                .forEach(delivery -> open.add(new Item(firing, delivery))));
        return open;
    }

    /** The one whose turn it is: the oldest that quiet hours do not hold back. */
    synchronized Optional<Item> next(String channel, long nowNanos) {
        return open().stream()
                .filter(item -> item.delivery().channel().equals(channel)
                        && item.delivery().stage() == Stage.WAITING
                        && item.firing().notBeforeNanos() <= nowNanos)
                .findFirst();
    }

    /** How many were handed to a channel in the last hour, whatever became of them. */
    synchronized long inLastHour(String channel, long nowNanos) {
        return sent.values().stream()
                .flatMap(one -> one.find(channel).stream())
                .filter(one -> one.stage().isOver() && one.attempts() > 0 && one.nextNanos() > nowNanos - HOUR_NANOS)
                .count();
    }
}
