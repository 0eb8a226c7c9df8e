package io.sextant.ui.life;

import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.order.OrderId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One order's life as far as it is told; an answer to an earlier question changes nothing. */
final class LifeModel {

    private final OrderId order;
    private final ReadOnlyObjectWrapper<LifeStage> stage = new ReadOnlyObjectWrapper<>(new LifeStage.Loading());
    private int questions;

    LifeModel(OrderId order) {
        this.order = order;
    }

    OrderId order() {
        return order;
    }

    ReadOnlyObjectProperty<LifeStage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** The number of a new question; what is told stays until its answer. */
    int ask() {
        if (!(stage.get() instanceof LifeStage.Told)) {
            stage.set(new LifeStage.Loading());
        }
        return ++questions;
    }

    void answered(int question, Optional<OrderChronicle> answer) {
        if (question == questions) {
            stage.set(answer.<LifeStage>map(LifeStage.Told::new).orElseGet(LifeStage.Unknown::new));
        }
    }

    void failed(int question, String why) {
        if (question == questions) {
            stage.set(new LifeStage.Failed(why));
        }
    }

    /** Whether its life has another chapter now. */
    boolean concerns(Event event) {
        return (event instanceof OrderChanged changed && changed.order().id().equals(order))
                || (event instanceof OrderFilled filled && filled.fill().order().equals(order))
                || (event instanceof PassportWritten written
                        && written.passport().order().equals(order));
    }
}
