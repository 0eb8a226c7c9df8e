package io.sextant.engine.strategy;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.List;

/**
 * What decides a seat.
 *
 * @param name under which the gate knows it
 * @param instruments by their index in the catalogue, in the order in which the strategy numbers them
 * @param capitalUnits with how much it begins, in ledger units of the currency that all of them are quoted in
 * @param sizings one for each instrument
 */
public record SeatTerms(
        String name,
        StrategyKind kind,
        Choice choice,
        InstrumentCatalog catalog,
        List<Integer> instruments,
        long capitalUnits,
        List<Sizing> sizings) {

    /** Refuses with a sentence what the strategy cannot be run on. */
    public SeatTerms {
        instruments = List.copyOf(instruments);
        sizings = List.copyOf(sizings);
        var needs = kind.needs(choice);
        int count = instruments.size();
        if (count < needs.fewestInstruments() || count > needs.mostInstruments()) {
            throw new IllegalArgumentException(kind.name() + " is for "
                    + (needs.fewestInstruments() == needs.mostInstruments()
                            ? Integer.toString(needs.fewestInstruments())
                            : needs.fewestInstruments() + " to " + needs.mostInstruments())
                    + " instruments, not " + count);
        }
        if (sizings.size() != count) {
            throw new IllegalArgumentException("there is a sizing for each instrument");
        }
        long currencies = instruments.stream()
                .map(each -> catalog.get(each).quote())
                .distinct()
                .count();
        if (currencies != 1) {
            throw new IllegalArgumentException("a strategy's instruments are quoted in one currency");
        }
    }
}
