package io.sextant.app.session;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.port.BookLevels;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.execution.routing.RoutePlanner.Book;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What venues offer of one pair at the same moment, as nearly as requests can.
 *
 * @param leftOut why a venue is not among them
 */
public record BookSurvey(List<Book> books, Map<LiveVenue, String> leftOut) {

    public BookSurvey {
        books = List.copyOf(books);
    }

    /** {@code fees} in parts per million of the value replace those that a venue takes from everybody. */
    public static BookSurvey ask(
            List<LiveVenue> venues,
            InstrumentId pair,
            Side side,
            Map<LiveVenue, Long> fees,
            Map<LiveVenue, String> addresses) {
        List<Book> books = new ArrayList<>();
        Map<LiveVenue, String> leftOut = new LinkedHashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<LiveVenue, Future<Book>> asked = new LinkedHashMap<>();
            for (LiveVenue venue : venues) {
                Optional<VenueAddresses> at =
                        Optional.ofNullable(addresses.get(venue)).map(requests -> new VenueAddresses(requests, ""));
                asked.put(venue, each.submit(() -> book(venue, venue.connector(at), pair, side, fees)));
            }
            asked.forEach((venue, answer) -> {
                try {
                    books.add(answer.get());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while asking " + venue.title(), e);
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof VenueException problem) {
                        leftOut.put(venue, String.valueOf(problem.getMessage()));
                    } else {
                        throw new IllegalStateException(venue.title() + " could not be asked", e);
                    }
                }
            });
        }
        return new BookSurvey(books, leftOut);
    }

    private static Book book(
            LiveVenue venue, VenueConnector connector, InstrumentId pair, Side side, Map<LiveVenue, Long> fees)
            throws VenueException {
        Listing listing = connector.listings(List.of(pair)).getFirst();
        BookSnapshot snapshot = connector.book(listing);
        BookLevels levels = side == Side.BUY ? snapshot.asks() : snapshot.bids();
        long usual = listing.instrument().fees().takerPartsPerMillion();
        return new Book(
                venue.label(), listing.instrument(), levels.ticks(), levels.lots(), fees.getOrDefault(venue, usual));
    }
}
