package io.sextant.domain.request;

import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Refusal;
import java.util.Optional;

/**
 * What an order would do if sent now: expected average price from the visible depth, its value, the fee, the cost in all
 * (negative when cash comes in), the position after a full fill as signed text, and the gate's refusal if there is one.
 */
public record OrderPreview(
        Optional<Price> expectedPrice,
        Optional<Money> notional,
        Optional<Money> fee,
        Optional<Money> cashNeeded,
        String positionBefore,
        String positionAfter,
        Optional<Refusal> refusal) {}
