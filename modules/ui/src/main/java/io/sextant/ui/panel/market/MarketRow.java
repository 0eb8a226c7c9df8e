package io.sextant.ui.panel.market;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.request.WatchlistState;
import java.util.Locale;
import java.util.Optional;

/** An instrument of the list with its newest figures; {@code tickDirection} is the sign of the last change of price. */
record MarketRow(Instrument instrument, WatchlistState.Row figures, int tickDirection) {

    static MarketRow withoutFigures(Instrument instrument) {
        return new MarketRow(
                instrument,
                new WatchlistState.Row(
                        instrument.id(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new double[0]),
                0);
    }

    MarketRow with(WatchlistState.Row newer) {
        Optional<Price> before = figures.last();
        int change = before.isPresent() && newer.last().isPresent()
                ? newer.last().get().compareTo(before.get())
                : 0;
        return new MarketRow(instrument, newer, change == 0 ? tickDirection : Integer.signum(change));
    }

    /** Whether symbol or name contains the text, whatever its case. */
    boolean matches(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return instrument.id().symbol().toLowerCase(Locale.ROOT).contains(wanted)
                || instrument.name().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
