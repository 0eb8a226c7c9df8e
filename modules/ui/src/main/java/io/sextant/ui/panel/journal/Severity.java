package io.sextant.ui.panel.journal;

import io.sextant.domain.alert.AlertFiring;
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
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.source.SourceResult;
import io.sextant.ui.parts.AlertWords;
import java.util.Map;

/** How much an event matters to the person at the desk. */
enum Severity {
    INFO,
    GOOD,
    WARNING,
    ALARM;

    static Severity of(Event event) {
        return switch (event) {
            case OrderFilled filled -> GOOD;
            case OrderRefused refused -> WARNING;
            case ParentChanged changed -> changed.parent().stage() == ParentStage.FAILED ? ALARM : INFO;
            case KillSwitchChanged changed -> changed.engaged() ? ALARM : WARNING;
            case RiskLimitsChanged changed -> WARNING;
            case OrderChanged changed ->
                switch (changed.order().state()) {
                    case REJECTED, UNKNOWN -> ALARM;
                    case EXPIRED -> WARNING;
                    case WAITING,
                            SUBMITTED,
                            ACCEPTED,
                            PARTLY_FILLED,
                            CANCEL_PENDING,
                            AMEND_PENDING,
                            FILLED,
                            CANCELLED -> INFO;
                };
            case FeedChanged changed ->
                switch (changed.status()) {
                    case CONNECTED, ENDED -> INFO;
                    case POLLING, STALE -> WARNING;
                    case DISCONNECTED -> ALARM;
                };
            case GateStateChanged changed ->
                switch (changed.to()) {
                    case ACTIVE -> INFO;
                    case REDUCING -> WARNING;
                    case HALTED -> ALARM;
                };
            case BreakerChanged changed -> changed.tripped() ? ALARM : INFO;
            case OverrideUsed used -> WARNING;
            case StrategyThrottled throttled -> throttled.throttled() ? ALARM : WARNING;
            case VenueChecked checked ->
                switch (checked.trust()) {
                    case CHECKING, AGREED -> INFO;
                    case DIFFERS, UNREACHABLE -> ALARM;
                };
            case EngineStarted started -> started.damage().isEmpty() ? INFO : ALARM;
            case HeadlinePublished published -> INFO;
            case AnomalySeen seen -> seen.anomaly().kind() == FlowAnomaly.Kind.SPOOFING ? WARNING : INFO;
            case RegimeChanged changed -> changed.change().now().isDanger() ? WARNING : INFO;
            case PassportWritten written -> INFO;
            case StrategyChanged changed -> changed.change().cause().isAlarm() ? ALARM : INFO;
            case ForecastChanged changed ->
                switch (changed.change().kind()) {
                    case DRIFTED, FAILED -> WARNING;
                    case TRAINED, PROMOTED, NOT_PROMOTED, ROLLED_BACK -> INFO;
                };
            case MarketPaceChanged changed -> INFO;
            case SettingChanged changed -> of(changed);
            case AccountMarked marked -> INFO;
        };
    }

    private static Severity of(SettingChanged changed) {
        Map.Entry<String, String> setting = Map.entry(changed.key(), changed.value());
        boolean failed = SourceResult.findIn(setting)
                .filter(result -> result.outcome() == SourceResult.Outcome.FAILED)
                .isPresent();
        return AlertFiring.findIn(setting)
                .map(firing -> switch (firing.priority()) {
                    case INFO -> INFO;
                    case WARNING -> WARNING;
                    case ERROR, URGENT -> ALARM;
                })
                .orElse(failed || AlertWords.findLost(changed).isPresent() ? WARNING : INFO);
    }
}
