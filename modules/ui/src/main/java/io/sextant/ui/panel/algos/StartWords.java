package io.sextant.ui.panel.algos;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.ui.exits.ExitsWords;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.OrderWords;
import org.jspecify.annotations.Nullable;

/** All of what the next press sends, in the reader's language. */
final class StartWords {

    private static final double MINUTE_NANOS = 60e9;
    private static final double BPS_PER_PERCENT = 100.0;

    private final InstrumentCatalog catalog;
    private final Texts texts;
    private final OrderWords orders;
    private final ExitsWords exits;

    StartWords(InstrumentCatalog catalog, Texts texts) {
        this.catalog = catalog;
        this.texts = texts;
        orders = new OrderWords(catalog, texts);
        exits = new ExitsWords(texts);
    }

    /** What the next press sends, or what is in its way. */
    String say(StartEntry entry) {
        return switch (entry) {
            case StartEntry.Bracket(var terms) -> say(terms);
            case StartEntry.Algo(var terms) -> say(terms);
            case StartEntry.Unguarded(var gap) -> exits.gap(gap);
            case StartEntry.Refused(var refusal) -> texts.refusal(refusal);
            case StartEntry.Incomplete incomplete -> texts.get("algos.incomplete.what");
        };
    }

    private String say(BracketTerms terms) {
        Instrument instrument = catalog.getInstrument(terms.instrument());
        OrderDraft entry = ((BracketTerms.Opening.ByOrder) terms.opening()).draft();
        return String.join(
                " ",
                texts.get("algos.ask.bracket", orders.wanted(entry)),
                exits.say(terms.exits(), terms.side(), instrument),
                exits.whereItWaits(terms.exits()));
    }

    private String say(AlgoTerms terms) {
        Instrument instrument = catalog.getInstrument(terms.instrument());
        String what = texts.get(
                "algos.ask." + terms.side().name(),
                texts.figures().quantity(terms.quantity()),
                terms.instrument(),
                plan(terms.plan()));
        return what
                + limit(terms.limit(), instrument)
                + (terms.reduceOnly() ? " " + texts.get("ticket.order.reduce-only") : "");
    }

    private String limit(@Nullable Price limit, Instrument instrument) {
        return limit == null
                ? ""
                : " "
                        + texts.get(
                                "algos.ask.limit",
                                texts.figures().price(limit, instrument),
                                instrument.quote().code());
    }

    private String plan(AlgoPlan plan) {
        String name = texts.word(plan.kind());
        return switch (plan) {
            case AlgoPlan.Twap(long nanos, int slices) -> sliced(name, nanos, slices);
            case AlgoPlan.Vwap(long nanos, var weights) -> sliced(name, nanos, weights.size());
            case AlgoPlan.Shortfall(long nanos, int slices, var impact) -> sliced(name, nanos, slices);
            case AlgoPlan.Pov(int bps, long nanos) ->
                texts.get("algos.ask.pov", name, texts.figures().percent(bps / BPS_PER_PERCENT, 2), minutes(nanos));
            case AlgoPlan.Chaser(long nanos) -> texts.get("algos.ask.time", name, minutes(nanos));
            case AlgoPlan.Route(var others, long nanos) ->
                texts.get("algos.ask.route", name, texts.figures().count(others.size() + 1), minutes(nanos));
            case AlgoPlan.Iceberg(var display, int variance) ->
                texts.get("algos.ask.iceberg", name, texts.figures().quantity(display));
        };
    }

    private String sliced(String name, long nanos, int slices) {
        return texts.get(
                "algos.ask.slices", name, minutes(nanos), texts.figures().count(slices));
    }

    private String minutes(long nanos) {
        double minutes = nanos / MINUTE_NANOS;
        return texts.figures().number(minutes, minutes == Math.rint(minutes) ? 0 : 2);
    }
}
