package io.sextant.ui.panel.blotter;

import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.OrderReasons;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.parts.TrailWords;
import java.util.List;
import java.util.Optional;

/** What stands in the blotter's cells, in the reader's language. */
final class BlotterWords implements BlotterModel.RowWords {

    private final InstrumentCatalog catalog;
    private final Texts texts;
    private final OrderReasons reasons;
    private final TrailWords trails;

    BlotterWords(InstrumentCatalog catalog, Texts texts) {
        trails = new TrailWords(texts);
        reasons = new OrderReasons(texts);
        this.catalog = catalog;
        this.texts = texts;
    }

    @Override
    public String of(Order order) {
        return String.join(" ", order.id().toString(), terms(order.terms()), texts.word(order.state()));
    }

    @Override
    public String of(HistoryRow row) {
        return String.join(" ", number(row), terms(row.terms()), state(row), reason(row));
    }

    @Override
    public String of(Fill fill) {
        return String.join(
                " ", fill.order().toString(), fill.instrument().symbol(), texts.word(fill.side()), liquidity(fill));
    }

    String number(HistoryRow row) {
        return switch (row) {
            case HistoryRow.Lived lived -> lived.life().order().id().toString();
            case HistoryRow.Refused refused -> Figures.NONE;
        };
    }

    String state(HistoryRow row) {
        return switch (row) {
            case HistoryRow.Lived lived -> texts.word(lived.life().order().state());
            case HistoryRow.Refused refused -> texts.get("blotter.refused");
        };
    }

    Tone stateTone(HistoryRow row) {
        return switch (row) {
            case HistoryRow.Lived lived -> stateTone(lived.life().order().state());
            case HistoryRow.Refused refused -> Tone.WARNING;
        };
    }

    Tone stateTone(OrderState state) {
        return switch (state) {
            case WAITING, FILLED, SUBMITTED, ACCEPTED, PARTLY_FILLED, CANCEL_PENDING, AMEND_PENDING -> Tone.PLAIN;
            case CANCELLED, EXPIRED -> Tone.MUTED;
            case REJECTED, UNKNOWN -> Tone.WARNING;
        };
    }

    /** Why the order is where it is. */
    String reason(HistoryRow row) {
        return switch (row) {
            case HistoryRow.Lived lived -> {
                List<OrderChanged> changes = lived.life().changes();
                yield changes.isEmpty() ? "" : reason(changes.getLast());
            }
            case HistoryRow.Refused refused -> texts.refusal(refused.event().refusal());
        };
    }

    String reason(OrderChanged change) {
        return reasons.say(change.reason());
    }

    String type(OrderDraft draft) {
        return switch (draft.type()) {
            case OrderType.Market market -> texts.get("blotter.type.market");
            case OrderType.Limit limit -> texts.get("blotter.type.limit");
            case OrderType.Stop stop -> texts.get("blotter.type.stop", trigger(draft));
            case OrderType.StopLimit stop -> texts.get("blotter.type.stop-limit", trigger(draft));
            case OrderType.TrailingStop trailing ->
                texts.get("blotter.type.trailing", trails.say(trailing.trail()), trigger(draft));
        };
    }

    private String trigger(OrderDraft draft) {
        return draft.type()
                .findTrigger()
                .map(price -> texts.figures().price(price, instrument(draft)))
                .orElse(Figures.NONE);
    }

    String limit(OrderDraft draft) {
        return limitPrice(draft)
                .map(price -> texts.figures().price(price, instrument(draft)))
                .orElse(Figures.NONE);
    }

    String quantity(OrderDraft draft) {
        return texts.figures().quantity(draft.quantity(), instrument(draft));
    }

    String filled(HistoryRow row) {
        return switch (row) {
            case HistoryRow.Lived lived -> filled(lived.life().order());
            case HistoryRow.Refused refused -> Figures.NONE;
        };
    }

    String filled(Order order) {
        return texts.figures().quantity(order.filled(), instrument(order.terms()));
    }

    String averagePrice(HistoryRow row) {
        return switch (row) {
            case HistoryRow.Lived lived -> averagePrice(lived.life().order());
            case HistoryRow.Refused refused -> Figures.NONE;
        };
    }

    /** For the eye: rounded to the tick. */
    String averagePrice(Order order) {
        double average = averageOf(order);
        return Double.isNaN(average) ? Figures.NONE : texts.figures().price(average, instrument(order.terms()));
    }

    double averageOf(Order order) {
        return order.filled().isZero()
                ? Double.NaN
                : order.filledNotional().toDouble()
                        / order.filled().toDouble()
                        / instrument(order.terms()).multiplier();
    }

    double averageOf(HistoryRow row) {
        return switch (row) {
            case HistoryRow.Lived lived -> averageOf(lived.life().order());
            case HistoryRow.Refused refused -> Double.NaN;
        };
    }

    String liquidity(Fill fill) {
        return texts.get(fill.maker() ? "blotter.maker" : "blotter.taker");
    }

    String price(Fill fill) {
        return texts.figures().price(fill.price(), catalog.getInstrument(fill.instrument()));
    }

    String quantity(Fill fill) {
        return texts.figures().quantity(fill.quantity(), catalog.getInstrument(fill.instrument()));
    }

    Instrument instrument(OrderDraft draft) {
        return catalog.getInstrument(draft.instrument());
    }

    static Tone tone(Side side) {
        return side == Side.BUY ? Tone.UP : Tone.DOWN;
    }

    static Optional<Price> limitPrice(OrderDraft draft) {
        return draft.type().findLimit();
    }

    private String terms(OrderDraft draft) {
        return String.join(
                " ", draft.instrument().symbol(), texts.word(draft.side()), type(draft), texts.word(draft.origin()));
    }

    /** Who asked for it, and what it is to its parent. */
    String from(OrderDraft draft) {
        String origin = texts.word(draft.origin());
        return draft.link().hasParent()
                ? texts.get(
                        "blotter.linked",
                        origin,
                        texts.word(draft.link().leg()),
                        new OrderId(draft.link().parent()))
                : origin;
    }
}
