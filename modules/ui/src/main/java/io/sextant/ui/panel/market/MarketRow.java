package io.sextant.ui.panel.market;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.money.Price;
import io.sextant.domain.request.WatchlistState;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instrument of the list with its newest figures.
 *
 * @param tickDirection the sign of the last change of price
 * @param unusual what was unusual lately
 */
record MarketRow(
        Instrument instrument,
        WatchlistState.Row figures,
        int tickDirection,
        @Nullable FlowAnomaly unusual) {

    /** How long it stays in view, in market time. */
    private static final long SHOWN_NANOS = 300_000_000_000L;

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
                0,
                null);
    }

    MarketRow with(FlowAnomaly seen) {
        return new MarketRow(instrument, figures, tickDirection, seen);
    }

    MarketRow with(WatchlistState.Row newer, long marketNanos) {
        Optional<Price> before = figures.last();
        int change = before.isPresent() && newer.last().isPresent()
                ? newer.last().get().compareTo(before.get())
                : 0;
        FlowAnomaly seen = unusual;
        boolean over = seen == null || marketNanos - seen.seenNanos() > SHOWN_NANOS;
        return new MarketRow(
                instrument, newer, change == 0 ? tickDirection : Integer.signum(change), over ? null : seen);
    }

    /** Whether symbol or name contains the text, whatever its case. */
    boolean matches(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return instrument.id().symbol().toLowerCase(Locale.ROOT).contains(wanted)
                || instrument.name().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
