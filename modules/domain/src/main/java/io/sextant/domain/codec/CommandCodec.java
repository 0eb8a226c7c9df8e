package io.sextant.domain.codec;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.command.TellHeadline;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.RiskLimits;
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
            case EngageKillSwitch(String reason) -> {
                out.putInt(ENGAGE_KILL_SWITCH);
                out.putString(reason);
            }
            case ReleaseKillSwitch(String reason) -> {
                out.putInt(RELEASE_KILL_SWITCH);
                out.putString(reason);
            }
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
            default -> throw RecordFrame.unknown("command", number);
        };
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
