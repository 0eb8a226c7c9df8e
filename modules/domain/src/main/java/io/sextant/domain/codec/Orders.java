package io.sextant.domain.codec;

import static io.sextant.domain.codec.ConstantNumbers.constant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.TimeInForce;

/** Drafts, orders, fills, limits and refusals as parts of a record. */
final class Orders {

    private static final int MARKET = 1;
    private static final int LIMIT = 2;

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
        out.putInt(ConstantNumbers.of(draft.timeInForce()));
        out.putInt(ConstantNumbers.of(draft.origin()));
        out.putString(draft.reason());
    }

    static OrderDraft readDraft(StateReader in) {
        InstrumentId instrument = Values.readInstrumentId(in);
        Side side = constant(Side.values(), ConstantNumbers::of, in.getLong());
        OrderType type = readType(in);
        Quantity quantity = Values.readQuantity(in);
        TimeInForce timeInForce = constant(TimeInForce.values(), ConstantNumbers::of, in.getLong());
        OrderOrigin origin = constant(OrderOrigin.values(), ConstantNumbers::of, in.getLong());
        return new OrderDraft(instrument, side, type, quantity, timeInForce, origin, in.getString());
    }

    private static void write(StateWriter out, OrderType type) {
        switch (type) {
            case OrderType.Market _ -> out.putInt(MARKET);
            case OrderType.Limit(Price price) -> {
                out.putInt(LIMIT);
                Values.write(out, price);
            }
        }
    }

    private static OrderType readType(StateReader in) {
        int number = in.getInt();
        return switch (number) {
            case MARKET -> OrderType.MARKET;
            case LIMIT -> OrderType.limit(Values.readPrice(in));
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

    static void write(StateWriter out, RiskLimits limits) {
        Values.writeList(out, limits.byInstrument(), Orders::writeInstrumentLimits);
    }

    static RiskLimits readLimits(StateReader in) {
        return new RiskLimits(Values.readList(in, Orders::readInstrumentLimits));
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
