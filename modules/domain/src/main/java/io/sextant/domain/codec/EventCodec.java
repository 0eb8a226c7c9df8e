package io.sextant.domain.codec;

import static io.sextant.domain.codec.ConstantNumbers.constant;

import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.BreakerChanged;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.FeedChanged.FeedStatus;
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
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;

/** Facts: the kind, the position in the journal, the time, then what is the fact's own. */
public final class EventCodec {

    private static final int FORMAT = 1;

    private static final int ENGINE_STARTED = 1;
    private static final int ORDER_CHANGED = 2;
    private static final int ORDER_FILLED = 3;
    private static final int ORDER_REFUSED = 4;
    private static final int KILL_SWITCH_CHANGED = 5;
    private static final int RISK_LIMITS_CHANGED = 6;
    private static final int MARKET_PACE_CHANGED = 7;
    private static final int HEADLINE_PUBLISHED = 8;
    private static final int ACCOUNT_MARKED = 9;
    private static final int SETTING_CHANGED = 10;
    private static final int FEED_CHANGED = 11;
    private static final int VENUE_CHECKED = 20;
    private static final int PARENT_CHANGED = 21;

    private static final int SCOPED_KILL_SWITCH_CHANGED = 30;
    private static final int GATE_STATE_CHANGED = 31;
    private static final int BREAKER_CHANGED = 32;
    private static final int OVERRIDE_USED = 33;
    private static final int STRATEGY_THROTTLED = 34;

    private static final int ANOMALY_SEEN = 40;
    private static final int FORECAST_CHANGED = 41;
    private static final int REGIME_CHANGED = 50;
    private static final int STRATEGY_CHANGED = 51;
    private static final int PASSPORT_WRITTEN = 60;

    private EventCodec() {}

    public static void write(StateWriter out, Event event) {
        out.putInt(FORMAT);
        out.putInt(numberOf(event));
        out.putLong(event.position());
        out.putLong(event.timeNanos());
        switch (event) {
            case EngineStarted started -> writeStarted(out, started);
            case OrderChanged changed -> {
                Orders.write(out, changed.order());
                out.putInt(ConstantNumbers.of(changed.from()));
                out.putString(changed.reason());
            }
            case OrderFilled filled -> Orders.write(out, filled.fill());
            case OrderRefused refused -> {
                Orders.write(out, refused.draft());
                Orders.write(out, refused.refusal());
            }
            case KillSwitchChanged changed -> {
                out.putBoolean(changed.engaged());
                out.putString(changed.reason());
                if (!changed.scope().equals(KillScope.ALL)) {
                    GateCodec.write(out, changed.scope());
                }
            }
            case RiskLimitsChanged changed -> Orders.write(out, changed.limits());
            case MarketPaceChanged changed -> {
                out.putDouble(changed.timesRealTime());
                out.putBoolean(changed.paused());
            }
            case HeadlinePublished published -> MarketCodec.writeHeadline(out, published.headline());
            case AccountMarked marked -> writeMarked(out, marked);
            case SettingChanged changed -> {
                out.putString(changed.key());
                out.putString(changed.value());
            }
            case FeedChanged changed -> {
                out.putString(changed.feed());
                out.putInt(ConstantNumbers.of(changed.status()));
                out.putString(changed.detail());
            }
            case VenueChecked checked -> writeChecked(out, checked);
            case ParentChanged changed -> Parents.write(out, changed.parent());
            case GateStateChanged changed -> {
                out.putInt(ConstantNumbers.of(changed.from()));
                out.putInt(ConstantNumbers.of(changed.to()));
                out.putString(changed.reason());
            }
            case BreakerChanged changed -> {
                out.putInt(ConstantNumbers.of(changed.breaker()));
                out.putBoolean(changed.tripped());
                out.putLong(changed.value());
                out.putLong(changed.limit());
            }
            case OverrideUsed used -> {
                Orders.write(out, used.order());
                GateCodec.write(out, used.override());
            }
            case StrategyThrottled throttled -> {
                out.putString(throttled.strategy());
                out.putBoolean(throttled.throttled());
                out.putString(throttled.reason());
            }
            case AnomalySeen seen -> MarketCodec.writeAnomaly(out, seen.anomaly());
            case ForecastChanged changed -> MarketCodec.writeForecastChange(out, changed.change());
            case RegimeChanged changed -> MarketCodec.writeRegimeSwitch(out, changed.change());
            case StrategyChanged changed -> HostingCodec.write(out, changed.change());
            case PassportWritten written -> PassportCodec.write(out, written.passport());
        }
    }

    private static int numberOf(Event event) {
        return switch (event) {
            case EngineStarted _ -> ENGINE_STARTED;
            case OrderChanged _ -> ORDER_CHANGED;
            case OrderFilled _ -> ORDER_FILLED;
            case OrderRefused _ -> ORDER_REFUSED;
            case KillSwitchChanged changed ->
                changed.scope().equals(KillScope.ALL) ? KILL_SWITCH_CHANGED : SCOPED_KILL_SWITCH_CHANGED;
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

    /** Reads what {@link #write} wrote; {@link UnreadableRecordException} for anything else. */
    public static Event read(StateReader in) {
        return RecordFrame.read(in, "a fact", FORMAT, EventCodec::readEvent);
    }

    private static Event readEvent(StateReader in) {
        int number = in.getInt();
        long position = in.getLong();
        long timeNanos = in.getLong();
        return switch (number) {
            case ENGINE_STARTED -> readStarted(in, position, timeNanos);
            case ORDER_CHANGED -> readOrderChanged(in, position, timeNanos);
            case ORDER_FILLED -> new OrderFilled(position, timeNanos, Orders.readFill(in));
            case ORDER_REFUSED -> {
                OrderDraft draft = Orders.readDraft(in);
                yield new OrderRefused(position, timeNanos, draft, Orders.readRefusal(in));
            }
            case KILL_SWITCH_CHANGED -> {
                boolean engaged = in.getBoolean();
                yield new KillSwitchChanged(position, timeNanos, engaged, in.getString());
            }
            case RISK_LIMITS_CHANGED -> new RiskLimitsChanged(position, timeNanos, Orders.readLimits(in));
            case MARKET_PACE_CHANGED -> {
                double timesRealTime = in.getDouble();
                yield new MarketPaceChanged(position, timeNanos, timesRealTime, in.getBoolean());
            }
            case HEADLINE_PUBLISHED -> new HeadlinePublished(position, timeNanos, MarketCodec.readHeadlineBody(in));
            case ACCOUNT_MARKED -> readMarked(in, position, timeNanos);
            case SETTING_CHANGED -> {
                String key = in.getString();
                yield new SettingChanged(position, timeNanos, key, in.getString());
            }
            case FEED_CHANGED -> {
                String feed = in.getString();
                FeedStatus status = constant(FeedStatus.values(), ConstantNumbers::of, in.getLong());
                yield new FeedChanged(position, timeNanos, feed, status, in.getString());
            }
            case VENUE_CHECKED -> readChecked(in, position, timeNanos);
            case PARENT_CHANGED -> new ParentChanged(position, timeNanos, Parents.readParent(in));
            case SCOPED_KILL_SWITCH_CHANGED -> {
                boolean engaged = in.getBoolean();
                String reason = in.getString();
                yield new KillSwitchChanged(position, timeNanos, engaged, reason, GateCodec.readScope(in));
            }
            case GATE_STATE_CHANGED -> {
                GateState from = GateCodec.readState(in);
                GateState to = GateCodec.readState(in);
                yield new GateStateChanged(position, timeNanos, from, to, in.getString());
            }
            case BREAKER_CHANGED -> readBreaker(in, position, timeNanos);
            case OVERRIDE_USED -> {
                OrderId order = Orders.readOrderId(in);
                yield new OverrideUsed(position, timeNanos, order, GateCodec.readOverride(in));
            }
            case STRATEGY_THROTTLED -> {
                String strategy = in.getString();
                boolean throttled = in.getBoolean();
                yield new StrategyThrottled(position, timeNanos, strategy, throttled, in.getString());
            }
            case ANOMALY_SEEN -> new AnomalySeen(position, timeNanos, MarketCodec.readAnomaly(in));
            case FORECAST_CHANGED -> new ForecastChanged(position, timeNanos, MarketCodec.readForecastChange(in));
            case REGIME_CHANGED -> new RegimeChanged(position, timeNanos, MarketCodec.readRegimeSwitch(in));
            case STRATEGY_CHANGED -> new StrategyChanged(position, timeNanos, HostingCodec.readChange(in));
            case PASSPORT_WRITTEN -> new PassportWritten(position, timeNanos, PassportCodec.read(in));
            default -> throw RecordFrame.unknown("fact", number);
        };
    }

    private static BreakerChanged readBreaker(StateReader in, long position, long timeNanos) {
        Breaker breaker = constant(Breaker.values(), ConstantNumbers::of, in.getLong());
        boolean tripped = in.getBoolean();
        long value = in.getLong();
        return new BreakerChanged(position, timeNanos, breaker, tripped, value, in.getLong());
    }

    private static void writeStarted(StateWriter out, EngineStarted started) {
        out.putInt(ConstantNumbers.of(started.mode()));
        out.putLong(started.seed());
        out.putLong(started.replayedRecords());
        out.putLong(started.cutBytes());
        out.putString(started.damage());
    }

    private static EngineStarted readStarted(StateReader in, long position, long timeNanos) {
        TradingMode mode = constant(TradingMode.values(), ConstantNumbers::of, in.getLong());
        long seed = in.getLong();
        long replayedRecords = in.getLong();
        long cutBytes = in.getLong();
        return new EngineStarted(position, timeNanos, mode, seed, replayedRecords, cutBytes, in.getString());
    }

    private static OrderChanged readOrderChanged(StateReader in, long position, long timeNanos) {
        Order order = Orders.readOrder(in);
        OrderState from = Orders.readState(in);
        return new OrderChanged(position, timeNanos, order, from, in.getString());
    }

    private static void writeChecked(StateWriter out, VenueChecked checked) {
        out.putString(checked.venue());
        out.putInt(ConstantNumbers.of(checked.trust()));
        out.putString(checked.sentence());
        Values.writeList(out, checked.differences(), EventCodec::writeDifference);
    }

    private static void writeDifference(StateWriter out, VenueDifference difference) {
        out.putInt(ConstantNumbers.of(difference.kind()));
        out.putString(difference.subject());
        out.putString(difference.here());
        out.putString(difference.there());
    }

    private static VenueChecked readChecked(StateReader in, long position, long timeNanos) {
        String venue = in.getString();
        VenueTrust trust = constant(VenueTrust.values(), ConstantNumbers::of, in.getLong());
        String sentence = in.getString();
        return new VenueChecked(
                position, timeNanos, venue, trust, sentence, Values.readList(in, EventCodec::readDifference));
    }

    private static VenueDifference readDifference(StateReader in) {
        VenueDifference.Kind kind = constant(VenueDifference.Kind.values(), ConstantNumbers::of, in.getLong());
        String subject = in.getString();
        String here = in.getString();
        return new VenueDifference(kind, subject, here, in.getString());
    }

    private static void writeMarked(StateWriter out, AccountMarked marked) {
        Values.write(out, marked.equity());
        Values.write(out, marked.realised());
        Values.write(out, marked.unrealised());
        Values.write(out, marked.fees());
        Values.write(out, marked.grossExposure());
    }

    private static AccountMarked readMarked(StateReader in, long position, long timeNanos) {
        Money equity = Values.readMoney(in);
        Money realised = Values.readMoney(in);
        Money unrealised = Values.readMoney(in);
        Money fees = Values.readMoney(in);
        return new AccountMarked(position, timeNanos, equity, realised, unrealised, fees, Values.readMoney(in));
    }
}
