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
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** A seat at the end of a socket: bounds what comes in, and gives up who does not take what goes out. */
public final class SocketSeat implements Session.Listener.AutoDemanding, Wire {

    private static final System.Logger LOG = System.getLogger(SocketSeat.class.getName());

    private final Principal who;
    private final BooleanSupplier known;
    private final ServerTerms.Limits limits;
    private final Told.Welcome welcome;
    private final Function<Wire, Seat> seats;
    private final Consumer<SocketSeat> left;
    private volatile @Nullable Session session;
    private volatile @Nullable Seat seat;
    private final Allowance allowance;

    SocketSeat(
            Principal who,
            BooleanSupplier known,
            ServerTerms.Limits limits,
            Clock clock,
            Told.Welcome welcome,
            Function<Wire, Seat> seats,
            Consumer<SocketSeat> left) {
        this.who = who;
        this.known = known;
        this.limits = limits;
        this.welcome = welcome;
        this.seats = seats;
        this.left = left;
        allowance = new Allowance(clock, limits.messagesASecond(), limits.burst());
    }

    Principal who() {
        return who;
    }

    boolean isStillKnown() {
        return known.getAsBoolean();
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        Seat taken = seats.apply(this);
        seat = taken;
        taken.begin(welcome);
    }

    @Override
    public void onWebSocketText(String text) {
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
        Seat taken = seat;
        seat = null;
        if (taken != null) {
            taken.close();
        }
        left.accept(this);
    }

    void tick() {
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
            if (!sent.await(limits.sendWithin().toNanos(), TimeUnit.NANOSECONDS)) {
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
