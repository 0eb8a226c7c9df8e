package io.sextant.exchange.trade;

import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.time.Clock;
import io.sextant.exchange.port.SelfCancel;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.trade.TradeRequests.Lane;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the venue's own switch set that takes back what works when this process is gone: nothing in here could do that then. Only while
 * orders of the desk work, because the switch takes whatever the account has. All under the lock of {@link LiveTrading}.
 */
final class VenueGuard {

    /** Long enough for a broken connection to come back, and what Kraken recommends. */
    static final int AFTER_SECONDS = 60;

    private static final System.Logger LOG = System.getLogger(VenueGuard.class.getName());
    private static final long BEAT_NANOS = 15_000_000_000L;
    private static final long AGAIN_NANOS = 5_000_000_000L;

    private final TradingConnector connector;
    private final TradeRequests requests;
    private final Clock clock;
    private final Consumer<Boolean> guardStream;

    private boolean wanted;
    private boolean left;
    private boolean refused;
    private boolean wasOn;
    /** The venue was asked, or may have been. */
    private boolean set;
    /** Some request was taken or may have been: a refusal is then no word on whether the venue does this at all. */
    private boolean taken;

    private boolean warned;

    private boolean underWay;
    private long nextNanos;

    /** {@code guardStream} makes the account's stream guard, or lets it be. */
    VenueGuard(TradingConnector connector, TradeRequests requests, Clock clock, Consumer<Boolean> guardStream) {
        this.connector = connector;
        this.requests = requests;
        this.clock = clock;
        this.guardStream = guardStream;
    }

    /** A person's word: what was refused before is tried again. */
    void want(boolean now) {
        wanted = now;
        refused = false;
        warned = false;
    }

    /** The engine is gone for good: what is set stays so, and nobody asks the venue to wait on. */
    void leave() {
        left = true;
    }

    /** The desk closes in good order: a switch that waits for orders of this desk no more would take what others work. */
    void close(boolean ordersWork) {
        if (set && !left && !(wanted && ordersWork && !refused) && connector.selfCancel() == SelfCancel.BY_HEARTBEAT) {
            set = false;
            requests.askLast(() -> {
                connector.cancelAllAfter(0);
                return false;
            });
        }
    }

    /** The venue did not let the stream guard after all. */
    void streamRefused(String why) {
        set = false;
        nextNanos = clock.nanos() + BEAT_NANOS;
        warn(why);
    }

    /** A stream that begins guards nothing yet. */
    void streamBegan() {
        if (connector.selfCancel() == SelfCancel.BY_STREAM) {
            set = false;
            nextNanos = 0;
        }
    }

    /** Called again and again, and at once when an order is about to leave. */
    void tick(boolean ordersWork, boolean streamOpen) {
        boolean on = wanted && ordersWork && !refused;
        if (on != wasOn) {
            wasOn = on;
            nextNanos = 0;
        }
        if (left || underWay || clock.nanos() < nextNanos) {
            return;
        }
        switch (connector.selfCancel()) {
            case NONE -> {}
            case BY_HEARTBEAT -> {
                if (on || set) {
                    ask(on);
                }
            }
            case BY_STREAM -> {
                if (streamOpen && on && !set) {
                    ask(true);
                } else if (set && !on) {
                    set = false;
                    guardStream.accept(false);
                }
            }
        }
    }

    private void ask(boolean on) {
        underWay = true;
        set = true;
        nextNanos = clock.nanos() + BEAT_NANOS;
        requests.ask(
                Lane.CANCEL,
                connector.traits().placeWeight(),
                () -> {
                    connector.cancelAllAfter(on ? AFTER_SECONDS : 0);
                    return on;
                },
                done -> {
                    underWay = false;
                    set = done;
                    taken = true;
                    warned &= connector.selfCancel() == SelfCancel.BY_STREAM;
                    if (done) {
                        guardStream.accept(true);
                    }
                },
                problem -> {
                    underWay = false;
                    failed(on, problem);
                });
    }

    private void failed(boolean on, VenueException problem) {
        taken |= !problem.isCertain();
        // A stream that was to guard does not yet; a heartbeat that may have arrived at any time counts.
        set = taken && connector.selfCancel() == SelfCancel.BY_HEARTBEAT;
        nextNanos = clock.nanos() + AGAIN_NANOS;
        if (problem.kind() == VenueException.Kind.REFUSED && problem.code() == RefusalCode.VENUE_REFUSED) {
            refused = on && !taken;
            warn(problem.getMessage());
        } else {
            LOG.log(System.Logger.Level.DEBUG, "{0} is asked again: {1}", name(), problem.getMessage());
        }
    }

    private void warn(@Nullable String why) {
        if (!warned) {
            warned = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} may not take orders back by itself when this desk is gone: {1}",
                    name(),
                    why);
        }
    }

    private String name() {
        return connector.traits().name();
    }
}
