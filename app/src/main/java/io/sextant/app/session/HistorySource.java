package io.sextant.app.session;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SystemClock;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.equity.AlphaVantageHistory;
import io.sextant.exchange.equity.DailyHistory;
import io.sextant.exchange.equity.DailyPrices;
import io.sextant.exchange.equity.YahooHistory;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.RequestKind;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.marketdata.bar.AdjustedBars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Where bars of the past can be asked for. What comes back is named so that it never mixes with a desk's own market: a venue's
 * pair carries the venue's name, an adjusted share says so.
 */
public sealed interface HistorySource {

    /** Bars by the name under which they are to be stored; {@code heard} is told how many came with every answer. */
    Map<InstrumentId, BarSeries> ask(
            String symbol, Timeframe timeframe, long fromNanos, long toNanos, LongConsumer heard) throws VenueException;

    /** Empty when no source has this name. The key is only for those that want one. */
    static Optional<HistorySource> find(String name, Optional<String> address, Optional<String> key) {
        return switch (name) {
            case "yahoo" -> Optional.of(new Daily(new YahooHistory(address.orElse(YahooHistory.REQUESTS))));
            case "alphavantage" ->
                key.map(given ->
                        new Daily(new AlphaVantageHistory(address.orElse(AlphaVantageHistory.REQUESTS), given)));
            default ->
                LiveVenue.find(name)
                        .filter(venue -> venue != LiveVenue.BYBIT)
                        .map(venue -> Venue.of(venue.connector(address.map(at -> new VenueAddresses(at, "")))));
        };
    }

    /** Shares and indices, by the day. */
    record Daily(DailyHistory history) implements HistorySource {

        @Override
        public Map<InstrumentId, BarSeries> ask(
                String symbol, Timeframe timeframe, long fromNanos, long toNanos, LongConsumer heard)
                throws VenueException {
            if (timeframe != Timeframe.D1) {
                throw new VenueException(
                        VenueException.Kind.REFUSED, history.name() + " has no bars but those of a day");
            }
            DailyPrices prices = history.days(symbol, fromNanos, toNanos);
            heard.accept(prices.bars().size());
            Map<InstrumentId, BarSeries> series = new LinkedHashMap<>();
            String name = nameOf(symbol);
            series.put(InstrumentId.of(name), prices.bars());
            if (!prices.actions().isEmpty()) {
                series.put(
                        InstrumentId.of(name + ".ADJ"),
                        AdjustedBars.of(prices.bars(), prices.actions()).adjusted());
            }
            return series;
        }

        /** {@code ^GSPC} is known here as {@code GSPC}, {@code EURUSD=X} as {@code EURUSD-X}. */
        private static String nameOf(String symbol) {
            return symbol.toUpperCase(Locale.ROOT).replaceAll("^[^A-Z0-9]+", "").replaceAll("[^A-Z0-9.-]", "-");
        }
    }

    /** A venue of live feeds. */
    record Venue(VenueConnector connector, WeightLimiter limiter, Clock clock, Pause pause) implements HistorySource {

        static Venue of(VenueConnector connector) {
            return new Venue(
                    connector,
                    new WeightLimiter(connector.traits().budget().weightAMinute()),
                    new SystemClock(),
                    Pause.PARK);
        }

        @Override
        public Map<InstrumentId, BarSeries> ask(
                String symbol, Timeframe timeframe, long fromNanos, long toNanos, LongConsumer heard)
                throws VenueException {
            InstrumentId id = InstrumentId.of(symbol.toUpperCase(Locale.ROOT));
            Listing listing = connector.listings(List.of(id)).getFirst();
            List<BarSeries> pages = new ArrayList<>();
            long next = timeframe.startOf(fromNanos);
            while (next < toNanos) {
                waitForTurn();
                BarSeries page = connector.bars(listing, timeframe, next, toNanos);
                if (page.isEmpty()) {
                    break;
                }
                pages.add(page);
                heard.accept(page.size());
                next = timeframe.nextStart(page.lastTimeNanos());
            }
            return named(id, pages);
        }

        /** Years of minutes are thousands of requests; the venue need not complain first. */
        private void waitForTurn() {
            long at = limiter.reserve(connector.traits().budget().weightOf(RequestKind.BARS), clock.nanos());
            for (long left = at - clock.nanos(); left > 0; left = at - clock.nanos()) {
                pause.parkNanos(left);
            }
        }

        private Map<InstrumentId, BarSeries> named(InstrumentId id, List<BarSeries> pages) {
            String venue = connector.traits().name().toUpperCase(Locale.ROOT);
            return Map.of(
                    InstrumentId.of(id + "." + venue), pages.isEmpty() ? BarSeries.EMPTY : BarSeries.concat(pages));
        }
    }
}
