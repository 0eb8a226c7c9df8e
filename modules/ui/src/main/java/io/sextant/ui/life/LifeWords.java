package io.sextant.ui.life;

import io.sextant.domain.chronicle.Booking;
import io.sextant.domain.chronicle.Chapter;
import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.OrderReasons;
import io.sextant.ui.parts.OrderWords;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells an order's life in sentences of the reader's language; the window and the command line tell it with the same words. */
public final class LifeWords {

    private final Texts texts;
    private final OrderWords orders;
    private final OrderReasons reasons;

    public LifeWords(InstrumentCatalog catalog, Texts texts) {
        this.texts = texts;
        orders = new OrderWords(catalog, texts);
        reasons = new OrderReasons(texts);
    }

    /** What was wanted and how it stands. */
    public String head(OrderChronicle chronicle) {
        Order order = chronicle.order();
        return texts.get(
                "life.head",
                order.id(),
                terms(order.terms()),
                texts.word(order.state()),
                texts.figures().quantity(order.filled()),
                texts.figures().quantity(order.terms().quantity()));
    }

    public String sentence(Chapter chapter, OrderChronicle chronicle) {
        return switch (chapter) {
            case Chapter.Asked asked -> asked(asked.draft());
            case Chapter.Passed passed -> texts.get("life.passed");
            case Chapter.Moved moved ->
                because(
                        moved.from() == moved.order().state()
                                ? texts.get(
                                        "life.begun", texts.word(moved.order().state()), venue(chronicle))
                                : texts.get(
                                        "life.moved",
                                        texts.word(moved.from()),
                                        texts.word(moved.order().state())),
                        moved.reason());
            case Chapter.Amended amended ->
                because(
                        amended.before().equals(amended.order().terms())
                                ? texts.get(
                                        "life.kept",
                                        terms(amended.before()),
                                        texts.word(amended.order().state()))
                                : texts.get(
                                        "life.amended",
                                        terms(amended.before()),
                                        terms(amended.order().terms()),
                                        texts.word(amended.order().state())),
                        amended.reason());
            case Chapter.Filled filled -> filled(filled.fill()) + " " + booked(filled);
        };
    }

    /** What it came to. */
    public String sum(OrderChronicle chronicle) {
        List<Chapter.Filled> fills = chronicle.fills();
        if (fills.isEmpty()) {
            return texts.get("life.sum.none");
        }
        Map<String, Money> fees = new LinkedHashMap<>();
        fills.forEach(filled ->
                fees.merge(filled.fill().fee().currency().code(), filled.fill().fee(), Money::plus));
        return texts.get(
                "life.sum",
                texts.figures().quantity(chronicle.order().filled()),
                texts.figures().money(chronicle.order().filledNotional()),
                texts.figures().count(fills.size()),
                fills.size(),
                String.join(
                        " + ",
                        fees.values().stream()
                                .map(fee -> texts.figures().money(fee))
                                .toList()));
    }

    private String asked(OrderDraft draft) {
        String origin = texts.word(draft.origin());
        if (draft.link().hasParent()) {
            return texts.get(
                    "life.asked.linked",
                    origin,
                    texts.word(draft.link().leg()),
                    new OrderId(draft.link().parent()),
                    terms(draft));
        }
        return draft.reason().isEmpty()
                ? texts.get("life.asked", origin, terms(draft))
                : texts.get("life.asked.because", origin, terms(draft), reasons.say(draft.reason()));
    }

    private String terms(OrderDraft draft) {
        StringBuilder said =
                new StringBuilder(texts.get("life.terms", orders.wanted(draft), texts.word(draft.timeInForce())));
        OrderHandling handling = draft.handling();
        if (handling.postOnly()) {
            said.append(texts.get("life.terms.post-only"));
        }
        if (handling.reduceOnly()) {
            said.append(texts.get("life.terms.reduce-only"));
        }
        return said.toString();
    }

    private String venue(OrderChronicle chronicle) {
        return texts.get("life.venue." + chronicle.mode().name(), chronicle.feed());
    }

    private String because(String sentence, String reason) {
        return reason.isEmpty()
                ? texts.get("life.plain", sentence)
                : texts.get("journal.because", sentence, reasons.say(reason));
    }

    private String filled(Fill fill) {
        return texts.get(
                fill.maker() ? "life.filled.maker" : "life.filled.taker",
                texts.figures().quantity(fill.quantity()),
                orders.price(fill.price(), fill.instrument()),
                texts.figures().money(fill.notional()),
                texts.figures().money(fill.fee()),
                String.valueOf(fill.tradeId()));
    }

    private String booked(Chapter.Filled filled) {
        Booking booking = filled.booking();
        String position = booking.isFlat()
                ? texts.get("life.flat")
                : texts.figures().number(BigDecimal.valueOf(booking.signedUnits(), booking.scale()), booking.scale());
        return booking.realisedByFill().units() == 0
                ? texts.get(
                        "life.booked",
                        filled.fill().instrument(),
                        position,
                        texts.figures().money(booking.cash()))
                : texts.get(
                        "life.booked.realised",
                        filled.fill().instrument(),
                        position,
                        texts.figures().signedMoney(booking.realisedByFill()),
                        texts.figures().money(booking.cash()));
    }
}
