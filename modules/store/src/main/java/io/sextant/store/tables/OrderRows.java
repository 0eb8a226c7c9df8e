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
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import io.sextant.store.database.StorableText;
import io.sextant.store.generated.desk.tables.records.DeskFillRecord;
import io.sextant.store.generated.desk.tables.records.DeskOrderRecord;
import io.sextant.store.generated.desk.tables.records.OrderChangeRecord;
import org.jspecify.annotations.Nullable;

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
        terms.type().findLimit().ifPresent(limit -> {
            row.setLimitUnits(limit.units());
            row.setLimitScale(limit.scale());
        });
        terms.type().findTrigger().ifPresent(trigger -> {
            row.setTriggerUnits(trigger.units());
            row.setTriggerScale(trigger.scale());
        });
        if (terms.type() instanceof OrderType.TrailingStop(Trail trail, var trigger)) {
            switch (trail) {
                case Trail.ByShare(int bps) -> row.setTrailBps(bps);
                case Trail.ByAmount(Price distance) -> {
                    row.setTrailUnits(distance.units());
                    row.setTrailScale(distance.scale());
                }
            }
        }
        row.setQuantityUnits(terms.quantity().units());
        row.setQuantityScale(terms.quantity().scale());
        row.setTimeInForce(terms.timeInForce().name());
        row.setPostOnly(terms.handling().postOnly());
        row.setReduceOnly(terms.handling().reduceOnly());
        row.setEndsNanos(terms.handling().endsNanos());
        row.setOrigin(terms.origin().name());
        row.setParentId(terms.link().parent());
        row.setLeg(terms.link().leg().name());
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
        OrderType type = type(row);
        OrderDraft terms = new OrderDraft(
                InstrumentId.of(row.getInstrument()),
                Side.valueOf(row.getSide()),
                type,
                Quantity.of(row.getQuantityUnits(), row.getQuantityScale()),
                TimeInForce.valueOf(row.getTimeInForce()),
                new OrderHandling(row.getPostOnly(), row.getReduceOnly(), row.getEndsNanos()),
                OrderOrigin.valueOf(row.getOrigin()),
                new OrderLink(row.getParentId(), OrderLeg.valueOf(row.getLeg())),
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

    private static OrderType type(DeskOrderRecord row) {
        Price limit = price(row.getLimitUnits(), row.getLimitScale());
        Price trigger = price(row.getTriggerUnits(), row.getTriggerScale());
        Price distance = price(row.getTrailUnits(), row.getTrailScale());
        if (distance != null) {
            return new OrderType.TrailingStop(new Trail.ByAmount(distance), trigger);
        }
        if (row.getTrailBps() != null) {
            return new OrderType.TrailingStop(new Trail.ByShare(row.getTrailBps()), trigger);
        }
        if (trigger != null) {
            return limit == null ? new OrderType.Stop(trigger) : new OrderType.StopLimit(trigger, limit);
        }
        return limit == null ? OrderType.market() : OrderType.limit(limit);
    }

    private static @Nullable Price price(@Nullable Long units, @Nullable Integer scale) {
        return units == null || scale == null ? null : Price.of(units, scale);
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
        return StorableText.of(text.length() <= max ? text : text.substring(0, max));
    }
}
