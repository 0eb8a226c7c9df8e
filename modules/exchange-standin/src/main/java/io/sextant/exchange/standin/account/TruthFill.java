package io.sextant.exchange.standin.account;

import java.math.BigDecimal;

/** One execution of an order; numbers count up by one in a market. */
public record TruthFill(
        long id, long timeNanos, long ticks, long lots, boolean maker, String feeCurrency, BigDecimal fee) {}
