package io.sextant.ui.parts;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Order;
import io.sextant.domain.request.Answer;
import io.sextant.ui.shell.DeskContext;
import java.util.Optional;

/** New terms for a working order, asked for in a small form and sent when it is confirmed there; a refusal is told there too. */
public final class OrderAmending {

    private final DeskContext context;

    public OrderAmending(DeskContext context) {
        this.context = context;
    }

    /** The form for this order; empty for one without a price that a person may move. {@code wanted} stands in it instead of the limit as it is. */
    public Optional<AmendPopOver> form(Order order, Optional<Price> wanted) {
        return order.terms().type().findMovable().map(price -> {
            Instrument instrument =
                    context.catalog().getInstrument(order.terms().instrument());
            AmendModel model = new AmendModel(order, wanted.orElse(price), instrument, context.texts());
            return new AmendPopOver(model, context.texts(), (command, popOver) -> send(command, model, popOver));
        });
    }

    private void send(AmendOrder command, AmendModel amend, AmendPopOver shown) {
        context.engine().submit(command).whenComplete((answer, failure) -> {
            if (failure != null) {
                amend.refused(String.valueOf(failure.getMessage()));
                return;
            }
            switch (answer) {
                case Answer.Done done -> shown.hide();
                case Answer.Refused refused -> amend.refused(context.texts().refusal(refused.refusal()));
            }
        });
    }
}
