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

/** A stream made of requests, for venues that do not stream or whose stream cannot be had: books, and trades since the last. */
final class PollingStream implements VenueStream {

    private final VenueConnector connector;
    private final List<Listing> listings;
    private final RequestDesk requests;
    private final StreamListener listener;
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
            StreamListener listener) {
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
            StreamListener listener) {
        PollingStream stream = new PollingStream(connector, listings, requests, scheduler, periodNanos, listener);
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
        Listing listing = listings.get(i);
        requests.ask(
                RequestKind.TRADES,
                () -> connector.tradesFrom(listing, nextTradeIds[i], lastTradeNanos[i]),
                trades -> onTrades(i, trades),
                this::failed);
    }

    private void onTrades(int i, List<PublicTrade> trades) {
        asking[i] = false;
        if (isClosed()) {
            return;
        }
        for (PublicTrade trade : trades) {
            nextTradeIds[i] = trade.id() + 1;
            lastTradeNanos[i] = trade.timeNanos();
            listener.onTrade(i, trade);
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
