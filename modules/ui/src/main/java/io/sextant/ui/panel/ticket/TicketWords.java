package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderType;
import io.sextant.ui.i18n.Texts;

/** What the ticket says, in the reader's language. */
final class TicketWords {

    private final Texts texts;

    TicketWords(Texts texts) {
        this.texts = texts;
    }

    String gap(TicketEntry.Gap gap) {
        return texts.get("ticket.gap." + gap.name());
    }

    /** What one unit of quantity is called. */
    String unit(Instrument instrument) {
        return switch (instrument) {
            case SpotPair pair -> pair.base().code();
            case Equity equity -> texts.get("ticket.unit.shares");
            case Index index -> texts.get("ticket.unit.shares");
            case Future future -> texts.get("ticket.unit.contracts");
            case Option option -> texts.get("ticket.unit.contracts");
        };
    }

    /** The whole order in one sentence: exactly what a yes sends. */
    String order(OrderDraft draft, Instrument instrument) {
        String quantity = texts.figures().quantity(draft.quantity());
        String symbol = instrument.id().symbol();
        String side = draft.side().name();
        return switch (draft.type()) {
            case OrderType.Market market -> texts.get("ticket.order.market." + side, quantity, symbol);
            case OrderType.Limit limit ->
                texts.get(
                        "ticket.order.limit." + side,
                        quantity,
                        symbol,
                        texts.figures().price(limit.price(), instrument),
                        instrument.quote().code(),
                        texts.word(draft.timeInForce()));
        };
    }

    /** Short enough for a button. */
    String buttonText(OrderDraft draft, Instrument instrument) {
        return texts.get(
                "ticket.review." + draft.side().name(),
                texts.figures().quantity(draft.quantity()),
                instrument.id().symbol());
    }

    /** What became of the order that was sent. */
    String progress(TicketStage.Sent sent, Instrument instrument) {
        String number = sent.id().map(id -> id.toString()).orElse("");
        return sent.order()
                .map(order -> texts.get(
                        "ticket.sent.state",
                        number,
                        texts.word(order.state()),
                        texts.figures().quantity(order.filled()),
                        texts.figures().quantity(order.terms().quantity()),
                        averagePrice(order, instrument)))
                .orElseGet(() -> texts.get("ticket.sent", number));
    }

    /** The average price of what has filled, in brackets, or nothing. */
    private String averagePrice(Order order, Instrument instrument) {
        if (order.filled().isZero()) {
            return "";
        }
        double average = order.filledNotional().toDouble() / order.filled().toDouble() / instrument.multiplier();
        return texts.get("ticket.sent.average", texts.figures().price(average, instrument));
    }
}
