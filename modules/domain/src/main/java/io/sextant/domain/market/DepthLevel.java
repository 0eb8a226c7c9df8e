package io.sextant.domain.market;

import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/** One price of a book with all that rests there, and how much of it is ours. */
public record DepthLevel(Price price, Quantity quantity, Quantity ours) {}
