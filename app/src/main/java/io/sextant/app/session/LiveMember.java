package io.sextant.app.session;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.money.Currency;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.Scheduler;
import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.live.BarRequests;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.live.LiveSettings;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.trade.LiveTrading;
import io.sextant.exchange.trade.TradingSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** One venue of a live desk: its market, its past, and what keeps both within its limits. */
record LiveMember(
        LiveVenue venue,
        VenueConnector connector,
        List<Listing> listings,
        WeightLimiter limiter,
        LiveFeed feed,
        BarRequests bars,
        MarkRounds marks) {

    static LiveMember of(
            LiveVenue venue,
            VenueConnector connector,
            List<Listing> listings,
            Clock clock,
            Scheduler scheduler,
            ExecutorService blocking) {
        WeightLimiter limiter = new WeightLimiter(connector.traits().budget().weightAMinute());
        LiveFeed feed = new LiveFeed(
                connector,
                limiter,
                listings,
                LiveSettings.USUAL,
                clock,
                scheduler,
                blocking,
                new SeededRandom(clock.nanos()));
        BarRequests bars = new BarRequests(connector, limiter, clock, Pause.PARK);
        MarkRounds marks = new MarkRounds(bars, listings, feed, clock, scheduler, blocking);
        return new LiveMember(venue, connector, listings, limiter, feed, bars, marks);
    }

    /** Orders with an account there; the desk's instruments begin with {@code firstInstrument} for this venue. */
    LiveTrading trading(
            TradingConnector account,
            int firstInstrument,
            long deskNanos,
            Clock clock,
            Scheduler scheduler,
            ExecutorService blocking) {
        return new LiveTrading(
                account,
                limiter,
                listings,
                firstInstrument,
                deskNanos,
                TradingSettings.USUAL,
                clock,
                scheduler,
                blocking,
                new SeededRandom(clock.nanos()));
    }

    /** What an old desk trades at this venue, by the venue's names. */
    static List<Listing> listings(VenueConnector connector, LiveVenue venue, boolean several, SessionTerms terms) {
        return terms.instruments().all().stream()
                .filter(instrument -> !several || instrument.id().isAt(venue.label()))
                .map(instrument -> new Listing(
                        instrument,
                        connector.symbolOf(several ? instrument.id().apartFrom(venue.label()) : instrument.id())))
                .toList();
    }

    /** The same instruments under names that say the venue, each currency with one width at all of them. */
    static List<List<Listing>> sideBySide(List<LiveVenue> venues, List<List<Listing>> listings) {
        Map<String, Integer> widths = new HashMap<>();
        for (List<Listing> here : listings) {
            for (Listing one : here) {
                if (one.instrument() instanceof SpotPair pair) {
                    widths.merge(pair.base().code(), pair.base().scale(), Math::max);
                    widths.merge(pair.quote().code(), pair.quote().scale(), Math::max);
                }
            }
        }
        List<List<Listing>> named = new ArrayList<>();
        for (int i = 0; i < venues.size(); i++) {
            String label = venues.get(i).label();
            named.add(listings.get(i).stream()
                    .map(one -> new Listing(at(one.instrument(), label, widths), one.symbol()))
                    .toList());
        }
        return named;
    }

    private static Instrument at(Instrument instrument, String label, Map<String, Integer> widths) {
        if (!(instrument instanceof SpotPair pair)) {
            throw new SessionProblem(
                    instrument.id() + " is no pair of currencies, and a desk over several venues trades"
                            + " nothing else. Nothing was created.");
        }
        InstrumentId id = pair.id().at(label);
        return new SpotPair(
                id, pair.name(), wide(pair.base(), widths), wide(pair.quote(), widths), pair.rules(), pair.fees());
    }

    private static Currency wide(Currency currency, Map<String, Integer> widths) {
        return new Currency(currency.code(), widths.getOrDefault(currency.code(), currency.scale()));
    }
}
