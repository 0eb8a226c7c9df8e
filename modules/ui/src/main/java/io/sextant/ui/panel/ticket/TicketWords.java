package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.Option;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderType;
import io.sextant.ui.exits.ExitsEntry;
import io.sextant.ui.exits.ExitsWords;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.MomentText;
import io.sextant.ui.parts.TrailWords;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the ticket says, in the reader's language. */
final class TicketWords {

    /** Numbers of orders that a question lists. */
    private static final int MOST_NUMBERS = 12;

    private final Texts texts;
    private final TrailWords trails;
    private final ExitsWords exits;

    TicketWords(Texts texts) {
        this.texts = texts;
        trails = new TrailWords(texts);
        exits = new ExitsWords(texts);
    }

    String gap(TicketEntry.Gap gap) {
        return texts.get("ticket.gap." + gap.name());
    }

    String gap(ExitsEntry.Gap gap) {
        return exits.gap(gap);
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

    /** All of it: exactly what a yes sends, and what of it waits here. */
    String question(TicketAct act, Instrument instrument) {
        return switch (act) {
            case TicketAct.Send send -> question(send, instrument);
            case TicketAct.TakeBack(var order) ->
                texts.get(
                        "ticket.ask.cancel",
                        order.id(),
                        order(order.terms(), instrument),
                        texts.figures().quantity(order.remaining()));
            case TicketAct.TakeBackAll(var there, var working) ->
                texts.get("ticket.ask.cancel-all", there, counts(working), numbers(working));
            case TicketAct.Flatten(var there, var working) ->
                texts.get(
                        "ticket.ask.flatten",
                        there,
                        texts.figures()
                                .number(
                                        working.position(),
                                        Math.max(0, working.position().scale())),
                        counts(working));
        };
    }

    private String counts(WorkingThere working) {
        return texts.get(
                "ticket.ask.counts",
                texts.figures().count(working.orders().size()),
                texts.figures().count(working.parents().size()));
    }

    private static String numbers(WorkingThere working) {
        return Stream.concat(working.orders().stream(), working.parents().stream())
                .limit(MOST_NUMBERS)
                .map(OrderId::toString)
                .collect(Collectors.joining(", ", "", working.orders().size() > MOST_NUMBERS ? "…" : ""));
    }

    private String question(TicketAct.Send act, Instrument instrument) {
        String order = order(act.draft(), instrument);
        return act.exits()
                .map(leaving -> String.join(
                        " ", order, exits.say(leaving, act.draft().side(), instrument), exits.whereItWaits(leaving)))
                .orElse(order);
    }

    /** The whole order in one sentence. */
    private String order(OrderDraft draft, Instrument instrument) {
        String quantity = texts.figures().quantity(draft.quantity());
        String symbol = instrument.id().symbol();
        String side = draft.side().name();
        return switch (draft.type()) {
            case OrderType.Market market ->
                texts.get("ticket.order.market." + side, quantity, symbol) + handling(draft.handling());
            case OrderType.Stop stop ->
                texts.get(
                                "ticket.order.stop." + side,
                                quantity,
                                symbol,
                                texts.figures().price(stop.trigger(), instrument),
                                instrument.quote().code(),
                                texts.word(draft.timeInForce()))
                        + handling(draft.handling());
            case OrderType.StopLimit stop ->
                texts.get(
                                "ticket.order.stop-limit." + side,
                                quantity,
                                symbol,
                                texts.figures().price(stop.limit(), instrument),
                                instrument.quote().code(),
                                texts.figures().price(stop.trigger(), instrument),
                                texts.word(draft.timeInForce()))
                        + handling(draft.handling());
            case OrderType.TrailingStop trailing ->
                texts.get(
                                "ticket.order.trailing." + side,
                                quantity,
                                symbol,
                                trails.say(trailing.trail()),
                                texts.word(draft.timeInForce()))
                        + handling(draft.handling());
            case OrderType.Limit limit ->
                texts.get(
                                "ticket.order.limit." + side,
                                quantity,
                                symbol,
                                texts.figures().price(limit.price(), instrument),
                                instrument.quote().code(),
                                texts.word(draft.timeInForce()))
                        + handling(draft.handling());
        };
    }

    /** What is special about it, in sentences of its own, so that a yes covers it too. */
    private String handling(OrderHandling handling) {
        StringBuilder said = new StringBuilder();
        if (handling.endsNanos() > 0) {
            said.append(' ')
                    .append(texts.get(
                            "ticket.order.ends",
                            MomentText.write(
                                    handling.endsNanos(), texts.zoneProperty().get())));
        }
        if (handling.postOnly()) {
            said.append(' ').append(texts.get("ticket.order.post-only"));
        }
        if (handling.reduceOnly()) {
            said.append(' ').append(texts.get("ticket.order.reduce-only"));
        }
        return said.toString();
    }

    /** Short enough for a button. */
    String buttonText(TicketAct.Send act, Instrument instrument) {
        OrderDraft draft = act.draft();
        return texts.get(
                (act.exits().isPresent() ? "ticket.review.bracket." : "ticket.review.")
                        + draft.side().name(),
                texts.figures().quantity(draft.quantity()),
                instrument.id().symbol());
    }

    /** What became of the order that was sent. */
    String progress(TicketStage.Sent sent, Instrument instrument) {
        return switch (sent.act()) {
            case TicketAct.Send send -> progress(sent, send, instrument);
            case TicketAct.TakeBack(var order) -> texts.get("ticket.done.cancel", order.id());
            case TicketAct.TakeBackAll(var there, var working) -> texts.get("ticket.done.cancel-all", there);
            case TicketAct.Flatten(var there, var working) -> texts.get("ticket.done.flatten", there);
        };
    }

    private String progress(TicketStage.Sent sent, TicketAct.Send send, Instrument instrument) {
        String number = sent.id().map(id -> id.toString()).orElse("");
        return sent.order()
                .map(order -> texts.get(
                        "ticket.sent.state",
                        number,
                        texts.word(order.state()),
                        texts.figures().quantity(order.filled()),
                        texts.figures().quantity(order.terms().quantity()),
                        averagePrice(order, instrument)))
                .orElseGet(() -> texts.get(send.exits().isPresent() ? "ticket.sent.bracket" : "ticket.sent", number));
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
