package io.sextant.domain.order;

import io.sextant.domain.money.Price;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** At which price an order may trade, and whether it waits for one first. */
public sealed interface OrderType {

    /** At once, at whatever the book offers within the gate's collar. */
    record Market() implements OrderType {}

    /** At {@code price} or better; what cannot trade at once rests. */
    record Limit(Price price) implements OrderType {}

    /** Waits here until something trades at {@code trigger} or beyond it, and is a market order then. */
    record Stop(Price trigger) implements OrderType {}

    /** Waits here until something trades at {@code trigger} or beyond it, and is a limit order then. */
    record StopLimit(Price trigger, Price limit) implements OrderType {}

    /**
     * A stop whose trigger follows the best price since it began, and never goes back. {@code trigger} is where it stands: null in
     * a draft, known of an order.
     */
    record TrailingStop(Trail trail, @Nullable Price trigger) implements OrderType {}

    static OrderType market() {
        return new Market();
    }

    static OrderType limit(Price price) {
        return new Limit(price);
    }

    static OrderType trailing(Trail trail) {
        return new TrailingStop(trail, null);
    }

    /** The worst price at which it may trade; empty for one that trades at the market. */
    default Optional<Price> findLimit() {
        return switch (this) {
            case Limit(Price price) -> Optional.of(price);
            case StopLimit(Price trigger, Price limit) -> Optional.of(limit);
            case Market _, Stop _, TrailingStop _ -> Optional.empty();
        };
    }

    /** The price it waits for, where there is one and it is known. */
    default Optional<Price> findTrigger() {
        return switch (this) {
            case Market _, Limit _ -> Optional.empty();
            case Stop(Price trigger) -> Optional.of(trigger);
            case StopLimit(Price trigger, Price limit) -> Optional.of(trigger);
            case TrailingStop(Trail trail, var trigger) -> Optional.ofNullable(trigger);
        };
    }

    /** The price that a person may move: the trigger of an order that waits, else the limit; none that the market moves. */
    default Optional<Price> findMovable() {
        return switch (this) {
            case Market _, TrailingStop _ -> Optional.empty();
            case Limit(Price price) -> Optional.of(price);
            case Stop(Price trigger) -> Optional.of(trigger);
            case StopLimit(Price trigger, Price limit) -> Optional.of(trigger);
        };
    }

    /** Whether the order waits here for its price before any venue hears of it. */
    default boolean waits() {
        return switch (this) {
            case Market _, Limit _ -> false;
            case Stop _, StopLimit _, TrailingStop _ -> true;
        };
    }

    /** Whether it trades at whatever the book offers, now or when its price comes. */
    default boolean tradesAtMarket() {
        return switch (this) {
            case Market _, Stop _, TrailingStop _ -> true;
            case Limit _, StopLimit _ -> false;
        };
    }
}
