package io.sextant.domain.request;

import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/** A line of the tape; {@code number} counts the instrument's trades up from 1. {@code ours} marks our own fills. */
public record TapeTrade(long number, long timeNanos, Price price, Quantity quantity, Side aggressor, boolean ours) {}
