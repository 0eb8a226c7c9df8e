package io.sextant.domain.command;

/** Something the engine is asked to do. Every command is journaled before its effects leave the engine. */
public sealed interface Command
        permits PlaceOrder,
                CancelOrder,
                AmendOrder,
                CancelAllOrders,
                EngageKillSwitch,
                ReleaseKillSwitch,
                ChangeRiskLimits,
                ChangeMarketPace,
                ChangeSetting,
                TellHeadline,
                TellAnomaly,
                TellForecastChange,
                TellRegimeSwitch,
                TellPassport,
                SettleDifferences,
                PlaceBracket,
                PlaceAlgo,
                SteerParent,
                FlattenPositions,
                PlaceOverridden,
                ChangeGateState,
                EnableStrategy,
                HostStrategy,
                SteerStrategy,
                PlaceStrategyOrder {}
