package io.sextant.ui.parts;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderType;
import io.sextant.ui.i18n.Texts;

/** What an order is to do, as a part of a sentence in the reader's language. */
public final class OrderWords {

    private final InstrumentCatalog catalog;
    private final Texts texts;
    private final TrailWords trails;

    public OrderWords(InstrumentCatalog catalog, Texts texts) {
        this.catalog = catalog;
        this.texts = texts;
        trails = new TrailWords(texts);
    }

    /** For example "buy 0.5 BTC-USDT at 60,000.5 or lower". */
    public String wanted(OrderDraft draft) {
        String side = draft.side().name();
        String quantity = texts.figures().quantity(draft.quantity());
        return switch (draft.type()) {
            case OrderType.Market market -> texts.get("journal.market." + side, quantity, draft.instrument());
            case OrderType.Limit limit ->
                texts.get(
                        "journal.limit." + side,
                        quantity,
                        draft.instrument(),
                        price(limit.price(), draft.instrument()));
            case OrderType.Stop stop ->
                texts.get(
                        "journal.stop." + side,
                        quantity,
                        draft.instrument(),
                        price(stop.trigger(), draft.instrument()));
            case OrderType.StopLimit stop ->
                texts.get(
                        "journal.stop-limit." + side,
                        quantity,
                        draft.instrument(),
                        price(stop.trigger(), draft.instrument()),
                        price(stop.limit(), draft.instrument()));
            case OrderType.TrailingStop trailing ->
                texts.get("journal.trailing." + side, quantity, draft.instrument(), trails.say(trailing.trail()));
        };
    }

    /** With the decimals of the instrument's tick, where the instrument is known. */
    public String price(Price price, InstrumentId instrument) {
        return catalog.findInstrument(instrument)
                .map(known -> texts.figures().price(price, known))
                .orElseGet(() -> texts.figures().price(price));
    }
}
