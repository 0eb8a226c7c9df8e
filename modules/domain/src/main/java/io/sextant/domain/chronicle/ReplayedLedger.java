package io.sextant.domain.chronicle;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Fill;
import io.sextant.domain.position.PositionKeeper;
import io.sextant.domain.session.SessionTerms;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books fills in the order of the journal as the desk's own ledger did, to tell how it stood after any of them. */
final class ReplayedLedger {

    private final SessionTerms terms;
    private final @Nullable PositionKeeper[] keepers;

    ReplayedLedger(SessionTerms terms) {
        this.terms = terms;
        keepers = new PositionKeeper[terms.instruments().size()];
    }

    Booking book(Fill fill) {
        PositionKeeper keeper = keeper(terms.instruments().indexOf(fill.instrument()));
        Instrument instrument = keeper.instrument();
        long realisedBefore = keeper.realisedUnits();
        boolean feeInBase = !fill.fee().currency().equals(instrument.quote());
        keeper.onFill(
                fill.side(),
                instrument.ticksOf(fill.price()),
                instrument.lotsOf(fill.quantity()),
                fill.fee().units(),
                feeInBase);
        Currency quote = instrument.quote();
        return new Booking(
                keeper.signedUnits(),
                instrument.positionScale(),
                Money.of(keeper.openCostUnits(), quote),
                Money.of(keeper.realisedUnits(), quote),
                Money.of(keeper.realisedUnits() - realisedBefore, quote),
                Money.of(cashUnits(quote), quote));
    }

    private PositionKeeper keeper(int index) {
        PositionKeeper known = keepers[index];
        if (known != null) {
            return known;
        }
        PositionKeeper made = new PositionKeeper(terms.instruments().get(index), terms.costBasis());
        keepers[index] = made;
        return made;
    }

    private long cashUnits(Currency currency) {
        List<Money> start = terms.startingCash();
        long units = start.stream()
                .filter(cash -> cash.currency().equals(currency))
                .mapToLong(Money::units)
                .sum();
        return Arrays.stream(keepers)
                .filter(keeper -> keeper != null && keeper.instrument().quote().equals(currency))
                .mapToLong(PositionKeeper::cashFlowUnits)
                .reduce(units, Math::addExact);
    }
}
