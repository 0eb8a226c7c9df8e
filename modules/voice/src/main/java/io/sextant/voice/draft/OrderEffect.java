package io.sextant.voice.draft;

import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.request.OrderPreview;

/** What an order would cost and hold afterwards, as the engine told it. */
public record OrderEffect(OrderDraft order, OrderPreview preview) {}
