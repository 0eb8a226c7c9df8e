package io.sextant.ui.panel.ticket;

import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.TimeInForce;
import io.sextant.ui.parts.MomentText;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How long the order of a ticket is to stay, and what it may not do. */
final class LastingModel {

    private final Supplier<ZoneId> zone;
    private final ObjectProperty<TimeInForce> timeInForce = new SimpleObjectProperty<>(TimeInForce.GOOD_TILL_CANCELLED);
    private final StringProperty ends = new SimpleStringProperty("");
    private final BooleanProperty postOnly = new SimpleBooleanProperty();
    private final BooleanProperty reduceOnly = new SimpleBooleanProperty();

    LastingModel(Supplier<ZoneId> zone, Runnable edited) {
        this.zone = zone;
        timeInForce.addListener(change -> edited.run());
        ends.addListener(change -> edited.run());
        postOnly.addListener(change -> edited.run());
        reduceOnly.addListener(change -> edited.run());
    }

    ObjectProperty<TimeInForce> timeInForce() {
        return timeInForce;
    }

    /** As typed, in the reader's zone; counts for an order that is good till a date. */
    StringProperty ends() {
        return ends;
    }

    /** Counts for orders that may stay. */
    BooleanProperty postOnly() {
        return postOnly;
    }

    BooleanProperty reduceOnly() {
        return reduceOnly;
    }

    /** A market order never stays: it trades whole or in part, but at once. */
    TimeInForce ofMarketOrder() {
        return timeInForce.get() == TimeInForce.FILL_OR_KILL
                ? TimeInForce.FILL_OR_KILL
                : TimeInForce.IMMEDIATE_OR_CANCEL;
    }

    /** An order that waits has to be allowed to stay. */
    TimeInForce ofWaitingOrder() {
        return timeInForce.get().isImmediate() ? TimeInForce.GOOD_TILL_CANCELLED : timeInForce.get();
    }

    OrderHandling handlingOfMarketOrder() {
        return new OrderHandling(false, reduceOnly.get(), 0);
    }

    /** Empty while the moment of its end cannot be read. */
    Optional<OrderHandling> handlingOfLimitOrder() {
        return handling(timeInForce.get(), postOnly.get() && !timeInForce.get().isImmediate());
    }

    Optional<OrderHandling> handlingOfWaitingOrder() {
        return handling(ofWaitingOrder(), false);
    }

    private Optional<OrderHandling> handling(TimeInForce stays, boolean onlyRests) {
        if (stays != TimeInForce.GOOD_TILL_DATE) {
            return Optional.of(new OrderHandling(onlyRests, reduceOnly.get(), 0));
        }
        return MomentText.read(ends.get(), zone.get())
                .filter(nanos -> nanos > 0)
                .map(nanos -> new OrderHandling(onlyRests, reduceOnly.get(), nanos));
    }
}
