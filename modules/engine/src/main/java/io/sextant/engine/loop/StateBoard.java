package io.sextant.engine.loop;

import io.sextant.domain.request.Topic;
import io.sextant.engine.core.DeskViews;
import io.sextant.engine.core.TradingCore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Gives listeners the newest state, only when it changed and never more often than a person can see. Loop thread only. */
final class StateBoard {

    private static final System.Logger LOG = System.getLogger(StateBoard.class.getName());
    private static final long MARKET_NANOS = 33_000_000;
    private static final long DESK_NANOS = 100_000_000;
    private static final long WATCHLIST_NANOS = 250_000_000;

    private final TradingCore core;
    private final DeskViews views;
    private final HealthMeter health;
    private final LongSupplier shownNanos;
    private final List<StateSubscription<?>> subscriptions = new ArrayList<>();

    StateBoard(TradingCore core, HealthMeter health, LongSupplier shownNanos) {
        this.core = core;
        this.health = health;
        this.shownNanos = shownNanos;
        views = core.views();
    }

    void add(StateSubscription<?> subscription) {
        subscriptions.add(subscription);
    }

    void publish(long wallNanos) {
        for (int i = subscriptions.size() - 1; i >= 0; i--) {
            StateSubscription<?> subscription = subscriptions.get(i);
            if (!subscription.isOpen()) {
                subscriptions.remove(i);
            } else if (wallNanos - subscription.seenWallNanos >= periodNanos(subscription.topic())) {
                refreshOrEnd(subscription, wallNanos);
            }
        }
    }

    /** A picture that cannot be made ends for its listener, not for the market. */
    private void refreshOrEnd(StateSubscription<?> subscription, long wallNanos) {
        try {
            refresh(subscription, wallNanos);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "no state could be made of " + subscription.topic() + "; it ends", e);
            subscription.close();
        }
    }

    /** Wall time until the next listener may be due; so that a resting loop wakes for it. */
    long waitNanos(long wallNanos) {
        long wait = Long.MAX_VALUE;
        for (int i = 0; i < subscriptions.size(); i++) {
            StateSubscription<?> subscription = subscriptions.get(i);
            wait = Math.min(wait, subscription.seenWallNanos + periodNanos(subscription.topic()) - wallNanos);
        }
        return wait <= 0 ? DESK_NANOS : wait;
    }

    void close() {
        subscriptions.forEach(StateSubscription::close);
    }

    private static long periodNanos(Topic<?> topic) {
        return switch (topic) {
            case Topic.Desk ignored -> DESK_NANOS;
            case Topic.Gate ignored -> WATCHLIST_NANOS;
            case Topic.Watchlist ignored -> WATCHLIST_NANOS;
            case Topic.Market ignored -> MARKET_NANOS;
            case Topic.Bars ignored -> MARKET_NANOS;
            case Topic.Events ignored -> throw new IllegalArgumentException("events are facts, not a state");
        };
    }

    private void refresh(StateSubscription<?> subscription, long wallNanos) {
        long version = version(subscription.topic());
        if (version != subscription.seenVersion) {
            subscription.seenVersion = version;
            subscription.seenWallNanos = wallNanos;
            offer(subscription);
        }
    }

    /** A desk always changes, because its clock does. */
    private long version(Topic<?> topic) {
        return switch (topic) {
            case Topic.Desk ignored -> Math.max(core.marketNanos(), shownNanos.getAsLong()) + core.deskVersion();
            case Topic.Watchlist ignored -> core.sequence();
            case Topic.Gate ignored -> core.sequence() + core.deskVersion();
            case Topic.Market(var instrument) -> core.marketVersion(instrument);
            case Topic.Bars(var instrument, var timeframe) -> core.tradeVersion(instrument);
            case Topic.Events ignored -> 0;
        };
    }

    @SuppressWarnings("unchecked")
    private <T> void offer(StateSubscription<T> subscription) {
        long nanos = Math.max(core.marketNanos(), shownNanos.getAsLong());
        Object state = switch (subscription.topic()) {
            case Topic.Desk ignored -> views.desk(nanos, health.now());
            case Topic.Watchlist ignored -> views.watchlist(nanos);
            case Topic.Gate ignored -> views.gate();
            case Topic.Market(var instrument) -> views.market(instrument);
            case Topic.Bars(var instrument, var timeframe) -> views.liveBars(instrument, timeframe);
            case Topic.Events ignored -> throw new IllegalArgumentException("events are facts, not a state");
        };
        subscription.offer((T) state);
    }
}
