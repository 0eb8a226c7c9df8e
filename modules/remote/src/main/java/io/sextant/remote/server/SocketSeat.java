package io.sextant.remote.server;

import io.sextant.domain.time.Clock;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.Told;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** A seat at the end of a socket: bounds what comes in, and gives up who does not take what goes out. */
public final class SocketSeat implements Session.Listener.AutoDemanding, Wire {

    private static final System.Logger LOG = System.getLogger(SocketSeat.class.getName());

    private static final int SLOWEST_BYTES_A_MILLI = 32;

    private final Principal who;
    private final BooleanSupplier known;
    private final ServerTerms.Limits limits;
    private final Supplier<Told.Welcome> welcome;
    private final Function<Wire, Seat> seats;
    private final Consumer<SocketSeat> left;
    private volatile @Nullable Session session;
    private volatile @Nullable Seat seat;
    private boolean hasLeft;
    private final Allowance allowance;
    private final Clock clock;
    private volatile long lastHeardNanos;

    SocketSeat(
            Principal who,
            BooleanSupplier known,
            ServerTerms.Limits limits,
            Clock clock,
            Supplier<Told.Welcome> welcome,
            Function<Wire, Seat> seats,
            Consumer<SocketSeat> left) {
        this.who = who;
        this.known = known;
        this.limits = limits;
        this.welcome = welcome;
        this.seats = seats;
        this.left = left;
        this.clock = clock;
        lastHeardNanos = clock.nanos();
        allowance = new Allowance(clock, limits.messagesASecond(), limits.burst());
    }

    Principal who() {
        return who;
    }

    boolean isStillKnown() {
        try {
            return known.getAsBoolean();
        } catch (RuntimeException unreadable) {
            // Nobody new is let in meanwhile; who sits here keeps what he needs to stop.
            LOG.log(System.Logger.Level.ERROR, "the users cannot be read", unreadable);
            return true;
        }
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        Seat taken;
        synchronized (this) {
            if (hasLeft) {
                // Its place was given up already, because it took too long to come.
                opened.disconnect();
                return;
            }
            taken = seats.apply(this);
            seat = taken;
        }
        taken.begin(welcome.get());
    }

    @Override
    public void onWebSocketText(String text) {
        lastHeardNanos = clock.nanos();
        Seat taken = seat;
        if (taken == null) {
            return;
        }
        if (!allowance.take()) {
            close("more messages than are allowed");
            return;
        }
        taken.heard(text);
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "the line of " + who.name() + " broke", cause);
        leave();
    }

    @Override
    public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
        leave();
        callback.succeed();
    }

    private void leave() {
        Seat taken;
        synchronized (this) {
            hasLeft = true;
            taken = seat;
            seat = null;
        }
        try {
            if (taken != null) {
                taken.close();
            }
        } finally {
            left.accept(this);
        }
    }

    /**
     * Clients say something twice a second; that a socket takes bytes says nothing about the other end. Nor does who asked for a line and never opened
     * it keep his place.
     */
    void tick() {
        Session open = session;
        if (clock.nanos() - lastHeardNanos > limits.silence().toNanos()) {
            if (open != null) {
                open.disconnect();
            }
            leave();
            return;
        }
        Seat taken = seat;
        if (taken != null) {
            taken.tellProgress();
            taken.tellEnded();
        }
    }

    @Override
    public boolean send(String text) {
        Session open = session;
        if (open == null || !open.isOpen()) {
            return false;
        }
        CountDownLatch sent = new CountDownLatch(1);
        AtomicBoolean went = new AtomicBoolean();
        open.sendText(
                text,
                Callback.from(
                        () -> {
                            went.set(true);
                            sent.countDown();
                        },
                        failure -> sent.countDown()));
        try {
            if (!sent.await(
                    limits.sendWithin().toMillis() + text.length() / SLOWEST_BYTES_A_MILLI, TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.INFO, "{0} takes what is sent too slowly; its line is cut", who.name());
                open.disconnect();
                return false;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        return went.get();
    }

    @Override
    public void close(String why) {
        Session open = session;
        if (open != null && open.isOpen()) {
            open.close(StatusCode.POLICY_VIOLATION, why, Callback.NOOP);
        }
    }
}
