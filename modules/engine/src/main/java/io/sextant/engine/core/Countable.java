package io.sextant.engine.core;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ExitStop;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether lots, ticks and what they are worth can be counted. A command is in the journal before it is looked at: one that could not
 * be worked out would stop every start from there on.
 */
final class Countable {

    private Countable() {}

    static boolean is(AlgoTerms terms, Instrument instrument) {
        Price limit = terms.limit();
        List<Price> prices = limit == null ? List.of() : List.of(limit);
        return is(terms.quantity(), prices, instrument)
                && (!(terms.plan() instanceof AlgoPlan.Iceberg iceberg) || is(iceberg.display(), prices, instrument));
    }

    static boolean is(BracketTerms terms, Instrument instrument) {
        return is(terms.quantity(), prices(terms), instrument);
    }

    private static boolean is(Quantity quantity, List<Price> prices, Instrument instrument) {
        try {
            if (!instrument.isWholeLots(quantity)) {
                return true;
            }
            long lots = instrument.lotsOf(quantity);
            long twice = Math.multiplyExact(2, instrument.moneyUnitsPerTickLot());
            for (Price price : prices) {
                if (instrument.isOnTick(price)) {
                    long ignored = Math.multiplyExact(Math.multiplyExact(instrument.ticksOf(price), lots), twice);
                }
            }
            return true;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    private static List<Price> prices(BracketTerms terms) {
        List<Price> prices = new ArrayList<>();
        BracketExits exits = terms.exits();
        for (Price price : new Price[] {exits.target(), exits.breakEvenAfter()}) {
            if (price != null) {
                prices.add(price);
            }
        }
        if (exits.stop() instanceof ExitStop.Fixed(Price trigger)) {
            prices.add(trigger);
        }
        if (exits.stop() instanceof ExitStop.Trailing(Trail.ByAmount(Price distance))) {
            prices.add(distance);
        }
        if (terms.opening() instanceof Opening.ByOrder(OrderDraft draft)) {
            draft.type().findLimit().ifPresent(prices::add);
            draft.type().findTrigger().ifPresent(prices::add);
        }
        return prices;
    }
}
