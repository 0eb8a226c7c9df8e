package io.sextant.store.tables;

import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.ForecastChanged;
import io.sextant.domain.event.GateStateChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.MarketPaceChanged;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.OverrideUsed;
import io.sextant.domain.event.ParentChanged;
import io.sextant.domain.event.PassportWritten;
import io.sextant.domain.event.RegimeChanged;
import io.sextant.domain.event.RiskLimitsChanged;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.event.StrategyThrottled;
import io.sextant.domain.event.VenueChecked;

/** What the column says that a fact is. */
enum FactKind {
    ENGINE_STARTED,
    ORDER_CHANGED,
    ORDER_FILLED,
    ORDER_REFUSED,
    KILL_SWITCH_CHANGED,
    RISK_LIMITS_CHANGED,
    MARKET_PACE_CHANGED,
    HEADLINE_PUBLISHED,
    ACCOUNT_MARKED,
    SETTING_CHANGED,
    FEED_CHANGED,
    VENUE_CHECKED,
    PARENT_CHANGED,
    GATE_STATE_CHANGED,
    BREAKER_CHANGED,
    OVERRIDE_USED,
    STRATEGY_THROTTLED,
    ANOMALY_SEEN,
    FORECAST_CHANGED,
    REGIME_CHANGED,
    STRATEGY_CHANGED,
    PASSPORT_WRITTEN;

    static FactKind of(Event event) {
        return switch (event) {
            case EngineStarted _ -> ENGINE_STARTED;
            case OrderChanged _ -> ORDER_CHANGED;
            case OrderFilled _ -> ORDER_FILLED;
            case OrderRefused _ -> ORDER_REFUSED;
            case KillSwitchChanged _ -> KILL_SWITCH_CHANGED;
            case RiskLimitsChanged _ -> RISK_LIMITS_CHANGED;
            case MarketPaceChanged _ -> MARKET_PACE_CHANGED;
            case HeadlinePublished _ -> HEADLINE_PUBLISHED;
            case AccountMarked _ -> ACCOUNT_MARKED;
            case SettingChanged _ -> SETTING_CHANGED;
            case FeedChanged _ -> FEED_CHANGED;
            case VenueChecked _ -> VENUE_CHECKED;
            case ParentChanged _ -> PARENT_CHANGED;
            case GateStateChanged _ -> GATE_STATE_CHANGED;
            case BreakerChanged _ -> BREAKER_CHANGED;
            case OverrideUsed _ -> OVERRIDE_USED;
            case StrategyThrottled _ -> STRATEGY_THROTTLED;
            case AnomalySeen _ -> ANOMALY_SEEN;
            case ForecastChanged _ -> FORECAST_CHANGED;
            case RegimeChanged _ -> REGIME_CHANGED;
            case StrategyChanged _ -> STRATEGY_CHANGED;
            case PassportWritten _ -> PASSPORT_WRITTEN;
        };
    }
}
