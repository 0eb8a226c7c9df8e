package io.sextant.domain.event;

/**
 * A fact. {@code position} is its place in the journal: facts are numbered without gaps of meaning, so whoever has seen one
 * can ask for those after it. {@code timeNanos} is market time (UTC).
 */
public sealed interface Event
        permits EngineStarted,
                OrderChanged,
                OrderFilled,
                OrderRefused,
                KillSwitchChanged,
                RiskLimitsChanged,
                MarketPaceChanged,
                HeadlinePublished,
                AccountMarked,
                SettingChanged,
                FeedChanged,
                VenueChecked,
                ParentChanged,
                GateStateChanged,
                BreakerChanged,
                OverrideUsed,
                StrategyThrottled,
                AnomalySeen,
                ForecastChanged,
                RegimeChanged,
                StrategyChanged,
                PassportWritten {

    long position();

    long timeNanos();
}
