package io.sextant.ui.panel.ticket;

import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.ui.bridge.EngineBridge;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the draft on show does to the risk of the desk; an answer for another draft is not shown. */
final class TicketRisk {

    private static final System.Logger LOG = System.getLogger(TicketRisk.class.getName());

    private final TicketModel model;
    private final ReadOnlyObjectWrapper<Optional<OrderRisk>> risk = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<OrderDraft> answered = Optional.empty();
    private boolean asking;

    TicketRisk(TicketModel model) {
        this.model = model;
        model.entry().addListener(change -> forgetOther());
        model.stage().addListener(change -> forgetOther());
    }

    ReadOnlyObjectProperty<Optional<OrderRisk>> risk() {
        return risk.getReadOnlyProperty();
    }

    void ask(EngineBridge engine, OrderDraft draft) {
        if (asking) {
            return;
        }
        asking = true;
        engine.ask(new Query.RiskOfOrder(draft)).whenComplete((answer, failure) -> {
            asking = false;
            if (failure != null) {
                LOG.log(System.Logger.Level.DEBUG, "no measure of risk", failure);
                risk.set(Optional.empty());
            } else if (model.onShow().filter(draft::equals).isPresent()) {
                answered = Optional.of(draft);
                risk.set(Optional.of(answer));
            }
        });
    }

    private void forgetOther() {
        if (!model.onShow().equals(answered)) {
            answered = Optional.empty();
            risk.set(Optional.empty());
        }
    }
}
