package io.sextant.exchange.live;

import io.sextant.domain.time.Scheduler;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.port.RequestKind;
import io.sextant.exchange.port.StreamListener;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.port.VenueStream;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A stream made of requests, for venues that do not stream or whose stream cannot be had: books, and trades since the last. An
 * answer holds a page of trades at most; where that leaves it behind it asks on at once, else it would fall behind for ever
 * without a trade missing.
 */
final class PollingStream implements VenueStream {

    private final VenueConnector connector;
    private final List<Listing> listings;
    private final RequestDesk requests;
    private final StreamListener listener;
    private final LongSupplier venueNanos;
    private final long behindNanos;
    private final long[] nextTradeIds;
    private final long[] lastTradeNanos;
    private final boolean[] asking;
    private final Scheduler.Cancellable timer;
    private boolean opened;
    private boolean closed;

    private PollingStream(
            VenueConnector connector,
            List<Listing> listings,
            RequestDesk requests,
            Scheduler scheduler,
            long periodNanos,
            LongSupplier venueNanos,
            StreamListener listener) {
        this.venueNanos = venueNanos;
        behindNanos = 2 * periodNanos;
        this.connector = connector;
        this.listings = listings;
        this.requests = requests;
        this.listener = listener;
        nextTradeIds = new long[listings.size()];
        lastTradeNanos = new long[listings.size()];
        asking = new boolean[listings.size()];
        timer = scheduler.every(periodNanos, this::poll);
    }

    static PollingStream open(
            VenueConnector connector,
            List<Listing> listings,
            RequestDesk requests,
            Scheduler scheduler,
            long periodNanos,
            LongSupplier venueNanos,
            StreamListener listener) {
        PollingStream stream =
                new PollingStream(connector, listings, requests, scheduler, periodNanos, venueNanos, listener);
        stream.poll();
        return stream;
    }

    private void poll() {
        for (int i = 0; i < listings.size(); i++) {
            poll(i);
        }
    }

    private synchronized void poll(int i) {
        if (closed || asking[i]) {
            return;
        }
        asking[i] = true;
        Listing listing = listings.get(i);
        requests.ask(RequestKind.BOOK, () -> connector.book(listing), book -> onBook(i, book), this::failed);
    }

    private void onBook(int i, BookSnapshot book) {
        if (isClosed()) {
            return;
        }
        if (!opened) {
            opened = true;
            listener.onOpened();
        }
        listener.onSnapshot(i, book);
        askTrades(i);
    }

    private void askTrades(int i) {
        Listing listing = listings.get(i);
        requests.ask(
                RequestKind.TRADES,
                () -> connector.tradesFrom(listing, nextTradeIds[i], lastTradeNanos[i]),
                trades -> onTrades(i, trades),
                this::failed);
    }

    private void onTrades(int i, List<PublicTrade> trades) {
        if (isClosed()) {
            return;
        }
        long known = nextTradeIds[i];
        for (PublicTrade trade : trades) {
            nextTradeIds[i] = trade.id() + 1;
            lastTradeNanos[i] = trade.timeNanos();
            listener.onTrade(i, trade);
        }
        // Some venues answer with their newest trades whatever was asked for: no news, no second question.
        if (nextTradeIds[i] > known && venueNanos.getAsLong() - lastTradeNanos[i] > behindNanos) {
            askTrades(i);
        } else {
            asking[i] = false;
        }
        listener.onAlive();
    }

    private void failed(VenueException problem) {
        if (!isClosed()) {
            close();
            listener.onClosed(String.valueOf(problem.getMessage()));
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        timer.close();
    }
}
