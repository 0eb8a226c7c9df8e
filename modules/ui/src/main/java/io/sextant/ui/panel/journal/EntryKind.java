package io.sextant.ui.panel.journal;

import io.sextant.domain.alert.AlertPlan;
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
import io.sextant.domain.habit.HabitFact;
import io.sextant.domain.schedule.Schedule;
import io.sextant.ui.parts.AlertWords;
import java.util.Map;

/** What an entry of the journal is about; the reader chooses which of these are listed. */
enum EntryKind {
    ORDERS,
    FILLS,
    RISK,
    NEWS,
    /** What books and trades showed. */
    MARKET,
    FORECASTS,
    /** What somebody wanted to be told of. */
    ALERTS,
    SYSTEM,
    /** What the desk does by itself all the time, its worth at regular times and the window's own memory: not listed at first. */
    BACKGROUND;

    private static EntryKind of(SettingChanged changed) {
        String key = changed.key();
        boolean ownMemory = key.startsWith("ui.")
                || key.startsWith("source.wanted.")
                || key.startsWith("source.told.")
                || key.startsWith("regime.told.");
        if (ownMemory || passes(key)) {
            return BACKGROUND;
        }
        if (HabitFact.findIn(Map.entry(key, changed.value())).isPresent()) {
            return RISK;
        }
        if (key.startsWith(AlertPlan.SETTINGS)) {
            return alert(changed);
        }
        return key.startsWith("source.result.news.") ? NEWS : SYSTEM;
    }

    /** That an alert fired or did not arrive is told; how it gets there comes and goes. */
    private static EntryKind alert(SettingChanged changed) {
        String key = changed.key();
        boolean told =
                key.startsWith("alert.fired.") || key.startsWith("alert.plan.") || key.startsWith("alert.channel.");
        return told || AlertWords.findLost(changed).isPresent() ? ALERTS : BACKGROUND;
    }

    /** What a schedule is and how it went is told; how far it is, and the wish for a run, comes and goes. */
    private static boolean passes(String key) {
        return key.startsWith(Schedule.SETTINGS)
                && !key.startsWith("schedule.plan.")
                && !key.startsWith("schedule.last.");
    }

    static EntryKind of(Event event) {
        return switch (event) {
            case OrderChanged changed -> ORDERS;
            case ParentChanged changed -> ORDERS;
            case OrderFilled filled -> FILLS;
            case OrderRefused refused -> RISK;
            case KillSwitchChanged changed -> RISK;
            case RiskLimitsChanged changed -> RISK;
            case HeadlinePublished published -> NEWS;
            case EngineStarted started -> SYSTEM;
            case FeedChanged changed -> SYSTEM;
            case VenueChecked checked -> RISK;
            case GateStateChanged changed -> RISK;
            case BreakerChanged changed -> RISK;
            case OverrideUsed used -> RISK;
            case StrategyThrottled throttled -> RISK;
            case AnomalySeen seen -> MARKET;
            case ForecastChanged changed -> FORECASTS;
            case RegimeChanged changed -> FORECASTS;
            case StrategyChanged changed -> RISK;
            case MarketPaceChanged changed -> SYSTEM;
            case SettingChanged changed -> of(changed);
            case AccountMarked marked -> BACKGROUND;
            case PassportWritten written -> BACKGROUND;
        };
    }
}
