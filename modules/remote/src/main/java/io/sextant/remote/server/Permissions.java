package io.sextant.remote.server;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.EnableStrategy;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.PlaceOverridden;
import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.command.SettleDifferences;
import io.sextant.domain.command.SteerParent;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.command.TellAnomaly;
import io.sextant.domain.command.TellForecastChange;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.command.TellPassport;
import io.sextant.domain.command.TellRegimeSwitch;
import io.sextant.domain.request.Job;
import io.sextant.remote.protocol.Role;

/**
 * The least role for what is asked. To look is for all; to trade and to stop is for who trades; what others are bound by, what runs by
 * itself, what writes to the engine's disk and what tells the engine about the world is for who keeps it.
 */
public final class Permissions {

    private Permissions() {}

    public static Role needed(Command command) {
        return switch (command) {
            case PlaceOrder _,
                    PlaceBracket _,
                    PlaceAlgo _,
                    AmendOrder _,
                    CancelOrder _,
                    CancelAllOrders _,
                    SteerParent _,
                    FlattenPositions _,
                    EngageKillSwitch _ -> Role.TRADE;
            case ChangeSetting setting -> ofSetting(setting.key());
            case PlaceOverridden _,
                    ReleaseKillSwitch _,
                    ChangeRiskLimits _,
                    ChangeGateState _,
                    ChangeMarketPace _,
                    EnableStrategy _,
                    SettleDifferences _,
                    HostStrategy _,
                    SteerStrategy _,
                    PlaceStrategyOrder _,
                    TellHeadline _,
                    TellAnomaly _,
                    TellForecastChange _,
                    TellRegimeSwitch _,
                    TellPassport _ -> Role.ADMIN;
        };
    }

    /** The window's own memory is everybody's who trades; what binds the desk is not. */
    private static Role ofSetting(String key) {
        return key.startsWith("ui.") ? Role.TRADE : Role.ADMIN;
    }

    public static Role needed(Job<?> job) {
        return switch (job) {
            case Job.SimulateHistory _,
                    Job.ExamineQuality _,
                    Job.RunBacktest _,
                    Job.Examine _,
                    Job.RunSweep _,
                    Job.FollowTraining _ -> Role.TRADE;
            case Job.ImportFiles _,
                    Job.ExportBars _,
                    Job.BackFill _,
                    Job.ReadMacro _,
                    Job.ReadChain _,
                    Job.ReadCompanies _,
                    Job.TrainForecasts _,
                    Job.SaveRules _,
                    Job.RebuildTables _ -> Role.ADMIN;
        };
    }
}
