package io.sextant.domain.codec;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
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
import io.sextant.domain.forecast.ForecastChange;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.GateOverride;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.Steering;
import io.sextant.domain.passport.OrderPassport;
import io.sextant.domain.regime.RegimeSwitch;
import java.util.ArrayList;
import java.util.List;

/** Commands with the keys they were sent under. */
public final class CommandCodec {

    private static final int FORMAT = 1;

    private static final int PLACE_ORDER = 1;
    private static final int CANCEL_ORDER = 2;
    private static final int AMEND_ORDER = 3;
    private static final int CANCEL_ALL_ORDERS = 4;
    private static final int ENGAGE_KILL_SWITCH = 5;
    private static final int RELEASE_KILL_SWITCH = 6;
    private static final int CHANGE_RISK_LIMITS = 7;
    private static final int CHANGE_MARKET_PACE = 8;
    private static final int CHANGE_SETTING = 9;
    private static final int TELL_HEADLINE = 10;
    private static final int SETTLE_DIFFERENCES = 20;
    private static final int PLACE_BRACKET = 21;
    private static final int PLACE_ALGO = 22;
    private static final int STEER_PARENT = 23;
    private static final int FLATTEN_POSITIONS = 24;

    private static final int ENGAGE_SCOPED_KILL_SWITCH = 30;
    private static final int RELEASE_SCOPED_KILL_SWITCH = 31;
    private static final int PLACE_OVERRIDDEN = 32;
    private static final int CHANGE_GATE_STATE = 33;
    private static final int ENABLE_STRATEGY = 34;

    private static final int TELL_ANOMALY = 40;
    private static final int TELL_FORECAST_CHANGE = 41;
    private static final int TELL_REGIME_SWITCH = 50;

    private static final int HOST_STRATEGY = 51;
    private static final int STEER_STRATEGY = 52;
    private static final int PLACE_STRATEGY_ORDER = 53;
    private static final int TELL_PASSPORT = 60;

    private static final int EVERYTHING = 1;
    private static final int ONE_INSTRUMENT = 2;

    private CommandCodec() {}

    /** A command and the key it was sent under. */
    public record Keyed(CommandKey key, Command command) {}

    public static void write(StateWriter out, CommandKey key, Command command) {
        out.putInt(FORMAT);
        out.putString(key.value());
        switch (command) {
            case PlaceOrder(OrderDraft draft) -> {
                out.putInt(PLACE_ORDER);
                Orders.write(out, draft);
            }
            case CancelOrder(OrderId order) -> {
                out.putInt(CANCEL_ORDER);
                Orders.write(out, order);
            }
            case AmendOrder amend -> {
                out.putInt(AMEND_ORDER);
                Orders.write(out, amend.order());
                Values.write(out, amend.quantity());
                Values.write(out, amend.limit());
            }
            case CancelAllOrders(CancelScope scope) -> {
                out.putInt(CANCEL_ALL_ORDERS);
                writeScope(out, scope);
            }
            case EngageKillSwitch(String reason, KillScope scope) ->
                writeKill(out, ENGAGE_KILL_SWITCH, ENGAGE_SCOPED_KILL_SWITCH, reason, scope);
            case ReleaseKillSwitch(String reason, KillScope scope) ->
                writeKill(out, RELEASE_KILL_SWITCH, RELEASE_SCOPED_KILL_SWITCH, reason, scope);
            case ChangeRiskLimits(RiskLimits limits) -> {
                out.putInt(CHANGE_RISK_LIMITS);
                Orders.write(out, limits);
            }
            case ChangeMarketPace pace -> {
                out.putInt(CHANGE_MARKET_PACE);
                out.putDouble(pace.timesRealTime());
                out.putBoolean(pace.paused());
            }
            case ChangeSetting setting -> {
                out.putInt(CHANGE_SETTING);
                out.putString(setting.key());
                out.putString(setting.value());
            }
            case TellHeadline headline -> writeHeadline(out, headline);
            case TellAnomaly(FlowAnomaly anomaly) -> {
                out.putInt(TELL_ANOMALY);
                MarketCodec.writeAnomaly(out, anomaly);
            }
            case TellForecastChange(ForecastChange change) -> {
                out.putInt(TELL_FORECAST_CHANGE);
                MarketCodec.writeForecastChange(out, change);
            }
            case TellRegimeSwitch(RegimeSwitch change) -> {
                out.putInt(TELL_REGIME_SWITCH);
                MarketCodec.writeRegimeSwitch(out, change);
            }
            case TellPassport(OrderPassport passport) -> {
                out.putInt(TELL_PASSPORT);
                PassportCodec.write(out, passport);
            }
            case HostStrategy(HostingTerms terms) -> {
                out.putInt(HOST_STRATEGY);
                HostingCodec.write(out, terms);
            }
            case SteerStrategy steer -> {
                out.putInt(STEER_STRATEGY);
                HostingCodec.write(out, steer);
            }
            case PlaceStrategyOrder(String strategy, OrderDraft draft) -> {
                out.putInt(PLACE_STRATEGY_ORDER);
                out.putString(strategy);
                Orders.write(out, draft);
            }
            case SettleDifferences settle -> {
                out.putInt(SETTLE_DIFFERENCES);
                out.putLong(settle.shownPosition());
                out.putString(settle.reason());
            }
            case PlaceBracket(BracketTerms terms) -> {
                out.putInt(PLACE_BRACKET);
                Parents.write(out, terms);
            }
            case PlaceAlgo(AlgoTerms terms) -> {
                out.putInt(PLACE_ALGO);
                Parents.write(out, terms);
            }
            case SteerParent(OrderId parent, Steering how) -> {
                out.putInt(STEER_PARENT);
                Orders.write(out, parent);
                out.putInt(ConstantNumbers.of(how));
            }
            case FlattenPositions(CancelScope scope) -> {
                out.putInt(FLATTEN_POSITIONS);
                writeScope(out, scope);
            }
            case PlaceOverridden(OrderDraft draft, GateOverride override) -> {
                out.putInt(PLACE_OVERRIDDEN);
                Orders.write(out, draft);
                GateCodec.write(out, override);
            }
            case ChangeGateState(GateState state, String reason) -> {
                out.putInt(CHANGE_GATE_STATE);
                out.putInt(ConstantNumbers.of(state));
                out.putString(reason);
            }
            case EnableStrategy(String strategy, String reason) -> {
                out.putInt(ENABLE_STRATEGY);
                out.putString(strategy);
                out.putString(reason);
            }
        }
    }

    /** Reads what {@link #write} wrote; {@link UnreadableRecordException} for anything else. */
    public static Keyed read(StateReader in) {
        return RecordFrame.read(in, "a command", FORMAT, CommandCodec::readKeyed);
    }

    private static Keyed readKeyed(StateReader in) {
        CommandKey key = new CommandKey(in.getString());
        return new Keyed(key, readCommand(in));
    }

    private static Command readCommand(StateReader in) {
        int number = in.getInt();
        return switch (number) {
            case PLACE_ORDER -> new PlaceOrder(Orders.readDraft(in));
            case CANCEL_ORDER -> new CancelOrder(Orders.readOrderId(in));
            case AMEND_ORDER -> readAmend(in);
            case CANCEL_ALL_ORDERS -> new CancelAllOrders(readScope(in));
            case ENGAGE_KILL_SWITCH -> new EngageKillSwitch(in.getString());
            case RELEASE_KILL_SWITCH -> new ReleaseKillSwitch(in.getString());
            case CHANGE_RISK_LIMITS -> new ChangeRiskLimits(Orders.readLimits(in));
            case CHANGE_MARKET_PACE -> {
                double timesRealTime = in.getDouble();
                yield new ChangeMarketPace(timesRealTime, in.getBoolean());
            }
            case CHANGE_SETTING -> {
                String key = in.getString();
                yield new ChangeSetting(key, in.getString());
            }
            case TELL_HEADLINE -> readHeadline(in);
            case TELL_FORECAST_CHANGE -> new TellForecastChange(MarketCodec.readForecastChange(in));
            case TELL_REGIME_SWITCH -> new TellRegimeSwitch(MarketCodec.readRegimeSwitch(in));
            case TELL_PASSPORT -> new TellPassport(PassportCodec.read(in));
            case TELL_ANOMALY -> new TellAnomaly(MarketCodec.readAnomaly(in));
            case SETTLE_DIFFERENCES -> {
                long shownPosition = in.getLong();
                yield new SettleDifferences(shownPosition, in.getString());
            }
            case PLACE_BRACKET -> new PlaceBracket(Parents.readBracket(in));
            case PLACE_ALGO -> new PlaceAlgo(Parents.readAlgo(in));
            case STEER_PARENT -> {
                OrderId parent = Orders.readOrderId(in);
                yield new SteerParent(
                        parent, ConstantNumbers.constant(Steering.values(), ConstantNumbers::of, in.getLong()));
            }
            case FLATTEN_POSITIONS -> new FlattenPositions(readScope(in));
            case ENGAGE_SCOPED_KILL_SWITCH -> {
                String reason = in.getString();
                yield new EngageKillSwitch(reason, GateCodec.readScope(in));
            }
            case RELEASE_SCOPED_KILL_SWITCH -> {
                String reason = in.getString();
                yield new ReleaseKillSwitch(reason, GateCodec.readScope(in));
            }
            case PLACE_OVERRIDDEN -> {
                OrderDraft draft = Orders.readDraft(in);
                yield new PlaceOverridden(draft, GateCodec.readOverride(in));
            }
            case CHANGE_GATE_STATE -> {
                GateState state = GateCodec.readState(in);
                yield new ChangeGateState(state, in.getString());
            }
            case ENABLE_STRATEGY -> {
                String strategy = in.getString();
                yield new EnableStrategy(strategy, in.getString());
            }
            case HOST_STRATEGY -> new HostStrategy(HostingCodec.readTerms(in));
            case STEER_STRATEGY -> HostingCodec.readSteer(in);
            case PLACE_STRATEGY_ORDER -> {
                String strategy = in.getString();
                yield new PlaceStrategyOrder(strategy, Orders.readDraft(in));
            }
            default -> throw RecordFrame.unknown("command", number);
        };
    }

    /** A switch for everybody is written as it was when there was no other. */
    private static void writeKill(StateWriter out, int plain, int scoped, String reason, KillScope scope) {
        boolean everybody = scope.equals(KillScope.ALL);
        out.putInt(everybody ? plain : scoped);
        out.putString(reason);
        if (!everybody) {
            GateCodec.write(out, scope);
        }
    }

    private static void writeHeadline(StateWriter out, TellHeadline headline) {
        out.putInt(TELL_HEADLINE);
        out.putInt(headline.instruments().size());
        headline.instruments().forEach(id -> Values.write(out, id));
        out.putString(headline.text());
        out.putString(headline.source());
    }

    private static TellHeadline readHeadline(StateReader in) {
        List<InstrumentId> instruments = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            instruments.add(Values.readInstrumentId(in));
        }
        String text = in.getString();
        return new TellHeadline(instruments, text, in.getString());
    }

    private static AmendOrder readAmend(StateReader in) {
        OrderId order = Orders.readOrderId(in);
        Quantity quantity = Values.readQuantity(in);
        return new AmendOrder(order, quantity, Values.readPrice(in));
    }

    private static void writeScope(StateWriter out, CancelScope scope) {
        switch (scope) {
            case CancelScope.Everything _ -> out.putInt(EVERYTHING);
            case CancelScope.OneInstrument(InstrumentId instrument) -> {
                out.putInt(ONE_INSTRUMENT);
                Values.write(out, instrument);
            }
        }
    }

    private static CancelScope readScope(StateReader in) {
        int number = in.getInt();
        return switch (number) {
            case EVERYTHING -> CancelScope.EVERYTHING;
            case ONE_INSTRUMENT -> new CancelScope.OneInstrument(Values.readInstrumentId(in));
            default -> throw RecordFrame.unknown("cancel scope", number);
        };
    }
}
