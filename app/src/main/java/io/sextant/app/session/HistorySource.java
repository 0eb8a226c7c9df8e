package io.sextant.app.session;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SystemClock;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.equity.AlphaVantageHistory;
import io.sextant.exchange.equity.DailyHistory;
import io.sextant.exchange.equity.DailyPrices;
import io.sextant.exchange.equity.YahooHistory;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.live.BarRequests;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.marketdata.bar.AdjustedBars;
import java.util.ArrayList;
import java.util.Arrays;
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

    /**
     * Where prices with dividends taken out of them are stored, for a source of such. A dividend changes all prices before it, so the
     * whole series has to come from one answer.
     */
    Optional<InstrumentId> findAdjusted(String symbol);

    /** Empty when no source has this name. The key is only for those that want one. */
    static Optional<HistorySource> find(String name, Optional<String> address, Optional<String> key) {
        return switch (name) {
            case "yahoo" -> Optional.of(new Daily(new YahooHistory(address.orElse(YahooHistory.REQUESTS))));
            case "alphavantage" ->
                key.map(given ->
                        new Daily(new AlphaVantageHistory(address.orElse(AlphaVantageHistory.REQUESTS), given)));
            default -> findVenue(name, address).map(venue -> venue);
        };
    }

    /** Their labels. */
    static List<String> venuesWithHistory() {
        return Arrays.stream(LiveVenue.values())
                .filter(HistorySource::hasHistory)
                .map(LiveVenue::label)
                .toList();
    }

    private static boolean hasHistory(LiveVenue venue) {
        return venue != LiveVenue.BYBIT;
    }

    /** Empty when no venue with a history has this name. */
    static Optional<Venue> findVenue(String name, Optional<String> address) {
        return LiveVenue.find(name)
                .filter(HistorySource::hasHistory)
                .map(venue -> Venue.of(venue.connector(address.map(at -> new VenueAddresses(at, "")))));
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
                        adjusted(symbol),
                        AdjustedBars.of(prices.bars(), prices.actions()).adjusted());
            }
            return series;
        }

        @Override
        public Optional<InstrumentId> findAdjusted(String symbol) {
            return history.hasDividends() ? Optional.of(adjusted(symbol)) : Optional.empty();
        }

        private static InstrumentId adjusted(String symbol) {
            return InstrumentId.of(nameOf(symbol) + ".ADJ");
        }

        /** {@code ^GSPC} is known here as {@code GSPC}, {@code EURUSD=X} as {@code EURUSD-X}. */
        private static String nameOf(String symbol) {
            return symbol.toUpperCase(Locale.ROOT).replaceAll("^[^A-Z0-9]+", "").replaceAll("[^A-Z0-9.-]", "-");
        }
    }

    /** A venue of live feeds. */
    record Venue(VenueConnector connector, BarRequests requests) implements HistorySource {

        static Venue of(VenueConnector connector) {
            WeightLimiter limiter =
                    new WeightLimiter(connector.traits().budget().weightAMinute());
            return new Venue(connector, new BarRequests(connector, limiter, new SystemClock(), Pause.PARK));
        }

        @Override
        public Map<InstrumentId, BarSeries> ask(
                String symbol, Timeframe timeframe, long fromNanos, long toNanos, LongConsumer heard)
                throws VenueException {
            InstrumentId id = InstrumentId.of(symbol.toUpperCase(Locale.ROOT));
            Listing listing = connector.listings(List.of(id)).getFirst();
            List<BarSeries> answers = new ArrayList<>();
            requests.ask(listing, timeframe, timeframe.startOf(fromNanos), toNanos, Integer.MAX_VALUE, bars -> {
                answers.add(bars);
                heard.accept(bars.size());
            });
            return Map.of(storedAs(id), answers.isEmpty() ? BarSeries.EMPTY : BarSeries.concat(answers));
        }

        /** A pair's name with the venue's behind it. */
        InstrumentId storedAs(InstrumentId pair) {
            return InstrumentId.of(pair + "." + connector.traits().name().toUpperCase(Locale.ROOT));
        }

        @Override
        public Optional<InstrumentId> findAdjusted(String symbol) {
            return Optional.empty();
        }
    }
}
