package io.sextant.domain.hosting;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderId;

/**
 * An order of a hosted strategy traded.
 *
 * @param realised what this fill realised, before its fee
 * @param reason why the strategy sent the order
 */
public record HostedFill(
        OrderId order,
        InstrumentId instrument,
        long timeNanos,
        Side side,
        Quantity quantity,
        Price price,
        Money fee,
        Money realised,
        String reason) {}
