package io.sextant.domain.habit;

import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.habit.HabitFact.Kind;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a person's habits from the journal and says when an order is unlike them. It is held against this person alone, says nothing before
 * it knows enough of him, and each kind at most once an hour. docs/methods/habits.md argues the figures.
 */
public final class HabitJudge {

    private static final long MINUTE = 60_000_000_000L;
    static final long HOUR = 60 * MINUTE;
    static final long SOON = 15 * MINUTE;
    static final double LARGER = 1.5;
    static final int ORDERS_KNOWN = 10;
    static final int ORDERS_REMEMBERED = 50;
    static final int HOURS_KNOWN = 20;
    static final int HOURS_REMEMBERED = 200;
    static final int MANY_AT_LEAST = 10;
    static final double MANY_TIMES = 3;
    static final double UNDER_PERCENT = 1;
    private static final int ORDERS_FOLLOWED = 2_000;
    private static final double PERCENT = 100;

    /** Signed quantity and its average price; estimates, not the ledger. */
    private record Holding(double quantity, double average) {}

    private final Map<InstrumentId, Holding> holdings = new HashMap<>();
    private final Map<InstrumentId, Deque<Double>> sizes = new HashMap<>();
    private final Map<OrderId, Optional<Price>> triggers = new HashMap<>();
    private final Deque<OrderId> followed = new ArrayDeque<>();
    private final Deque<Long> lastHour = new ArrayDeque<>();
    private final Deque<Integer> hours = new ArrayDeque<>();
    private final Map<Kind, Long> saidNanos = new EnumMap<>(Kind.class);
    private long hour = Long.MIN_VALUE;
    private int inHour;
    private long lossNanos = Long.MIN_VALUE;

    /** Takes the next event; empty when it shows nothing. */
    public Optional<HabitFact> hear(Event event) {
        return switch (event) {
            case OrderChanged changed -> changed(changed);
            case OrderFilled filled -> filled(filled);
            default -> Optional.empty();
        };
    }

    private static boolean isByHand(OrderOrigin origin) {
        return switch (origin) {
            case TICKET, LADDER, COMMAND_LINE, VOICE -> true;
            case STRATEGY, ALGORITHM -> false;
        };
    }

    private Optional<HabitFact> changed(OrderChanged changed) {
        Order order = changed.order();
        if (!isByHand(order.terms().origin())) {
            return Optional.empty();
        }
        Optional<Price> trigger = order.terms().type().findTrigger();
        Optional<Price> before = triggers.get(order.id());
        if (before == null) {
            follow(order.id(), trigger);
            return changed.from() == order.state() ? begun(changed) : Optional.empty();
        }
        triggers.put(order.id(), trigger);
        boolean amended = changed.from() == order.state() && order.state() == OrderState.WAITING;
        return amended && before.isPresent() && trigger.isPresent()
                ? moved(changed, before.get().toDouble(), trigger.get().toDouble())
                : Optional.empty();
    }

    private void follow(OrderId order, Optional<Price> trigger) {
        triggers.put(order, trigger);
        followed.add(order);
        if (followed.size() > ORDERS_FOLLOWED) {
            triggers.remove(followed.remove());
        }
    }

    /** A stop that protects a position and is moved so that it would lose more. */
    private Optional<HabitFact> moved(OrderChanged changed, double before, double now) {
        Order order = changed.order();
        int side = order.terms().side().sign();
        Holding holding = holdings.getOrDefault(order.terms().instrument(), new Holding(0, 0));
        boolean protects = holding.quantity() * side < 0;
        double away = side * (now - before) / before * PERCENT;
        return protects && away > 0
                ? say(Kind.STOP_MOVED_AWAY, order.terms().instrument(), away, 0, changed)
                : Optional.empty();
    }

    private Optional<HabitFact> begun(OrderChanged changed) {
        Order order = changed.order();
        InstrumentId instrument = order.terms().instrument();
        long now = changed.timeNanos();
        double size = order.terms().quantity().toDouble();
        Deque<Double> known = sizes.computeIfAbsent(instrument, fresh -> new ArrayDeque<>());
        double usual = known.size() < ORDERS_KNOWN ? Double.NaN : median(known);
        known.add(size);
        if (known.size() > ORDERS_REMEMBERED) {
            known.remove();
        }
        Holding holding = holdings.getOrDefault(instrument, new Holding(0, 0));
        boolean opens = holding.quantity() * order.terms().side().sign() >= 0;
        boolean soon = lossNanos != Long.MIN_VALUE && now - lossNanos <= SOON;
        Optional<HabitFact> many = many(changed);
        return opens && soon && size >= LARGER * usual
                ? say(Kind.AFTER_A_LOSS, instrument, size / usual, (now - lossNanos) / (double) MINUTE, changed)
                : many;
    }

    private Optional<HabitFact> many(OrderChanged changed) {
        long now = changed.timeNanos();
        long thisHour = Math.floorDiv(now, HOUR);
        if (thisHour != hour) {
            if (inHour > 0) {
                hours.add(inHour);
                if (hours.size() > HOURS_REMEMBERED) {
                    hours.remove();
                }
            }
            hour = thisHour;
            inHour = 0;
        }
        inHour++;
        lastHour.add(now);
        while (now - lastHour.element() > HOUR) {
            lastHour.remove();
        }
        if (hours.size() < HOURS_KNOWN || lastHour.size() < MANY_AT_LEAST) {
            return Optional.empty();
        }
        double usual = median(hours);
        return lastHour.size() > MANY_TIMES * usual
                ? say(Kind.MANY_ORDERS, changed.order().terms().instrument(), lastHour.size(), usual, changed)
                : Optional.empty();
    }

    private Optional<HabitFact> filled(OrderFilled event) {
        Fill fill = event.fill();
        Holding before = holdings.getOrDefault(fill.instrument(), new Holding(0, 0));
        double signed = fill.side().sign() * fill.quantity().toDouble();
        double price = fill.price().toDouble();
        double after = before.quantity() + signed;
        boolean grows = before.quantity() * signed >= 0;
        double average = grows
                ? (before.average() * before.quantity() + price * signed) / after
                : before.quantity() * after > 0 ? before.average() : price;
        holdings.put(fill.instrument(), new Holding(after, average));
        double worse = Math.signum(before.quantity()) * (before.average() - price) / before.average() * PERCENT;
        if (!grows && worse > 0) {
            lossNanos = event.timeNanos();
        }
        boolean ours = triggers.containsKey(fill.order());
        return ours && grows && before.quantity() != 0 && worse >= UNDER_PERCENT
                ? say(Kind.ADDED_TO_A_LOSER, fill.instrument(), worse, 0, event)
                : Optional.empty();
    }

    private Optional<HabitFact> say(Kind kind, InstrumentId instrument, double measured, double usual, Event event) {
        Long said = saidNanos.get(kind);
        if (said != null && event.timeNanos() - said < HOUR) {
            return Optional.empty();
        }
        saidNanos.put(kind, event.timeNanos());
        return Optional.of(new HabitFact(kind, instrument, measured, usual, event.timeNanos(), event.position()));
    }

    private static double median(Iterable<? extends Number> numbers) {
        List<Double> sorted = new ArrayList<>();
        numbers.forEach(one -> sorted.add(one.doubleValue()));
        sorted.sort(null);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
