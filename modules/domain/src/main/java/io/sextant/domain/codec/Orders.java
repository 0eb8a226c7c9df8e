package io.sextant.domain.codec;

import static io.sextant.domain.codec.ConstantNumbers.constant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drafts, orders, fills, limits and refusals as parts of a record. */
final class Orders {

    private static final int MARKET = 1;
    private static final int LIMIT = 2;
    private static final int STOP = 3;
    private static final int STOP_LIMIT = 4;
    private static final int TRAIL_AMOUNT = 5;
    private static final int TRAIL_SHARE = 6;

    /** Added to the number of a time in force when the handling follows it; records without one have nothing special. */
    private static final int WITH_HANDLING = 100;

    /** Added to the number of an origin when a link follows it; orders without one are on their own. */
    private static final int WITH_LINK = 100;
    /** Stands where old limits have a count, which is never negative. */
    private static final long WITH_ACCOUNT = -2;

    private Orders() {}

    static void write(StateWriter out, OrderId order) {
        out.putLong(order.value());
    }

    static OrderId readOrderId(StateReader in) {
        return new OrderId(in.getLong());
    }

    static void write(StateWriter out, OrderDraft draft) {
        Values.write(out, draft.instrument());
        out.putInt(ConstantNumbers.of(draft.side()));
        write(out, draft.type());
        Values.write(out, draft.quantity());
        writeLasting(out, draft.timeInForce(), draft.handling());
        writeOrigin(out, draft.origin(), draft.link());
        out.putString(draft.reason());
    }

    static OrderDraft readDraft(StateReader in) {
        InstrumentId instrument = Values.readInstrumentId(in);
        Side side = constant(Side.values(), ConstantNumbers::of, in.getLong());
        OrderType type = readType(in);
        Quantity quantity = Values.readQuantity(in);
        long lasting = in.getLong();
        TimeInForce timeInForce = constant(TimeInForce.values(), ConstantNumbers::of, lasting % WITH_HANDLING);
        OrderHandling handling = lasting < WITH_HANDLING ? OrderHandling.PLAIN : readHandling(in);
        long from = in.getLong();
        OrderOrigin origin = constant(OrderOrigin.values(), ConstantNumbers::of, from % WITH_LINK);
        OrderLink link = from < WITH_LINK ? OrderLink.NONE : readLink(in);
        return new OrderDraft(instrument, side, type, quantity, timeInForce, handling, origin, link, in.getString());
    }

    private static void writeOrigin(StateWriter out, OrderOrigin origin, OrderLink link) {
        int number = ConstantNumbers.of(origin);
        if (!link.hasParent()) {
            out.putInt(number);
            return;
        }
        out.putInt(WITH_LINK + number);
        out.putLong(link.parent());
        out.putInt(ConstantNumbers.of(link.leg()));
    }

    private static OrderLink readLink(StateReader in) {
        long parent = in.getLong();
        return new OrderLink(parent, constant(OrderLeg.values(), ConstantNumbers::of, in.getLong()));
    }

    private static void writeLasting(StateWriter out, TimeInForce timeInForce, OrderHandling handling) {
        int number = ConstantNumbers.of(timeInForce);
        if (handling.equals(OrderHandling.PLAIN)) {
            out.putInt(number);
            return;
        }
        out.putInt(WITH_HANDLING + number);
        out.putBoolean(handling.postOnly());
        out.putBoolean(handling.reduceOnly());
        out.putLong(handling.endsNanos());
    }

    private static OrderHandling readHandling(StateReader in) {
        boolean postOnly = in.getBoolean();
        boolean reduceOnly = in.getBoolean();
        return new OrderHandling(postOnly, reduceOnly, in.getLong());
    }

    private static void write(StateWriter out, OrderType type) {
        switch (type) {
            case OrderType.Market _ -> out.putInt(MARKET);
            case OrderType.Limit(Price price) -> {
                out.putInt(LIMIT);
                Values.write(out, price);
            }
            case OrderType.Stop(Price trigger) -> {
                out.putInt(STOP);
                Values.write(out, trigger);
            }
            case OrderType.StopLimit(Price trigger, Price limit) -> {
                out.putInt(STOP_LIMIT);
                Values.write(out, trigger);
                Values.write(out, limit);
            }
            case OrderType.TrailingStop(Trail trail, var trigger) -> write(out, trail, trigger);
        }
    }

    private static void write(StateWriter out, Trail trail, @Nullable Price trigger) {
        switch (trail) {
            case Trail.ByAmount(Price distance) -> {
                out.putInt(TRAIL_AMOUNT);
                Values.write(out, distance);
            }
            case Trail.ByShare(int bps) -> {
                out.putInt(TRAIL_SHARE);
                out.putInt(bps);
            }
        }
        out.putBoolean(trigger != null);
        if (trigger != null) {
            Values.write(out, trigger);
        }
    }

    private static OrderType readTrailing(StateReader in, Trail trail) {
        return new OrderType.TrailingStop(trail, in.getBoolean() ? Values.readPrice(in) : null);
    }

    private static OrderType readType(StateReader in) {
        int number = in.getInt();
        return switch (number) {
            case MARKET -> OrderType.market();
            case LIMIT -> OrderType.limit(Values.readPrice(in));
            case STOP -> new OrderType.Stop(Values.readPrice(in));
            case STOP_LIMIT -> {
                Price trigger = Values.readPrice(in);
                yield new OrderType.StopLimit(trigger, Values.readPrice(in));
            }
            case TRAIL_AMOUNT -> readTrailing(in, new Trail.ByAmount(Values.readPrice(in)));
            case TRAIL_SHARE -> readTrailing(in, new Trail.ByShare(in.getInt()));
            default -> throw RecordFrame.unknown("order type", number);
        };
    }

    static void write(StateWriter out, Order order) {
        write(out, order.id());
        write(out, order.terms());
        out.putInt(ConstantNumbers.of(order.state()));
        Values.write(out, order.filled());
        Values.write(out, order.filledNotional());
        out.putLong(order.createdNanos());
        out.putLong(order.changedNanos());
    }

    static Order readOrder(StateReader in) {
        OrderId id = readOrderId(in);
        OrderDraft terms = readDraft(in);
        OrderState state = readState(in);
        Quantity filled = Values.readQuantity(in);
        Money filledNotional = Values.readMoney(in);
        long createdNanos = in.getLong();
        return new Order(id, terms, state, filled, filledNotional, createdNanos, in.getLong());
    }

    static OrderState readState(StateReader in) {
        return constant(OrderState.values(), ConstantNumbers::of, in.getLong());
    }

    static void write(StateWriter out, Fill fill) {
        out.putLong(fill.tradeId());
        write(out, fill.order());
        Values.write(out, fill.instrument());
        out.putInt(ConstantNumbers.of(fill.side()));
        Values.write(out, fill.price());
        Values.write(out, fill.quantity());
        Values.write(out, fill.notional());
        Values.write(out, fill.fee());
        out.putBoolean(fill.maker());
        out.putLong(fill.timeNanos());
    }

    static Fill readFill(StateReader in) {
        long tradeId = in.getLong();
        OrderId order = readOrderId(in);
        InstrumentId instrument = Values.readInstrumentId(in);
        Side side = constant(Side.values(), ConstantNumbers::of, in.getLong());
        Price price = Values.readPrice(in);
        Quantity quantity = Values.readQuantity(in);
        Money notional = Values.readMoney(in);
        Money fee = Values.readMoney(in);
        boolean maker = in.getBoolean();
        return new Fill(tradeId, order, instrument, side, price, quantity, notional, fee, maker, in.getLong());
    }

    /**
     * Limits from before there were any of an account begin with the count of the instruments' limits, and are written so still; others
     * with {@link #WITH_ACCOUNT}.
     */
    static void write(StateWriter out, RiskLimits limits) {
        AccountLimits account = limits.account();
        boolean plain = account != null
                && account.equals(AccountLimits.UNBOUNDED)
                && limits.byStrategy().isEmpty();
        if (!plain) {
            out.putLong(WITH_ACCOUNT);
        }
        Values.writeList(out, limits.byInstrument(), Orders::writeInstrumentLimits);
        if (plain) {
            return;
        }
        out.putBoolean(account != null);
        if (account != null) {
            GateCodec.write(out, account);
        }
        Values.writeList(out, limits.byStrategy(), GateCodec::write);
    }

    static RiskLimits readLimits(StateReader in) {
        long first = in.getLong();
        if (first != WITH_ACCOUNT) {
            List<InstrumentLimits> old = Values.readList(in, first, Orders::readInstrumentLimits);
            return new RiskLimits(old, AccountLimits.UNBOUNDED, List.of());
        }
        List<InstrumentLimits> byInstrument = Values.readList(in, Orders::readInstrumentLimits);
        AccountLimits account = in.getBoolean() ? GateCodec.readAccount(in) : null;
        return new RiskLimits(byInstrument, account, Values.readList(in, GateCodec::readStrategy));
    }

    private static void writeInstrumentLimits(StateWriter out, InstrumentLimits limits) {
        Values.write(out, limits.instrument());
        Values.write(out, limits.maxOrderQuantity());
        Values.write(out, limits.maxOrderNotional());
        out.putInt(limits.collarBps());
        Values.write(out, limits.maxPosition());
    }

    private static InstrumentLimits readInstrumentLimits(StateReader in) {
        InstrumentId instrument = Values.readInstrumentId(in);
        Quantity maxOrderQuantity = Values.readQuantity(in);
        Money maxOrderNotional = Values.readMoney(in);
        int collarBps = in.getInt();
        return new InstrumentLimits(instrument, maxOrderQuantity, maxOrderNotional, collarBps, Values.readQuantity(in));
    }

    static void write(StateWriter out, Refusal refusal) {
        out.putInt(refusal.code().number());
        Values.writeList(out, refusal.arguments(), StateWriter::putString);
    }

    static Refusal readRefusal(StateReader in) {
        RefusalCode code = RefusalCode.ofNumber(in.getInt());
        return new Refusal(code, Values.readList(in, StateReader::getString));
    }
}
