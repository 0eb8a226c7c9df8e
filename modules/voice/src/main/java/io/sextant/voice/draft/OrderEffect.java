package io.sextant.voice.draft;

import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.risk.OrderRisk;
import java.util.Optional;

/** What an order would cost and do to the risk, as the engine told it. Of several orders together no risk is known. */
public record OrderEffect(OrderDraft order, OrderPreview preview, Optional<OrderRisk> risk) {}
