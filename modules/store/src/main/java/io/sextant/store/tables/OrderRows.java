package io.sextant.store.tables;

import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.store.generated.desk.tables.records.DeskFillRecord;
import io.sextant.store.generated.desk.tables.records.DeskOrderRecord;
import io.sextant.store.generated.desk.tables.records.OrderChangeRecord;

/** Orders and fills as rows and back, exactly. */
final class OrderRows {

    /** Longer reasons are cut in the columns; the facts keep them whole. */
    static final int TEXT_MAX = 4_000;

    private OrderRows() {}

    static DeskOrderRecord orderRow(OrderChanged changed) {
        Order order = changed.order();
        OrderDraft terms = order.terms();
        DeskOrderRecord row = new DeskOrderRecord();
        row.setOrderId(order.id().value());
        row.setInstrument(terms.instrument().symbol());
        row.setSide(terms.side().name());
        if (terms.type() instanceof OrderType.Limit(Price limit)) {
            row.setLimitUnits(limit.units());
            row.setLimitScale(limit.scale());
        }
        row.setQuantityUnits(terms.quantity().units());
        row.setQuantityScale(terms.quantity().scale());
        row.setTimeInForce(terms.timeInForce().name());
        row.setOrigin(terms.origin().name());
        row.setReason(cut(terms.reason(), TEXT_MAX));
        row.setState(order.state().name());
        row.setFilledUnits(order.filled().units());
        row.setFilledScale(order.filled().scale());
        row.setFilledNotionalUnits(order.filledNotional().units());
        row.setCurrency(order.filledNotional().currency().code());
        row.setCurrencyScale(order.filledNotional().currency().scale());
        row.setCreatedNanos(order.createdNanos());
        row.setChangedNanos(order.changedNanos());
        row.setJournalPosition(changed.position());
        return row;
    }

    static Order order(DeskOrderRecord row) {
        Long limitUnits = row.getLimitUnits();
        OrderType type =
                limitUnits == null ? OrderType.MARKET : OrderType.limit(Price.of(limitUnits, row.getLimitScale()));
        OrderDraft terms = new OrderDraft(
                InstrumentId.of(row.getInstrument()),
                Side.valueOf(row.getSide()),
                type,
                Quantity.of(row.getQuantityUnits(), row.getQuantityScale()),
                TimeInForce.valueOf(row.getTimeInForce()),
                OrderOrigin.valueOf(row.getOrigin()),
                row.getReason());
        return new Order(
                new OrderId(row.getOrderId()),
                terms,
                OrderState.valueOf(row.getState()),
                Quantity.of(row.getFilledUnits(), row.getFilledScale()),
                Money.of(row.getFilledNotionalUnits(), new Currency(row.getCurrency(), row.getCurrencyScale())),
                row.getCreatedNanos(),
                row.getChangedNanos());
    }

    static OrderChangeRecord changeRow(OrderChanged changed) {
        return new OrderChangeRecord(
                changed.position(),
                changed.timeNanos(),
                changed.order().id().value(),
                changed.from().name(),
                changed.order().state().name(),
                cut(changed.reason(), TEXT_MAX));
    }

    static DeskFillRecord fillRow(OrderFilled filled) {
        Fill fill = filled.fill();
        DeskFillRecord row = new DeskFillRecord();
        row.setJournalPosition(filled.position());
        row.setTimeNanos(fill.timeNanos());
        row.setOrderId(fill.order().value());
        row.setTradeId(fill.tradeId());
        row.setInstrument(fill.instrument().symbol());
        row.setSide(fill.side().name());
        row.setPriceUnits(fill.price().units());
        row.setPriceScale(fill.price().scale());
        row.setQuantityUnits(fill.quantity().units());
        row.setQuantityScale(fill.quantity().scale());
        row.setNotionalUnits(fill.notional().units());
        row.setNotionalCurrency(fill.notional().currency().code());
        row.setNotionalScale(fill.notional().currency().scale());
        row.setFeeUnits(fill.fee().units());
        row.setFeeCurrency(fill.fee().currency().code());
        row.setFeeScale(fill.fee().currency().scale());
        row.setMaker(fill.maker());
        return row;
    }

    static Fill fill(DeskFillRecord row) {
        return new Fill(
                row.getTradeId(),
                new OrderId(row.getOrderId()),
                InstrumentId.of(row.getInstrument()),
                Side.valueOf(row.getSide()),
                Price.of(row.getPriceUnits(), row.getPriceScale()),
                Quantity.of(row.getQuantityUnits(), row.getQuantityScale()),
                Money.of(row.getNotionalUnits(), new Currency(row.getNotionalCurrency(), row.getNotionalScale())),
                Money.of(row.getFeeUnits(), new Currency(row.getFeeCurrency(), row.getFeeScale())),
                row.getMaker(),
                row.getTimeNanos());
    }

    static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }
}
