package io.sextant.ui.panel.ticket;

import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.request.DeskState;
import java.util.Optional;

/** What a yes sends: exactly what the question says. */
sealed interface TicketAct {

    Command command();

    /** Whether the question still tells the truth of the desk. */
    boolean stands(DeskState desk);

    static Send alone(OrderDraft draft) {
        return new Send(draft, Optional.empty(), Optional.empty());
    }

    /**
     * An order.
     *
     * @param exits how the position that it opens is left; empty for an order on its own
     * @param around the price that the exits were measured from, present with them where there is one
     */
    record Send(OrderDraft draft, Optional<BracketExits> exits, Optional<Price> around) implements TicketAct {

        @Override
        public Command command() {
            return bracket().<Command>map(PlaceBracket::new).orElseGet(() -> new PlaceOrder(draft));
        }

        /** It says what is wanted, not what is. */
        @Override
        public boolean stands(DeskState desk) {
            return true;
        }

        Optional<BracketTerms> bracket() {
            return exits.map(leaving -> new BracketTerms(new BracketTerms.Opening.ByOrder(draft), leaving));
        }
    }

    /** The cancel of one order as it stood. */
    record TakeBack(Order order) implements TicketAct {

        @Override
        public Command command() {
            return new CancelOrder(order.id());
        }

        @Override
        public boolean stands(DeskState desk) {
            return desk.workingOrders().stream()
                    .anyMatch(now -> now.id().equals(order.id())
                            && now.terms().equals(order.terms())
                            && now.filled().equals(order.filled()));
        }
    }

    /** The cancel of all that works in one instrument. */
    record TakeBackAll(InstrumentId instrument, WorkingThere working) implements TicketAct {

        @Override
        public Command command() {
            return new CancelAllOrders(new CancelScope.OneInstrument(instrument));
        }

        @Override
        public boolean stands(DeskState desk) {
            return WorkingThere.in(instrument, desk).equals(working);
        }
    }

    /** The end of all that works in one instrument, and of the position. */
    record Flatten(InstrumentId instrument, WorkingThere working) implements TicketAct {

        @Override
        public Command command() {
            return new FlattenPositions(new CancelScope.OneInstrument(instrument));
        }

        @Override
        public boolean stands(DeskState desk) {
            return WorkingThere.in(instrument, desk).equals(working);
        }
    }
}
