package io.sextant.exchange.trade;

import io.sextant.domain.time.Scheduler;
import io.sextant.exchange.limit.BackOff;
import io.sextant.exchange.port.AccountListener;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OwnTrade;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueStream;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The account's stream: opened, given up when it breaks, and opened again. What an old connection says after it was given up is not
 * heard. All under the lock of {@link LiveTrading}.
 */
final class AccountLine {

    private static final System.Logger LOG = System.getLogger(AccountLine.class.getName());

    private final TradingConnector connector;
    private final List<Listing> listings;
    private final Scheduler scheduler;
    private final Executor blocking;
    private final BackOff backOff;
    private final Object lock;
    private final Hearer hearer;

    private long generation;
    private boolean open;
    private boolean closed;
    private @Nullable VenueStream stream;

    /** What is heard, under the lock. */
    interface Hearer {

        /** A stream began or was lost: what was said in between is not known. */
        void onDoubt(String why);

        void onOrder(OrderSight order);

        void onTrade(OwnTrade trade);

        /** The venue does not let the stream guard. */
        void onGuardRefused(String why);

        /** Something was said that only a look at the account explains. */
        void onUnclear(String why);
    }

    AccountLine(
            TradingConnector connector,
            List<Listing> listings,
            Scheduler scheduler,
            Executor blocking,
            BackOff backOff,
            Object lock,
            Hearer hearer) {
        this.connector = connector;
        this.listings = listings;
        this.scheduler = scheduler;
        this.blocking = blocking;
        this.backOff = backOff;
        this.lock = lock;
        this.hearer = hearer;
    }

    /** Whether the venue tells by itself at the moment. */
    boolean isOpen() {
        return open;
    }

    void connect() {
        if (closed) {
            return;
        }
        generation++;
        Ear ear = new Ear(generation);
        try {
            blocking.execute(() -> open(ear));
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing while connecting", e);
        }
    }

    private void open(Ear ear) {
        VenueStream opened = connector.openAccount(listings, ear);
        synchronized (lock) {
            if (ear.generation == generation && !closed) {
                stream = opened;
                return;
            }
        }
        opened.close();
    }

    /** Says something, for a venue that hangs up on those who are silent. */
    void keepAlive() {
        VenueStream now = stream;
        if (open && now != null) {
            now.keepAlive();
        }
    }

    /** Whether the venue is to cancel what works when this stream is lost. */
    void guard(boolean on) {
        VenueStream now = stream;
        if (open && now != null) {
            now.guard(on);
        }
    }

    private void lost(String why) {
        generation++;
        open = false;
        VenueStream old = stream;
        stream = null;
        if (old != null) {
            close(old);
        }
        hearer.onDoubt("The account's stream of " + connector.traits().name() + " was lost: " + why);
        scheduler.after(backOff.nextNanos(), () -> {
            synchronized (lock) {
                connect();
            }
        });
    }

    private void close(VenueStream old) {
        try {
            blocking.execute(old::close);
        } catch (RejectedExecutionException e) {
            old.close();
        }
    }

    void close() {
        closed = true;
        VenueStream old = stream;
        if (old != null) {
            close(old);
        }
    }

    /** Hears one connection. */
    private final class Ear implements AccountListener {

        private final long generation;

        Ear(long generation) {
            this.generation = generation;
        }

        private void hear(Runnable what) {
            synchronized (lock) {
                if (generation == AccountLine.this.generation && !closed) {
                    what.run();
                }
            }
        }

        @Override
        public void onOpened() {
            hear(() -> {
                open = true;
                backOff.reset();
                hearer.onDoubt(
                        "The account's stream of " + connector.traits().name() + " has begun; the books are read.");
            });
        }

        @Override
        public void onOrder(OrderSight order) {
            hear(() -> hearer.onOrder(order));
        }

        @Override
        public void onTrade(OwnTrade trade) {
            hear(() -> hearer.onTrade(trade));
        }

        @Override
        public void onGuardRefused(String why) {
            hear(() -> hearer.onGuardRefused(why));
        }

        @Override
        public void onUnclear(String why) {
            hear(() -> hearer.onUnclear(why));
        }

        @Override
        public void onClosed(String why) {
            hear(() -> lost(why));
        }
    }
}
